import Markdown

/// What one walk over a text shows: where there may be something that few notes have.
struct NoteSigns {
  /// Where a tag, a block id or a callout begins that may say how cards are written.
  private(set) var styleMarks: [Int] = []
  /// Where the keyword of an inline card stands.
  private(set) var inlineBegins: [Int] = []
  /// The last place where the keyword of a card block is the last word of a line, but not the first.
  private(set) var containedBegin: Int?
  /// False if there is surely no fence.
  private(set) var mayHaveFences = false
  /// Where the first text may be that was encoded twice.
  private(set) var doubleEncoding: Int?

  /// Of no text.
  init() {}

  /// - Returns: nil if the text is not UTF-8.
  init?(_ bytes: Bytes, _ map: MarkMap, _ parser: NoteParser) {
    let (starts, keywords) = (parser.tagStarts, parser.keywordBytes)
    var index = 0
    while true {
      index = map.next([.sign, .word], from: index, limit: bytes.count)
      guard index < bytes.count else { return }
      switch bytes[index] {
      case 0x80...:
        guard let end = endOfOthers(in: bytes, from: index, keywords) else { return nil }
        index = end
        continue
      case Byte.hash, Byte.caret, Byte.openBracket:
        if isStyleMark(in: bytes, at: index, starts) { styleMarks.append(index) }
      case Byte.backtick, Byte.tilde: mayHaveFences = true
      default: break
      }
      if keywords.starts.mayBegin(bytes[index]) { readWord(in: bytes, at: index, keywords) }
      index &+= 1
    }
  }

  /// Past the bytes that are not ASCII, of which the first stands there.
  ///
  /// - Returns: nil if they are not UTF-8.
  @inline(__always)
  private mutating func endOfOthers(in bytes: Bytes, from start: Int, _ keywords: KeywordBytes) -> Int? {
    var index = start
    repeat {
      guard let length = UTF8Check.length(of: bytes, at: index) else { return nil }
      if doubleEncoding == nil, DoubleEncoding.mayBegin(in: bytes, at: index) { doubleEncoding = index }
      if keywords.starts.mayBegin(bytes[index]) { readWord(in: bytes, at: index, keywords) }
      index &+= length
    } while index < bytes.count && bytes[index] >= 0x80
    return index
  }

  private func isStyleMark(in bytes: Bytes, at index: Int, _ starts: TagStarts) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    switch bytes[index] {
    case Byte.hash: return starts.mayMatter(next)
    case Byte.caret: return next == UInt8(ascii: "q") || Byte.isDigit(next)
    default: return bytes.has("[!c", at: index) || bytes.has("[!C", at: index)
    }
  }

  private mutating func readWord(in bytes: Bytes, at index: Int, _ keywords: KeywordBytes) {
    if bytes.has(keywords.inlineBegin, at: index) { inlineBegins.append(index) }
    guard index > 0, Byte.isBlank(bytes[index - 1]) || bytes[index - 1] == Byte.greater,
      bytes.has(keywords.begin, at: index)
    else { return }
    var end = index + keywords.begin.count
    while end < bytes.count, bytes[end] != Byte.newline {
      guard Byte.isSpace(bytes[end]) else { return }
      end += 1
    }
    containedBegin = index
  }
}
