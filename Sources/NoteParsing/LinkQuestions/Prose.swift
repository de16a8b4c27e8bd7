import Markdown

/// The running text of a note: paragraphs and list items, also in quotes and callouts.
///
/// Headings, tables, code, definitions of footnotes, lines that begin with HTML, and cards are none.
struct Prose {
  /// Lines that belong together, at most up to a hard line break, without the marks before them and what names them behind. Of lines
  /// with labels each is a passage.
  private(set) var passages: [[Range<Int>]] = []

  private let text: StyleText
  private var passage: [Range<Int>] = []
  /// Whether the passage is an item of a list.
  private var isItem = false
  private var quoteDepth = 0
  /// The column at which the text of the last list item begins, until the list ends.
  private var listColumn: Int?
  private var isAfterBlank = true
  private var isInTable = false

  init(_ text: StyleText) {
    self.text = text
    for line in text.lines { read(line) }
    endPassage()
  }

  private var bytes: Bytes { text.bytes }

  private mutating func read(_ line: StyleText.Line) {
    guard !line.isTaken, !line.isInFence, !line.isBlank else {
      endPassage()
      (isAfterBlank, isInTable) = (true, false)
      return
    }
    let depth = bytes[line.range.lowerBound..<line.content.lowerBound].count { $0 == Byte.greater }
    if depth != quoteDepth { endPassage() }
    quoteDepth = depth
    if isInTable || endsPassage(line) { return endPassage() }
    if passage.isEmpty, isAfterBlank, isCode(line) { return }
    if let words = itemWords(line.content) {
      endPassage()
      isItem = true
      listColumn = column(of: words.lowerBound, in: line)
      passage = words.isEmpty ? [] : [words]
    } else {
      if passage.isEmpty {
        isItem = false
        if column(of: line.content.lowerBound, in: line) == 0 { listColumn = nil }
      } else if passage.count == 1, hasLabel(line.content), hasLabel(passage[0]) {
        endPassage()
      }
      passage.append(line.content)
    }
    isAfterBlank = false
    if let words = wordsBeforeBreak(line) {
      if let last = passage.indices.last { passage[last] = passage[last].clamped(to: words) }
      endPassage()
    }
  }

  /// True for a line that is no running text; what it makes a heading or a table of the lines above is forgotten.
  private mutating func endsPassage(_ line: StyleText.Line) -> Bool {
    let content = line.content
    if text.heading(line) != nil {
      listColumn = nil
      return true
    }
    let first = bytes[content.lowerBound]
    if [Byte.equals, Byte.dash].contains(first), content.count > 1, bytes[content].allSatisfy({ $0 == first })
    {
      // An underlined heading (CommonMark 0.31 §4.3).
      if !isItem { passage = [] }
      return true
    }
    if isTableRule(content) {
      passage = []
      isInTable = true
      return true
    }
    switch first {
    case Byte.pipe:
      isInTable = true
      return true
    case Byte.less, Byte.caret: return true
    case Byte.openBracket:
      return bytes.has("[!", at: content.lowerBound) || bytes.has("[^", at: content.lowerBound)
    default: return false
    }
  }

  /// `--- | :-:`
  private func isTableRule(_ content: Range<Int>) -> Bool {
    let marks = bytes[content]
    return marks.contains(Byte.pipe) && marks.contains(Byte.dash)
      && marks.allSatisfy { [Byte.pipe, Byte.dash, Byte.colon].contains($0) || Byte.isBlank($0) }
  }

  /// `**Type**: water`, `Type: water`, `type:: water`
  private func hasLabel(_ line: Range<Int>) -> Bool {
    let start = bytes[line].prefix(Prose.longestLabel)
    guard let colon = start.firstIndex(of: Byte.colon) else { return false }
    return start[..<colon].count(where: Byte.isBlank) < 3
      && (colon + 1 == line.upperBound
        || !Byte.isLetter(bytes[colon + 1]) && bytes[colon + 1] != UInt8(ascii: "/"))
  }

  private static let longestLabel = 32

  /// Two blanks or a backslash at the end, by which an author sets lines apart (CommonMark 0.31 §6.7).
  ///
  /// - Returns: what stands before it; nil where there is none.
  private func wordsBeforeBreak(_ line: StyleText.Line) -> Range<Int>? {
    if line.range.upperBound - line.content.upperBound > 1 { return line.content }
    guard bytes[line.content.upperBound - 1] == Byte.backslash else { return nil }
    return bytes.trimmed(line.content.lowerBound..<line.content.upperBound - 1)
  }

  /// Code that is indented (CommonMark 0.31 §4.4).
  private func isCode(_ line: StyleText.Line) -> Bool {
    quoteDepth == 0 && column(of: line.content.lowerBound, in: line) >= (listColumn ?? 0) + 4
  }

  /// The words of a list item; nil where none begins. Within a paragraph only a list that begins with 1 begins (CommonMark 0.31
  /// §5.3): other numbers end a sentence.
  private func itemWords(_ content: Range<Int>) -> Range<Int>? {
    let first = bytes[content.lowerBound]
    if Byte.isDigit(first) {
      guard passage.isEmpty || isItem || bytes.has("1.", at: content.lowerBound) else { return nil }
    } else if ![Byte.dash, UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      return nil
    }
    let words = CardWords.withoutMarkers(content, in: bytes)
    return words.lowerBound > content.lowerBound ? words : nil
  }

  /// Counted from 0, with tabs to every fourth one.
  private func column(of offset: Int, in line: StyleText.Line) -> Int {
    bytes[line.range.lowerBound..<offset].reduce(0) { $1 == UInt8(ascii: "\t") ? $0 / 4 * 4 + 4 : $0 + 1 }
  }

  private mutating func endPassage() {
    if let last = passage.indices.last {
      var names = CardNames()
      names.readEnd(of: &passage[last], in: bytes)
      passages.append(passage)
    }
    passage = []
    isItem = false
  }
}
