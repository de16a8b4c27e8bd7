import Markdown
import StudyCore

/// Splits the lines of a block into fields: a line that begins with a field's name and a colon, in column 0,
/// starts that field; what comes before belongs to the first one (`card-syntax.md` §3.3).
///
/// A head inside a code fence counts only where the field has no head outside one.
struct FieldSplitter {
  private(set) var fields: [Field]
  /// Offsets of the heads in a fence that were taken as text although Obsidian_to_Anki would switch fields there.
  private(set) var headsInCode: [Int] = []

  /// A line that begins with the name of a field and a colon.
  private struct Head {
    var line: Int
    var textStart: Int
    var field: Int
    var isInFence: Bool
  }

  /// - Parameter lines: lines that follow each other in the text.
  init(bytes: Bytes, lines: ArraySlice<Range<Int>>, names: [String]) {
    let heads = FieldSplitter.heads(bytes: bytes, lines: lines, names: names)
    let outside =
      heads.contains(where: \.isInFence) ? Set(heads.lazy.filter { !$0.isInFence }.map(\.field)) : []
    var pieces: [(field: Int, text: Range<Int>)] = []
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
    fields = names.indices.map { index in
      Field(name: names[index], text: FieldSplitter.text(of: index, in: pieces, bytes))
    }
  }

  /// The pieces of a field, each on lines of its own.
  private static func text(of field: Int, in pieces: [(field: Int, text: Range<Int>)], _ bytes: Bytes)
    -> String
  {
    guard let first = pieces.firstIndex(where: { $0.field == field }) else { return "" }
    let rest = pieces[(first + 1)...]
    guard rest.contains(where: { $0.field == field }) else {
      return TextKey.trimmed(bytes.text(bytes.trimmed(pieces[first].text)))
    }
    let texts = pieces[first...].filter { $0.field == field }.map { bytes.text($0.text) }
    return TextKey.trimmed(texts.joined(separator: "\n"))
  }

  private static func heads(bytes: Bytes, lines: ArraySlice<Range<Int>>, names: [String]) -> [Head] {
    guard let first = lines.first, let last = lines.last else { return [] }
    var heads: [Head] = []
    for line in lines {
      guard let field = names.firstIndex(where: { begins(line, with: $0, in: bytes) })
      else { continue }
      let textStart = line.lowerBound + names[field].utf8.count + 1
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

  private static func begins(_ line: Range<Int>, with name: String, in bytes: Bytes) -> Bool {
    let colon = line.lowerBound + name.utf8.count
    return colon < line.upperBound && bytes[colon] == Byte.colon
      && bytes[line.lowerBound..<colon].elementsEqual(name.utf8)
  }
}
