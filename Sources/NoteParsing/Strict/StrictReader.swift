import Markdown
import StudyCore

/// Finds cards and file-level lines exactly where the patterns of Obsidian_to_Anki do (`card-syntax.md` §3.2, §3.4,
/// §3.5). Fences, comments and front matter hide nothing; each kind is looked for on its own, so an inline card may
/// stand within a block.
struct StrictReader {
  private let bytes: Bytes
  private let keywords: KeywordBytes
  private let cards: StrictCardReader

  /// In order of their places.
  private(set) var passages: [StrictPassage] = []
  private(set) var targetDeck: FileLine?
  private(set) var fileTags: FileLine?
  /// By note type: what is appended to each of its fields.
  private(set) var frozen: [NoteType: [String]] = [:]

  /// - Parameter bytes: valid UTF-8, otherwise as it is on disk.
  init(_ bytes: Bytes, noteTypes: NoteTypeTable, keywords: KeywordBytes) {
    self.bytes = bytes
    self.keywords = keywords
    cards = StrictCardReader(bytes, noteTypes: noteTypes)
    readBlocks()
    readInlineCards()
    passages.sort { $0.range.lowerBound < $1.range.lowerBound }
    targetDeck = fileLine(keywords.deck)
    fileTags = fileLine(keywords.tags)
    readFrozenFields()
  }

  /// A line START, then as little as possible, but at least one LF, up to a line that begins with END.
  private mutating func readBlocks() {
    let (begin, end) = (keywords.begin + [Byte.newline], [Byte.newline] + keywords.end)
    var position = 0
    while let start = bytes.find(begin, from: position, limit: bytes.count) {
      position = start + 1
      guard bytes.isLineStartInJavaScript(start) else { continue }
      let body = start + begin.count
      // Without an END below there is none for a later START either.
      guard let last = bytes.find(end, from: body, limit: bytes.count) else { return }
      let endWord = last + 1..<last + end.count
      position = endWord.upperBound
      passages.append(
        StrictPassage(
          syntax: .block, range: start..<endWord.upperBound, endWord: endWord,
          card: cards.block(body..<endWord.lowerBound)))
    }
  }

  private mutating func readInlineCards() {
    let (begin, end) = (keywords.inlineBegin, keywords.inlineEnd)
    var position = 0
    var lineEnd = 0
    while let start = bytes.find(begin, from: position, limit: bytes.count) {
      let body = start + begin.count
      if lineEnd < body { lineEnd = bytes.lineEndInJavaScript(from: body) }
      guard let last = bytes.find(end, from: body, limit: lineEnd) else {
        position = lineEnd
        continue
      }
      position = last + end.count
      passages.append(
        StrictPassage(syntax: .inline, range: start..<position, card: cards.inline(body..<last)))
    }
  }

  /// The first `KEYWORD: value`, or the keyword alone and the value on the next line. The value keeps its blanks.
  private func fileLine(_ keyword: [UInt8]) -> FileLine? {
    var position = 0
    while let start = bytes.find(keyword, from: position, limit: bytes.count) {
      position = start + 1
      guard bytes.isLineStartInJavaScript(start) else { continue }
      let after = start + keyword.count
      let value = bytes.has("\n", at: after) ? after + 1 : bytes.has(": ", at: after) ? after + 2 : nil
      guard let value else { continue }
      return FileLine(offset: start, value: value..<bytes.lineEndInJavaScript(from: value))
    }
    return nil
  }

  /// `FROZEN - Type:` anywhere in a line that ends there, and the lines below it up to a blank one. The last one of a
  /// type counts.
  private mutating func readFrozenFields() {
    var position = 0
    while let start = bytes.find(keywords.frozen, from: position, limit: bytes.count) {
      let name = start + keywords.frozen.count
      let lineEnd = bytes.lineEndInJavaScript(from: name)
      position = lineEnd
      guard lineEnd > name, bytes[lineEnd - 1] == Byte.colon, bytes.has("\n", at: lineEnd),
        lineEnd + 1 < bytes.count, bytes[lineEnd + 1] != Byte.newline
      else { continue }
      let body = lineEnd + 1..<(bytes.find("\n\n", from: lineEnd + 1, limit: bytes.count) ?? bytes.count)
      position = body.upperBound
      guard let type = cards.noteTypes.identical(to: bytes.text(name..<lineEnd - 1)) else { continue }
      frozen[type] = cards.texts(of: cards.lines(of: body)[...], names: type.fields)
    }
  }
}
