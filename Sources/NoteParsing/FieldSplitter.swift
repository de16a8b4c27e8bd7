import Markdown
import StudyCore

/// Splits the lines of a block into fields: a line that begins with a field's name and a colon, in column 0,
/// starts that field; what comes before belongs to the first one (`card-syntax.md` §3.3).
///
/// A head inside a code fence counts only where the field has no head outside one.
struct FieldSplitter {
  private(set) var texts: FieldTexts
  /// Offsets of the heads in a fence that were taken as text although Obsidian_to_Anki would switch fields there.
  private(set) var headsInCode: [Int] = []

  /// A line that begins with the name of a field and a colon.
  private struct Head {
    var line: Int
    var textStart: Int
    var field: Int
    var isInFence: Bool
  }

  /// A part of a field's text.
  private typealias Piece = (field: Int, text: Range<Int>)

  /// - Parameters:
  ///   - lines: lines that follow each other in the text.
  ///   - mayHaveFences: false where there are surely none.
  init(bytes: Bytes, lines: ArraySlice<Range<Int>>, heads fieldHeads: FieldHeads, mayHaveFences: Bool = true)
  {
    if let places = FieldSplitter.places(bytes: bytes, lines: lines, fieldHeads, mayHaveFences) {
      texts = .written(names: fieldHeads.names, places)
      return
    }
    let heads = FieldSplitter.heads(bytes: bytes, lines: lines, fieldHeads)
    let outside =
      heads.contains(where: \.isInFence) ? Set(heads.lazy.filter { !$0.isInFence }.map(\.field)) : []
    var pieces: [Piece] = []
    var field = 0
    var start = lines.first?.lowerBound ?? 0
    for head in heads {
      if head.isInFence, outside.contains(head.field) {
        headsInCode.append(head.line)
        continue
      }
      if head.line > start { pieces.append((field, start..<head.line - 1)) }
      field = head.field
      start = head.textStart
    }
    if let end = lines.last?.upperBound { pieces.append((field, start..<end)) }
    let names = fieldHeads.names
    texts = .made(
      names.indices.map { Field(name: names[$0], text: FieldSplitter.text(of: $0, in: pieces, bytes)) })
  }

  /// The pieces of a field, each on lines of its own.
  private static func text(of field: Int, in pieces: [Piece], _ bytes: Bytes) -> String {
    TextKey.trimmed(pieces.filter { $0.field == field }.map { bytes.text($0.text) }.joined(separator: "\n"))
  }

  private static func heads(
    bytes: Bytes, lines: ArraySlice<Range<Int>>, _ fieldHeads: FieldHeads
  ) -> [Head] {
    guard let first = lines.first, let last = lines.last else { return [] }
    var heads: [Head] = []
    for line in lines {
      guard let field = fieldHeads.field(of: line, in: bytes) else { continue }
      let textStart = line.lowerBound + fieldHeads.heads[field].count
      heads.append(Head(line: line.lowerBound, textStart: textStart, field: field, isInFence: false))
    }
    guard !heads.isEmpty else { return [] }
    let fences = FenceScanner.scan(bytes, in: first.lowerBound..<last.upperBound)
    guard !fences.isEmpty else { return heads }
    return heads.map { head in
      var head = head
      head.isInFence = fences.fence(at: head.line) != nil
      return head
    }
  }

  // MARK: Fields in one piece

  /// Where the fields stand if each is one piece of the text, as nearly always; nil where one is not, or where a fence may
  /// hide a head.
  private static func places(
    bytes: Bytes, lines: ArraySlice<Range<Int>>, _ fieldHeads: FieldHeads, _ mayHaveFences: Bool
  ) -> FieldPlaces? {
    var places = FieldPlaces()
    guard let first = lines.first, let last = lines.last else { return places }
    var field = 0
    var start = first.lowerBound
    var hasHead = false
    for line in lines {
      guard let head = fieldHeads.field(of: line, in: bytes) else { continue }
      if line.lowerBound > start {
        guard places.add(start..<line.lowerBound - 1, to: field, in: bytes) else { return nil }
      }
      field = head
      start = line.lowerBound + fieldHeads.heads[head].count
      hasHead = true
    }
    guard places.add(start..<last.upperBound, to: field, in: bytes) else { return nil }
    let body = first.lowerBound..<last.upperBound
    return hasHead && mayHaveFences && FenceScanner.mayFind(in: bytes, body) ? nil : places
  }
}

extension FieldPlaces {
  /// Adds a piece of a field without the blanks at its ends.
  ///
  /// - Returns: false if the field has one already.
  fileprivate mutating func add(_ piece: Range<Int>, to field: Int, in bytes: Bytes) -> Bool {
    let text = bytes.trimmedAsInJavaScript(piece)
    if text.isEmpty { return true }
    guard self[field].isEmpty else { return false }
    self[field] = StoredRange(text)
    return true
  }
}
