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
    let outside = Set(heads.lazy.filter { !$0.isInFence }.map(\.field))
    var texts = names.map { _ in [String]() }
    var field = 0
    var start = lines.first?.lowerBound ?? 0
    for head in heads {
      if head.isInFence, outside.contains(head.field) {
        headsInCode.append(head.line)
        continue
      }
      if head.line > start { texts[field].append(bytes.text(start..<head.line - 1)) }
      field = head.field
      start = head.textStart
    }
    if let end = lines.last?.upperBound { texts[field].append(bytes.text(start..<end)) }
    fields = zip(names, texts).map { name, texts in
      Field(name: name, text: TextKey.trimmed(texts.count == 1 ? texts[0] : texts.joined(separator: "\n")))
    }
  }

  private static func heads(bytes: Bytes, lines: ArraySlice<Range<Int>>, names: [String]) -> [Head] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let keys = names.map { Array(($0 + ":").utf8) }
    var heads: [Head] = []
    for line in lines {
      guard let field = keys.firstIndex(where: { begins(line, with: $0, in: bytes) }) else { continue }
      let textStart = line.lowerBound + keys[field].count
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

  private static func begins(_ line: Range<Int>, with key: [UInt8], in bytes: Bytes) -> Bool {
    line.count >= key.count && bytes[line.lowerBound] == key[0] && bytes[line].starts(with: key)
  }
}
