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
  var headings: [String]
}

/// Finds START…END passages, headings and the file-level lines by looking at the first bytes of each line.
///
/// Tolerant where the plugin is not (`card-syntax.md` §3.2): blanks after START are fine, and a START before
/// the END of the passage above means that END was forgotten there.
struct PassageScanner {
  private let bytes: Bytes
  private let fences: [Range<Int>]
  private let noteTypes: NoteTypeTable

  private(set) var passages: [BlockPassage] = []
  private(set) var targetDeck: (value: Range<Int>, line: Range<Int>)?
  private(set) var fileTags: (value: Range<Int>, line: Range<Int>)?

  private var headings: [(level: Int, title: String)] = []
  private var open: (line: Int, bodyStart: Int, hasTrailingBlank: Bool)?
  private var nextFence = 0

  init(_ bytes: Bytes, fences: [Range<Int>], frontMatter: Range<Int>?, noteTypes: NoteTypeTable) {
    self.bytes = bytes
    self.fences = fences
    self.noteTypes = noteTypes
    run(frontMatter: frontMatter)
  }

  private mutating func run(frontMatter: Range<Int>?) {
    var line = 0
    while line < bytes.count {
      let end = bytes.lineEnd(from: line)
      switch bytes[line] {
      case UInt8(ascii: "S"): startLine(line..<end)
      case UInt8(ascii: "E"): endLine(line..<end)
      case UInt8(ascii: "T"): fileLine("TARGET DECK", line..<end) { $0.targetDeck = $0.targetDeck ?? $1 }
      case UInt8(ascii: "F"): fileLine("FILE TAGS", line..<end) { $0.fileTags = $0.fileTags ?? $1 }
      case Byte.hash where line >= (frontMatter?.upperBound ?? 0): headingLine(line..<end)
      default: break
      }
      line = end + 1
    }
    if let open { closeWithoutEnd(open.bodyStart..<bytes.count, isLast: true) }
  }

  private mutating func startLine(_ line: Range<Int>) {
    guard bytes.has("START", at: line.lowerBound), bytes.trimmed(line).count == 5 else { return }
    if let open { closeWithoutEnd(open.bodyStart..<line.lowerBound, isLast: false) }
    open = (line.lowerBound, min(line.upperBound + 1, bytes.count), line.count > 5)
  }

  private mutating func endLine(_ line: Range<Int>) {
    guard let open, bytes.has("END", at: line.lowerBound) else { return }
    append(
      open: open, body: open.bodyStart..<line.lowerBound, end: line.upperBound,
      afterEnd: line.lowerBound + 3..<line.upperBound, isClosed: true)
  }

  /// The passage ends at its ID comment if it has one, which always comes last, else where the next passage
  /// begins. At the end of the file it is a card only if its first line names a note type: a lone START in
  /// running text is no card.
  private mutating func closeWithoutEnd(_ rest: Range<Int>, isLast: Bool) {
    guard let open else { return }
    self.open = nil
    var body = rest
    var line = rest.lowerBound
    while line < rest.upperBound {
      let end = bytes.lineEnd(from: line)
      if BlockReader.ankiID(bytes.trimmed(line..<end), in: bytes) != nil {
        body = rest.lowerBound..<min(end + 1, rest.upperBound)
        break
      }
      line = end + 1
    }
    if isLast {
      let content = bytes.trimmed(body)
      let firstLine = content.lowerBound..<min(bytes.lineEnd(from: content.lowerBound), content.upperBound)
      guard noteTypes.match(bytes.text(bytes.trimmed(firstLine))) != nil else { return }
    }
    let end = bytes.trimmed(open.line..<body.upperBound).upperBound
    append(open: open, body: body, end: end, afterEnd: end..<end, isClosed: false)
  }

  private mutating func append(
    open: (line: Int, bodyStart: Int, hasTrailingBlank: Bool), body: Range<Int>, end: Int,
    afterEnd: Range<Int>,
    isClosed: Bool
  ) {
    self.open = nil
    passages.append(
      BlockPassage(
        range: open.line..<end, body: body, afterEnd: afterEnd, isClosed: isClosed,
        startHasTrailingBlank: open.hasTrailingBlank, headings: headings.map(\.title)))
  }

  /// `KEYWORD: value`, or the value on the next line. The first line of its kind in a file counts.
  private mutating func fileLine(
    _ keyword: StaticString, _ line: Range<Int>,
    store: (inout PassageScanner, (Range<Int>, Range<Int>)) -> Void
  ) {
    guard open == nil, bytes.has(keyword, at: line.lowerBound) else { return }
    var index = line.lowerBound + keyword.utf8CodeUnitCount
    while index < line.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    if index < line.upperBound {
      guard bytes[index] == Byte.colon else { return }
      store(&self, (bytes.trimmed(index + 1..<line.upperBound), line))
    } else if line.upperBound < bytes.count {
      let next = line.upperBound + 1
      store(&self, (bytes.trimmed(next..<bytes.lineEnd(from: next)), line))
    } else {
      store(&self, (line.upperBound..<line.upperBound, line))
    }
  }

  /// An ATX heading (CommonMark 0.31 §4.2) outside code and cards.
  private mutating func headingLine(_ line: Range<Int>) {
    guard open == nil, !isInFence(line.lowerBound) else { return }
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == Byte.hash { index += 1 }
    let level = index - line.lowerBound
    guard level <= 6, index < line.upperBound, Byte.isBlank(bytes[index]) else { return }
    headings.removeAll { $0.level >= level }
    headings.append((level, bytes.text(bytes.trimmed(index..<line.upperBound))))
  }

  private mutating func isInFence(_ offset: Int) -> Bool {
    while nextFence < fences.count, fences[nextFence].upperBound <= offset { nextFence += 1 }
    return nextFence < fences.count && fences[nextFence].contains(offset)
  }
}
