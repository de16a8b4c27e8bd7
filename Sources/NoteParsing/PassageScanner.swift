import Markdown
import StudyCore

/// A START…END passage, not yet read.
struct BlockPassage {
  /// The whole passage, START line to END line (without its LF).
  var range: Range<Int>
  /// The lines between START and END.
  var lines: Range<Int>
  /// What follows `END` on its line.
  var afterEnd: Range<Int>
  /// The word END; nil where it is missing.
  var endWord: Range<Int>?
  var startHasTrailingBlank: Bool

  var isClosed: Bool { endWord != nil }
}

/// A `TARGET DECK` or `FILE TAGS` line.
struct FileLine {
  var offset: Int
  /// What the line names, from the same line or the next; empty if nothing does.
  var value: Range<Int>
}

/// Fields that are written once for all cards of a type: the line that names it, and the lines up to a blank one or to a
/// card.
struct FrozenPassage {
  var noteType: Range<Int>
  var body: Range<Int>
}

/// Finds START…END passages (whatever the keywords are), headings and the file-level lines by looking at the first bytes of each line.
///
/// Tolerant where the plugin is not (`card-syntax.md` §3.2): blanks after START are fine, and a START before
/// the END of the passage above means that END was forgotten there.
struct PassageScanner {
  private let bytes: Bytes
  private let lines: NoteLines
  private let fences: [FenceScanner.Fence]
  private let headingsStart: Int
  private let parser: NoteParser
  private let keywords: KeywordBytes

  private(set) var passages: [BlockPassage] = []
  private(set) var headings: [Heading] = []
  private(set) var targetDeck: FileLine?
  private(set) var fileTags: FileLine?
  /// The last one of each type counts.
  var frozen: [FrozenPassage] {
    frozenByType.isEmpty
      ? []
      : frozenByType.sorted { $0.value.noteType.lowerBound < $1.value.noteType.lowerBound }.map(\.value)
  }
  private var frozenByType: [String: FrozenPassage] = [:]
  /// Where the last of them ends; those that begin before it end there too.
  private var frozenEnd = 0

  private var open: Opening?

  /// A START whose END has not come yet, by its line.
  private struct Opening {
    var line: Int
    var hasTrailingBlank: Bool
  }

  /// - Parameter headingsStart: the end of the front matter, where `#` begins a comment.
  init(
    _ bytes: Bytes, _ lines: NoteLines, fences: [FenceScanner.Fence], headingsStart: Int, parser: NoteParser
  ) {
    self.bytes = bytes
    self.lines = lines
    self.fences = fences
    self.headingsStart = headingsStart
    self.parser = parser
    keywords = parser.keywordBytes
    // As many as most notes have.
    headings.reserveCapacity(8)
    readLines(0..<lines.count)
    if let open { closeWithoutEnd(open, before: lines.count, isLast: true) }
  }

  private mutating func readLines(_ numbers: Range<Int>) {
    let (first, bytes, lines) = (keywords.lineStarts, bytes, lines)
    for number in numbers {
      let byte = bytes[lines.start(of: number)]
      if first.contains(byte), keywordLine(number) { continue }
      if byte == Byte.hash { headingLine(lines[number]) }
    }
  }

  /// - Returns: false if no keyword stands there.
  private mutating func keywordLine(_ number: Int) -> Bool {
    let line = lines[number]
    if startLine(number, line) || endLine(number, line) { return true }
    if let read = fileLine(keywords.deck, line, known: targetDeck) {
      targetDeck = read
    } else if let read = fileLine(keywords.tags, line, known: fileTags) {
      fileTags = read
    } else {
      return frozenLine(line)
    }
    return true
  }

  private mutating func startLine(_ number: Int, _ line: Range<Int>) -> Bool {
    guard isStart(line), open == nil || !keywords.beginEndsToo else { return false }
    if let open { closeWithoutEnd(open, before: number, isLast: false) }
    open = Opening(line: number, hasTrailingBlank: line.count > keywords.begin.count)
    return true
  }

  private func isStart(_ line: Range<Int>) -> Bool {
    bytes.has(keywords.begin, at: line.lowerBound) && bytes.trimmed(line).count == keywords.begin.count
  }

  private mutating func endLine(_ number: Int, _ line: Range<Int>) -> Bool {
    guard let open, bytes.has(keywords.end, at: line.lowerBound) else { return false }
    self.open = nil
    let afterEnd = line.lowerBound + keywords.end.count
    passages.append(
      BlockPassage(
        range: lines.start(of: open.line)..<line.upperBound, lines: open.line + 1..<number,
        afterEnd: afterEnd..<line.upperBound, endWord: line.lowerBound..<afterEnd,
        startHasTrailingBlank: open.hasTrailingBlank))
    return true
  }

  /// The passage ends at its ID comment if it has one, which always comes last, else where the next passage
  /// begins. At the end of the file it must look like a card: a lone START in running text is none. What
  /// follows is read again as the text of the note.
  private mutating func closeWithoutEnd(_ open: Opening, before limit: Int, isLast: Bool) {
    self.open = nil
    let bodyStart = open.line + 1
    let idLine = (bodyStart..<limit).first {
      BlockReader.ankiID(bytes.trimmed(lines[$0]), in: bytes) != nil
    }
    let bodyEnd = idLine.map { $0 + 1 } ?? limit
    let body = offset(of: bodyStart)..<offset(of: bodyEnd)
    guard !isLast || idLine != nil || namesNoteType(body) || hasAnswer(body) else {
      return readLines(bodyStart..<limit)
    }
    let start = lines.start(of: open.line)
    let end = bytes.trimmed(start..<body.upperBound).upperBound
    passages.append(
      BlockPassage(
        range: start..<end, lines: bodyStart..<bodyEnd, afterEnd: end..<end, endWord: nil,
        startHasTrailingBlank: open.hasTrailingBlank))
    readLines(bodyEnd..<limit)
  }

  /// Where a line begins; of the one after the last, where the text ends.
  private func offset(of line: Int) -> Int { min(lines.start(of: line), bytes.count) }

  private func namesNoteType(_ body: Range<Int>) -> Bool {
    let content = bytes.trimmed(body)
    let firstLine = content.lowerBound..<bytes.lineEnd(from: content.lowerBound, limit: content.upperBound)
    return parser.noteTypes.match(bytes.text(bytes.trimmed(firstLine))) != nil
  }

  private func hasAnswer(_ body: Range<Int>) -> Bool {
    guard let head = bytes.find("\nBack:", from: body.lowerBound, limit: body.upperBound) else {
      return false
    }
    return head > body.lowerBound
  }

  /// `KEYWORD: value`, or the value on the next line.
  ///
  /// - Returns: the first line of its kind that names something, or this one; nil if the keyword does not stand here.
  private func fileLine(_ keyword: [UInt8], _ line: Range<Int>, known: FileLine?) -> FileLine? {
    guard open == nil, bytes.has(keyword, at: line.lowerBound) else { return nil }
    if let known, !known.value.isEmpty { return known }
    var index = line.lowerBound + keyword.count
    while index < line.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    let value: Range<Int>
    if index < line.upperBound {
      guard bytes[index] == Byte.colon else { return nil }
      value = bytes.trimmed(index + 1..<line.upperBound)
    } else {
      let next = min(line.upperBound + 1, bytes.count)
      value = bytes.trimmed(next..<bytes.lineEnd(from: next))
    }
    let read = FileLine(offset: line.lowerBound, value: value)
    return value.isEmpty ? known ?? read : read
  }

  /// `FROZEN - Type:`
  private mutating func frozenLine(_ line: Range<Int>) -> Bool {
    guard open == nil, bytes.has(keywords.frozen, at: line.lowerBound) else { return false }
    let head = bytes.trimmed(line.lowerBound + keywords.frozen.count..<line.upperBound)
    guard !head.isEmpty, bytes[head.upperBound - 1] == Byte.colon else { return false }
    let noteType = bytes.trimmed(head.lowerBound..<head.upperBound - 1)
    let start = min(line.upperBound + 1, bytes.count)
    if start >= frozenEnd { frozenEnd = endOfFrozen(from: start) }
    frozenByType[bytes.text(noteType)] = FrozenPassage(
      noteType: noteType, body: start..<max(start, frozenEnd))
    return true
  }

  /// The start of the first line that is blank or begins a card, or the end of the text.
  private func endOfFrozen(from start: Int) -> Int {
    var line = start
    while line < bytes.count {
      let end = bytes.lineEnd(from: line)
      if bytes.trimmed(line..<end).isEmpty || isStart(line..<end) { return line }
      line = end + 1
    }
    return bytes.count
  }

  /// An ATX heading (CommonMark 0.31 §4.2) outside code and cards.
  private mutating func headingLine(_ line: Range<Int>) {
    guard open == nil, line.lowerBound >= headingsStart else { return }
    if !fences.isEmpty, fences.fence(at: line.lowerBound) != nil { return }
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == Byte.hash { index += 1 }
    let level = index - line.lowerBound
    guard level <= 6, index < line.upperBound, Byte.isBlank(bytes[index]) else { return }
    headings.append(
      offset: line.lowerBound, level: level, title: withoutClosingHashes(index..<line.upperBound))
  }

  /// `## Title ##` is titled "Title", `# C#` is titled "C#".
  private func withoutClosingHashes(_ range: Range<Int>) -> Range<Int> {
    let title = bytes.trimmed(range)
    var end = title.upperBound
    while end > range.lowerBound, bytes[end - 1] == Byte.hash { end -= 1 }
    guard end < title.upperBound, end > range.lowerBound, Byte.isBlank(bytes[end - 1]) else { return title }
    return bytes.trimmed(range.lowerBound..<end)
  }
}
