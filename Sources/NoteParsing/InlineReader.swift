import Markdown
import StudyCore

/// A `STARTI [Type] … ENDI` passage within one line (`card-syntax.md` §3.4).
struct InlineReader {
  private(set) var noteType: NoteType
  private(set) var fields: [Field]
  private(set) var tags: [String] = []
  private(set) var ankiID: AnkiNoteID?
  private(set) var isTypeKnown = true

  /// Every passage of a text, in order: the whole, and what stands between the two keywords.
  static func passages(in bytes: Bytes) -> [(range: Range<Int>, body: Range<Int>)] {
    var found: [(Range<Int>, Range<Int>)] = []
    var position = 0
    while let start = bytes.find("STARTI", from: position, limit: bytes.count) {
      position = start + 6
      let lineEnd = bytes.lineEnd(from: position)
      guard let end = bytes.find("ENDI", from: position, limit: lineEnd) else { continue }
      found.append((start..<end + 4, position..<end))
      position = end + 4
    }
    return found
  }

  /// Nil when no `[Type]` follows STARTI at once; `[[x]]` is a link, not a type.
  init?(_ bytes: Bytes, body: Range<Int>, noteTypes: NoteTypeTable) {
    let content = bytes.trimmed(body)
    guard !content.isEmpty, bytes[content.lowerBound] == Byte.openBracket,
      let close = bytes[content].firstIndex(of: Byte.closeBracket), close > content.lowerBound + 1,
      bytes[content.lowerBound + 1] != Byte.openBracket
    else { return nil }
    let name = bytes.text(bytes.trimmed(content.lowerBound + 1..<close))
    switch noteTypes.match(name) {
    case .exact(let type), .otherCase(let type): noteType = type
    case nil:
      noteType = NoteType(name: name, fields: ["Front", "Back"], behavior: .basic, isKnown: false)
      isTypeKnown = false
    }
    fields = []
    var rest = bytes.text(close + 1..<content.upperBound)
    takeID(from: &rest)
    takeTags(from: &rest)
    fields = InlineReader.split(rest, names: noteType.fields)
  }

  /// An ID cuts off everything after it.
  private mutating func takeID(from text: inout String) {
    for opening in ["<!--ID:", "<!-- ID:", "ID:"] {
      guard let found = text.firstRange(of: opening) else { continue }
      let digits = text[found.upperBound...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      guard opening != "ID:" || digits.count >= 10, let value = Int64(digits) else { continue }
      ankiID = AnkiNoteID(value)
      text.removeSubrange(found.lowerBound...)
      return
    }
  }

  private mutating func takeTags(from text: inout String) {
    guard let found = text.firstRange(of: "Tags: ") else { return }
    tags = Tag.union(Tag.list(String(text[found.upperBound...])))
    text.removeSubrange(found.lowerBound...)
  }

  /// A field begins where its name and colon stand as words of their own.
  private static func split(_ text: String, names: [String]) -> [Field] {
    var texts = names.map { _ in "" }
    var current = 0
    var rest = text[...]
    while !rest.isEmpty {
      let isWordStart = rest.startIndex == text.startIndex || text[text.index(before: rest.startIndex)] == " "
      let head = names.indices.first { index in
        isWordStart && rest.hasPrefix(names[index] + ":")
          && (rest.dropFirst(names[index].count + 1).first.map { $0 == " " } ?? true)
      }
      if let head {
        current = head
        rest = rest.dropFirst(names[head].count + 1)
      } else {
        texts[current].append(rest.removeFirst())
      }
    }
    return zip(names, texts).map { Field(name: $0, text: TextKey.trimmed($1)) }
  }
}
