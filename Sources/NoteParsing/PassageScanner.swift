import Markdown
import StudyCore

/// A START…END passage, not yet read.
struct BlockPassage {
  /// The whole passage, START line to END line (without its LF).
  var range: Range<Int>
  /// The lines between START and END.
  var body: Range<Int>
  /// What follows `END` on its line.
  var afterEnd: Range<Int>
  var isClosed: Bool
  var startHasTrailingBlank: Bool

  /// The word END; nil where it is missing.
  var endWord: Range<Int>? { isClosed ? afterEnd.lowerBound - 3..<afterEnd.lowerBound : nil }
}

/// A `TARGET DECK` or `FILE TAGS` line.
struct FileLine {
  var offset: Int
  /// What the line names, from the same line or the next; empty if nothing does.
  var value: Range<Int>
}

/// Finds START…END passages, headings and the file-level lines by looking at the first bytes of each line.
///
/// Tolerant where the plugin is not (`card-syntax.md` §3.2): blanks after START are fine, and a START before
/// the END of the passage above means that END was forgotten there.
struct PassageScanner {
  private let bytes: Bytes
  private let fences: [FenceScanner.Fence]
  private let headingsStart: Int
  private let noteTypes: NoteTypeTable

  private(set) var passages: [BlockPassage] = []
  private(set) var headings: [Heading] = []
  private(set) var targetDeck: FileLine?
  private(set) var fileTags: FileLine?

  private var open: Opening?

  /// A START whose END has not come yet.
  private struct Opening {
    var line: Int
    var bodyStart: Int
    var hasTrailingBlank: Bool
  }

  /// - Parameter headingsStart: the end of the front matter, where `#` begins a comment.
  init(_ bytes: Bytes, fences: [FenceScanner.Fence], headingsStart: Int, noteTypes: NoteTypeTable) {
    self.bytes = bytes
    self.fences = fences
    self.headingsStart = headingsStart
    self.noteTypes = noteTypes
    readLines(in: 0..<bytes.count)
    if let open { closeWithoutEnd(open, at: bytes.count, isLast: true) }
  }

  private mutating func readLines(in range: Range<Int>) {
    var line = range.lowerBound
    while line < range.upperBound {
      let end = bytes.lineEnd(from: line)
      switch bytes[line] {
      case UInt8(ascii: "S"): startLine(line..<end)
      case UInt8(ascii: "E"): endLine(line..<end)
      case UInt8(ascii: "T"): fileLine("TARGET DECK", line..<end, into: \.targetDeck)
      case UInt8(ascii: "F"): fileLine("FILE TAGS", line..<end, into: \.fileTags)
      case Byte.hash: headingLine(line..<end)
      default: break
      }
      line = end + 1
    }
  }

  private mutating func startLine(_ line: Range<Int>) {
    guard bytes.has("START", at: line.lowerBound), bytes.trimmed(line).count == 5 else { return }
    if let open { closeWithoutEnd(open, at: line.lowerBound, isLast: false) }
    open = Opening(
      line: line.lowerBound, bodyStart: min(line.upperBound + 1, bytes.count),
      hasTrailingBlank: line.count > 5)
  }

  private mutating func endLine(_ line: Range<Int>) {
    guard let open, bytes.has("END", at: line.lowerBound) else { return }
    self.open = nil
    passages.append(
      BlockPassage(
        range: open.line..<line.upperBound, body: open.bodyStart..<line.lowerBound,
        afterEnd: line.lowerBound + 3..<line.upperBound, isClosed: true,
        startHasTrailingBlank: open.hasTrailingBlank))
  }

  /// The passage ends at its ID comment if it has one, which always comes last, else where the next passage
  /// begins. At the end of the file it must look like a card: a lone START in running text is none. What
  /// follows is read again as the text of the note.
  private mutating func closeWithoutEnd(_ open: Opening, at limit: Int, isLast: Bool) {
    self.open = nil
    let idEnd = endOfID(from: open.bodyStart, limit: limit)
    let bodyEnd = idEnd ?? limit
    let body = open.bodyStart..<bodyEnd
    guard !isLast || idEnd != nil || namesNoteType(body) || hasAnswer(body) else {
      return readLines(in: open.bodyStart..<limit)
    }
    let end = bytes.trimmed(open.line..<bodyEnd).upperBound
    passages.append(
      BlockPassage(
        range: open.line..<end, body: body, afterEnd: end..<end, isClosed: false,
        startHasTrailingBlank: open.hasTrailingBlank))
    readLines(in: bodyEnd..<limit)
  }

  /// The offset past the first line that is an ID comment.
  private func endOfID(from start: Int, limit: Int) -> Int? {
    var line = start
    while line < limit {
      let end = bytes.lineEnd(from: line)
      if BlockReader.ankiID(bytes.trimmed(line..<end), in: bytes) != nil { return min(end + 1, limit) }
      line = end + 1
    }
    return nil
  }

  private func namesNoteType(_ body: Range<Int>) -> Bool {
    let content = bytes.trimmed(body)
    let firstLine = content.lowerBound..<bytes.lineEnd(from: content.lowerBound, limit: content.upperBound)
    return noteTypes.match(bytes.text(bytes.trimmed(firstLine))) != nil
  }

  private func hasAnswer(_ body: Range<Int>) -> Bool {
    guard let head = bytes.find("\nBack:", from: body.lowerBound, limit: body.upperBound) else {
      return false
    }
    return head > body.lowerBound
  }

  /// `KEYWORD: value`, or the value on the next line. The first line of its kind that names something counts.
  private mutating func fileLine(
    _ keyword: StaticString, _ line: Range<Int>, into store: WritableKeyPath<PassageScanner, FileLine?>
  ) {
    guard open == nil, bytes.has(keyword, at: line.lowerBound) else { return }
    if let known = self[keyPath: store], !known.value.isEmpty { return }
    var index = line.lowerBound + keyword.utf8CodeUnitCount
    while index < line.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    let value: Range<Int>
    if index < line.upperBound {
      guard bytes[index] == Byte.colon else { return }
      value = bytes.trimmed(index + 1..<line.upperBound)
    } else {
      let next = min(line.upperBound + 1, bytes.count)
      value = bytes.trimmed(next..<bytes.lineEnd(from: next))
    }
    if self[keyPath: store] == nil || !value.isEmpty {
      self[keyPath: store] = FileLine(offset: line.lowerBound, value: value)
    }
  }

  /// An ATX heading (CommonMark 0.31 §4.2) outside code and cards.
  private mutating func headingLine(_ line: Range<Int>) {
    guard open == nil, line.lowerBound >= headingsStart, fences.fence(at: line.lowerBound) == nil else {
      return
    }
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == Byte.hash { index += 1 }
    let level = index - line.lowerBound
    guard level <= 6, index < line.upperBound, Byte.isBlank(bytes[index]) else { return }
    headings.append(
      Heading(
        offset: line.lowerBound, level: level, title: withoutClosingHashes(index..<line.upperBound)))
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
