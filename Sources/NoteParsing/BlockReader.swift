import Markdown
import StudyCore

/// Reads the body of a START…END block from the bottom up: ID and tags, then the type line, then the fields
/// (`card-syntax.md` §3.3).
struct BlockReader: ~Copyable {
  private let bytes: Bytes
  private let parser: NoteParser
  private let mayHaveFences: Bool
  /// Lines still to be read.
  private var lines: [Range<Int>] = []

  private(set) var ankiID: AnkiNoteID?
  private(set) var tags = TagTexts.made([])
  /// True for a card that Obsidian_to_Anki is to delete.
  private(set) var isDeleted = false
  private(set) var noteType = NoteType(name: "", fields: [], behavior: .basic)
  private(set) var texts = FieldTexts.made([])
  /// Empty unless the note type is unknown.
  private(set) var candidateHeads = CandidateHeads()
  private(set) var problems: [(problem: NoteProblem, offset: Int)] = []

  /// Nil when nothing but blank lines, an ID or tags stands in the body.
  ///
  /// - Parameter mayHaveFences: false where there are surely none.
  init?(_ bytes: Bytes, lines: [Range<Int>], parser: NoteParser, mayHaveFences: Bool = true) {
    self.bytes = bytes
    self.mayHaveFences = mayHaveFences
    self.parser = parser
    self.lines = lines
    readTrailer()
    guard let typeLine = self.lines.firstIndex(where: { !isBlank($0) }) else { return nil }
    readType(self.lines[typeLine...])
  }

  static func lines(of bytes: Bytes, in body: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    lines.reserveCapacity(16)
    var line = body.lowerBound
    while line < body.upperBound {
      let end = bytes.lineEnd(from: line, limit: body.upperBound)
      lines.append(line..<end)
      line = end + 1
    }
    return lines
  }

  private func isBlank(_ line: Range<Int>) -> Bool { bytes.trimmed(line).isEmpty }

  /// Takes the ID and the Tags line off the end, in either order and with blank lines between them.
  private mutating func readTrailer() {
    var hasTags = false
    var hasBlank = false
    while let last = lines.last {
      if isBlank(last) {
        hasBlank = hasBlank || ankiID != nil || hasTags
      } else if isDelete(last) {
        isDeleted = true
      } else if ankiID == nil, let id = BlockReader.ankiID(bytes.trimmed(last), in: bytes) {
        ankiID = id
        if hasTags { problems.append((.idNotLast, last.lowerBound)) }
      } else if !hasTags, bytes.has("Tags:", at: last.lowerBound), last.count >= 5 {
        hasTags = true
        takeIDAfterText()
        readTags(lines[lines.count - 1])
        if hasBlank, ankiID != nil { problems.append((.tagsBeforeBlank, last.lowerBound)) }
      } else {
        break
      }
      lines.removeLast()
    }
    takeIDAfterText()
    if ankiID == nil, let last = lines.last, mentionsID(last) {
      problems.append((.idLikeText, last.lowerBound))
    }
    if let stray = lines.first(where: { isID($0) }) {
      problems.append((.idNotLast, stray.lowerBound))
    }
  }

  /// Takes an ID comment off the end of the last line: the plugin takes it too, and drops the text with it.
  private mutating func takeIDAfterText() {
    guard ankiID == nil, let last = lines.last, bytes.has("-->", at: bytes.trimmed(last).upperBound - 3),
      let comment = lastComment(in: bytes.trimmed(last)), let id = BlockReader.ankiID(comment, in: bytes)
    else { return }
    ankiID = id
    problems.append((.idAfterText, comment.lowerBound))
    lines[lines.count - 1] = last.lowerBound..<comment.lowerBound
  }

  /// From the last `<!--` of a line to its end.
  private func lastComment(in line: Range<Int>) -> Range<Int>? {
    var start = line.upperBound - 4
    while start >= line.lowerBound, !bytes.has("<!--", at: start) { start -= 1 }
    return start >= line.lowerBound ? start..<line.upperBound : nil
  }

  /// `DELETE` with the id on the next line, or right after it (`card-syntax.md` §3.5).
  private func isDelete(_ line: Range<Int>) -> Bool {
    let content = bytes.trimmed(line)
    let delete = parser.keywordBytes.delete
    guard bytes.has(delete, at: content.lowerBound) else { return false }
    let rest = content.lowerBound + delete.count..<content.upperBound
    return rest.isEmpty ? ankiID != nil : BlockReader.ankiID(bytes.trimmed(rest), in: bytes) != nil
  }

  private mutating func readTags(_ line: Range<Int>) {
    let list = line.lowerBound + 5..<line.upperBound
    if Tag.isPlainList(in: bytes, list) {
      tags = .written(StoredRange(list))
      return
    }
    let read = Tag.union(Tag.list(in: bytes, list))
    if !isWritten(read, in: list) { problems.append((.tagsForm(read: read), line.lowerBound)) }
    tags = .made(read)
  }

  /// True for tags that stand as they are read, a blank before each. Blanks at the end make no tag to anyone.
  private func isWritten(_ tags: [String], in range: Range<Int>) -> Bool {
    guard !tags.isEmpty else { return false }
    var end = range.lowerBound
    for tag in tags where end < range.upperBound && bytes[end] == Byte.space {
      let next = end + 1 + tag.utf8.count
      if next <= range.upperBound, bytes[end + 1..<next].elementsEqual(tag.utf8) { end = next }
    }
    if bytes.trimmed(end..<range.upperBound).isEmpty { return true }
    // Characters may be written in other ways than the tags have them.
    let text = bytes.text(range)
    let plain = " " + tags.joined(separator: " ")
    return TextKey.trimmed(text) == plain.dropFirst() && text.hasPrefix(plain)
  }

  private func isID(_ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, Byte.isSpace(bytes[start]) { start += 1 }
    // Nearly all lines begin with something else.
    guard start < line.upperBound, bytes[start] == Byte.less || bytes[start] == UInt8(ascii: "I") else {
      return false
    }
    return BlockReader.ankiID(bytes.trimmed(start..<line.upperBound), in: bytes) != nil
  }

  /// `<!--ID: n-->` (blanks inside do not matter) or a bare `ID: n` of at least ten digits, as the whole line.
  static func ankiID(_ line: Range<Int>, in bytes: Bytes) -> AnkiNoteID? {
    var inner = line
    var leastDigits = 10
    if bytes.has("<!--", at: line.lowerBound), line.count >= 7, bytes.has("-->", at: line.upperBound - 3) {
      inner = bytes.trimmed(line.lowerBound + 4..<line.upperBound - 3)
      leastDigits = 1
    }
    guard bytes.has("ID:", at: inner.lowerBound), inner.count > 3 else { return nil }
    let digits = bytes.trimmed(inner.lowerBound + 3..<inner.upperBound)
    guard digits.count >= leastDigits, digits.count <= 18 else { return nil }
    var value: Int64 = 0
    for index in digits {
      guard Byte.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int64(bytes[index] - UInt8(ascii: "0"))
    }
    return AnkiNoteID(value)
  }

  /// True if Obsidian_to_Anki would take the line for an ID: `ID: ` and a digit anywhere in it.
  private func mentionsID(_ line: Range<Int>) -> Bool {
    guard let found = bytes.find("ID: ", from: line.lowerBound, limit: line.upperBound) else { return false }
    return found + 4 < line.upperBound && Byte.isDigit(bytes[found + 4])
  }

  private mutating func readType(_ lines: ArraySlice<Range<Int>>) {
    let typeLine = lines[lines.startIndex]
    let nameRange = bytes.trimmed(typeLine)
    if typeLine.count > nameRange.count { problems.append((.trailingBlank, typeLine.lowerBound)) }
    if let known = parser.noteTypes.known(nameRange, in: bytes) {
      return readFields(of: known, lines.dropFirst())
    }
    let name = bytes.text(nameRange)
    let noteTypes = parser.noteTypes
    if let other = noteTypes.known(inOtherCase: name) {
      problems.append((.noteTypeCase(written: name), typeLine.lowerBound))
      readFields(of: other, lines.dropFirst())
    } else {
      if isAnswer(lines.dropFirst()), let basic = noteTypes.known("Basic") {
        problems.append((.noteTypeMissing(question: name), typeLine.lowerBound))
        readFields(of: basic, lines)
      } else {
        problems.append((.unknownNoteType(name, near: noteTypes.nearest(to: name)), typeLine.lowerBound))
        let unknown = UnknownType(name: name, bytes: bytes, lines: lines.dropFirst(), noteTypes: noteTypes)
        (noteType, texts, candidateHeads) = (unknown.noteType, unknown.texts, unknown.candidateHeads)
      }
    }
  }

  /// True if `Back:` comes at once: what stands above it is a question whose type line was forgotten.
  private func isAnswer(_ lines: ArraySlice<Range<Int>>) -> Bool {
    guard let first = lines.first(where: { !isBlank($0) }) else { return false }
    return bytes.has("Back:", at: first.lowerBound)
  }

  private mutating func readFields(of known: KnownType, _ lines: ArraySlice<Range<Int>>) {
    noteType = known.type
    let split = FieldSplitter(bytes: bytes, lines: lines, heads: known.heads, mayHaveFences: mayHaveFences)
    texts = split.texts
    problems += split.headsInCode.map { (.fieldInCode, $0) }
    problems += UnseenHeads.of(texts, in: lines, bytes)
  }
}
