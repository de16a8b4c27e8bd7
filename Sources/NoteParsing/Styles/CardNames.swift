import Markdown
import StudyCore

/// What stands at the end of a card and says which one it is: ids, tags, and what another program remembers of it.
struct CardNames {
  var ankiID: AnkiNoteID?
  var blockReference: String?
  var tags: [String] = []
  var memories: [ForeignMemory?] = []

  /// Takes names off the end of some lines, and off the lines that follow them.
  ///
  /// - Parameters:
  ///   - indices: the lines of a card. Those at the end that only name it are taken away.
  ///   - following: whether names may also stand on the lines after them.
  init(_ text: StyleText, lines indices: inout Range<Int>, following: Bool = true) {
    let last = indices.upperBound
    while let index = indices.last, indices.count > 1, read(text.lines[index], of: text) {
      indices = indices.lowerBound..<index
    }
    guard following, last == indices.upperBound else {
      end = last
      return
    }
    var next = last
    // One blank line at most stands before an id.
    if next < text.lines.count, text.lines[next].isBlank, !text.lines[next].isTaken { next += 1 }
    end = last
    while next < text.lines.count, !text.lines[next].isTaken, read(text.lines[next], of: text) {
      next += 1
      end = next
    }
  }

  init() {}

  /// Past the last line that names the card.
  private(set) var end = 0

  /// True if the line says nothing but what the card is named by.
  private mutating func read(_ line: StyleText.Line, of text: StyleText) -> Bool {
    guard !line.isBlank else { return false }
    let bytes = text.bytes
    // Obsidian_to_Anki writes an id where its pattern ends, which may be in the middle of a code block.
    if let id = BlockReader.ankiID(line.content, in: bytes) {
      ankiID = ankiID ?? id
      return true
    }
    guard !line.isInFence else { return false }
    if let comment = ScheduleComment(bytes, line: line.content), comment.range == line.content {
      memories = comment.memories
      return true
    }
    if let name = CardNames.reference(line.content, in: bytes) {
      set(reference: name)
      return true
    }
    if bytes.has("Tags: ", at: line.range.lowerBound) {
      tags = Tag.union(Tag.list(in: bytes, line.range.lowerBound + 6..<line.range.upperBound))
      return true
    }
    return false
  }

  /// The text of an answer's lines, without what names the card at the end of the last one.
  mutating func takeEnd(of lines: Range<Int>, in text: StyleText) -> String {
    guard let last = lines.last, !text.lines[last].isInFence else { return text.text(of: lines) }
    var content = text.lines[last].content
    readEnd(of: &content, in: text.bytes)
    return text.text(of: lines, endingAt: content.upperBound)
  }

  /// Takes a schedule comment and a block id off the end of a card's last line.
  mutating func readEnd(of line: inout Range<Int>, in bytes: Bytes) {
    if let comment = ScheduleComment(bytes, line: line) {
      memories = comment.memories
      line = bytes.trimmed(line.lowerBound..<comment.range.lowerBound)
    }
    let caret = bytes[line].lastIndex(of: Byte.caret) ?? line.lowerBound
    guard caret > line.lowerBound, Byte.isBlank(bytes[caret - 1]),
      let name = CardNames.reference(caret..<line.upperBound, in: bytes)
    else { return }
    set(reference: name)
    line = bytes.trimmed(line.lowerBound..<caret)
  }

  /// `^name` as the whole of a range.
  private static func reference(_ range: Range<Int>, in bytes: Bytes) -> String? {
    guard range.count > 1, bytes[range.lowerBound] == Byte.caret else { return nil }
    let name = range.dropFirst()
    let isName = name.allSatisfy {
      Byte.isLetter(bytes[$0]) || Byte.isDigit(bytes[$0]) || bytes[$0] == Byte.dash
    }
    return isName ? bytes.text(name) : nil
  }

  /// A name of thirteen digits is the id of the note in Anki, as flashcards-obsidian writes it (`card-syntax.md` §5).
  private mutating func set(reference name: String) {
    if name.utf8.count == 13, name.utf8.allSatisfy(Byte.isDigit), let number = Int64(name) {
      ankiID = ankiID ?? AnkiNoteID(number)
    } else {
      blockReference = blockReference ?? name
    }
  }
}
