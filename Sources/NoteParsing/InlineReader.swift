import Markdown
import StudyCore

/// A `STARTI [Type] … ENDI` passage within one line (`card-syntax.md` §3.4).
struct InlineReader {
  private(set) var noteType: NoteType
  private(set) var fields: [Field] = []
  private(set) var tags: [String] = []
  private(set) var ankiID: AnkiNoteID?
  private(set) var typeProblem: NoteProblem?

  /// Every passage of a text, in order: the whole, and what stands between the two keywords.
  ///
  /// - Parameter begins: where the first keyword stands.
  static func passages(
    in bytes: Bytes, begins: [Int], _ keywords: KeywordBytes
  ) -> [(range: Range<Int>, body: Range<Int>)] {
    let (begin, end) = (keywords.inlineBegin, keywords.inlineEnd)
    var found: [(Range<Int>, Range<Int>)] = []
    var position = 0
    var lineEnd = 0
    for start in begins where start >= position {
      if lineEnd <= start { lineEnd = bytes.lineEnd(from: start) }
      let bodyStart = start + begin.count
      if let bodyEnd = bytes.find(end, from: bodyStart, limit: lineEnd) {
        found.append((start..<bodyEnd + end.count, bodyStart..<bodyEnd))
        position = bodyEnd + end.count
      } else {
        position = lineEnd
      }
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
    var rest = close + 1..<content.upperBound
    let name = bytes.text(bytes.trimmed(content.lowerBound + 1..<close))
    switch noteTypes.match(name) {
    case .exact(let type): noteType = type
    case .otherCase(let type):
      noteType = type
      typeProblem = .noteTypeCase(written: name)
    case nil:
      noteType = UnknownType.noteType(name: name, content: bytes[rest])
      typeProblem = .unknownNoteType(name)
    }
    takeID(from: &rest, in: bytes)
    takeTags(from: &rest, in: bytes)
    fields = InlineReader.split(rest, in: bytes, names: noteType.fields)
  }

  /// An ID cuts off everything after it: in a comment, or bare with at least ten digits.
  private mutating func takeID(from rest: inout Range<Int>, in bytes: Bytes) {
    var position = rest.lowerBound
    while let found = bytes.find("ID:", from: position, limit: rest.upperBound) {
      position = found + 3
      let before = bytes.trimmed(rest.lowerBound..<found).upperBound
      let isComment = before - 4 >= rest.lowerBound && bytes.has("<!--", at: before - 4)
      guard isComment || InlineReader.isWordStart(found, of: rest, in: bytes) else { continue }
      let digits = InlineReader.digits(from: position, limit: rest.upperBound, in: bytes)
      guard digits.count >= (isComment ? 1 : 10), let value = Int64(bytes.text(digits)) else { continue }
      ankiID = AnkiNoteID(value)
      rest = rest.lowerBound..<(isComment ? before - 4 : found)
      return
    }
  }

  private static func digits(from start: Int, limit: Int, in bytes: Bytes) -> Range<Int> {
    var lower = start
    while lower < limit, Byte.isBlank(bytes[lower]) { lower += 1 }
    var upper = lower
    while upper < limit, Byte.isDigit(bytes[upper]) { upper += 1 }
    return lower..<upper
  }

  /// The tags run to the end.
  private mutating func takeTags(from rest: inout Range<Int>, in bytes: Bytes) {
    guard let found = bytes.find("Tags: ", from: rest.lowerBound, limit: rest.upperBound) else { return }
    tags = Tag.union(Tag.list(in: bytes, found + 6..<rest.upperBound))
    rest = rest.lowerBound..<found
  }

  /// A field begins where its name and colon stand as words of their own.
  private static func split(_ text: Range<Int>, in bytes: Bytes, names: [String]) -> [Field] {
    let heads = names.map { Array(($0 + ":").utf8) }
    var texts = names.map { _ in [String]() }
    var field = 0
    var start = text.lowerBound
    var index = text.lowerBound
    while index < text.upperBound {
      guard isWordStart(index, of: text, in: bytes),
        let head = heads.firstIndex(where: { isWord($0, at: index, limit: text.upperBound, in: bytes) })
      else {
        index += 1
        continue
      }
      texts[field].append(TextKey.trimmed(bytes.text(start..<index)))
      field = head
      index += heads[head].count
      start = index
    }
    texts[field].append(TextKey.trimmed(bytes.text(start..<text.upperBound)))
    return zip(names, texts).map { name, texts in
      Field(name: name, text: texts.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private static func isWordStart(_ index: Int, of text: Range<Int>, in bytes: Bytes) -> Bool {
    index == text.lowerBound || Byte.isBlank(bytes[index - 1])
  }

  private static func isWord(_ word: [UInt8], at start: Int, limit: Int, in bytes: Bytes) -> Bool {
    let end = start + word.count
    guard end <= limit, bytes[start..<end].elementsEqual(word) else { return false }
    return end == limit || Byte.isBlank(bytes[end])
  }
}
