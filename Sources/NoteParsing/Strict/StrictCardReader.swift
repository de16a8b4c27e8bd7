import Markdown
import StudyCore

/// Reads what stands between two keywords exactly as Obsidian_to_Anki does (`card-syntax.md` §3.3, §3.4).
struct StrictCardReader {
  let bytes: Bytes
  let noteTypes: NoteTypeTable

  // MARK: START … END

  /// From the bottom up: the ID anywhere in the last line, the tags, and on top the type.
  func block(_ body: Range<Int>) -> Result<StrictCard, StrictPassage.Refusal> {
    var lines = lines(of: bytes.trimmedAsInJavaScript(body))
    var ankiID: AnkiNoteID?
    if let last = lines.last, let found = id(in: last) {
      ankiID = found.id
      lines.removeLast()
    }
    var tags: [String] = []
    if let last = lines.last, last.count >= tagsHead.count, bytes.has(tagsHead, at: last.lowerBound) {
      tags = words(last.lowerBound + tagsHead.count..<last.upperBound)
      lines.removeLast()
    }
    guard let typeLine = lines.first else { return .failure(.noType) }
    let name = bytes.text(typeLine)
    guard let noteType = noteTypes.identical(to: name) else { return .failure(.unknownType(name)) }
    return .success(
      StrictCard(
        noteType: noteType, texts: texts(of: lines.dropFirst(), names: noteType.fields), tags: tags,
        ankiID: ankiID))
  }

  /// The texts of fields: a line that begins with a field's name and a colon goes on with that field.
  func texts(of lines: ArraySlice<Range<Int>>, names: [String]) -> [String] {
    let heads = names.map { Array(($0 + ":").utf8) }
    var texts = names.map { _ in [UInt8]() }
    var field = 0
    for line in lines {
      var start = line.lowerBound
      if let head = heads.firstIndex(where: { $0.count <= line.count && bytes.has($0, at: start) }) {
        field = head
        start += heads[head].count
      }
      texts[field] += bytes[start..<line.upperBound]
      texts[field].append(Byte.newline)
    }
    return texts.map { TextKey.trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  /// What LFs separate: at least one line.
  func lines(of range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var line = range.lowerBound
    while true {
      let end = bytes.lineEnd(from: line, limit: range.upperBound)
      lines.append(line..<end)
      guard end < range.upperBound else { return lines }
      line = end + 1
    }
  }

  // MARK: STARTI … ENDI

  /// The ID cuts off what follows it; then the tags run to the end; the first brackets name the type, and what
  /// stands before them is dropped.
  func inline(_ body: Range<Int>) -> Result<StrictCard, StrictPassage.Refusal> {
    var rest = bytes.trimmedAsInJavaScript(body)
    var ankiID: AnkiNoteID?
    if let found = id(in: rest) {
      ankiID = found.id
      rest = bytes.trimmedAsInJavaScript(rest.lowerBound..<found.start)
    }
    var tags: [String] = []
    if let found = bytes.find(tagsHead, from: rest.lowerBound, limit: rest.upperBound) {
      tags = words(found + tagsHead.count..<rest.upperBound)
      rest = bytes.trimmedAsInJavaScript(rest.lowerBound..<found)
    }
    guard let open = bytes[rest].firstIndex(of: Byte.openBracket),
      let close = bytes[open..<rest.upperBound].firstIndex(of: Byte.closeBracket)
    else { return .failure(.noType) }
    let name = bytes.text(open + 1..<close)
    guard let noteType = noteTypes.identical(to: name) else { return .failure(.unknownType(name)) }
    return .success(
      StrictCard(
        noteType: noteType, texts: texts(of: close + 1..<rest.upperBound, names: noteType.fields), tags: tags,
        ankiID: ankiID))
  }

  /// A word between two blanks that is a field's name and a colon goes on with that field.
  private func texts(of range: Range<Int>, names: [String]) -> [String] {
    let heads = names.map { Array(($0 + ":").utf8) }
    var texts = names.map { _ in [UInt8]() }
    var field = 0
    for word in bytes[range].split(separator: Byte.space, omittingEmptySubsequences: false) {
      if let head = heads.firstIndex(where: { $0.elementsEqual(word) }) {
        field = head
      } else {
        texts[field] += word
      }
      texts[field].append(Byte.space)
    }
    return texts.map { TextKey.trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  // MARK: Both

  private let tagsHead = Array("Tags: ".utf8)
  private let idHead = Array("ID: ".utf8)

  init(_ bytes: Bytes, noteTypes: NoteTypeTable) {
    self.bytes = bytes
    self.noteTypes = noteTypes
  }

  /// The first `ID: ` that a digit follows, with the start of a comment right before it.
  private func id(in range: Range<Int>) -> (id: AnkiNoteID?, start: Int)? {
    var position = range.lowerBound
    while let found = bytes.find(idHead, from: position, limit: range.upperBound) {
      position = found + idHead.count
      let digits = bytes[position..<range.upperBound].prefix(while: Byte.isDigit)
      guard !digits.isEmpty else { continue }
      let isComment = found - 4 >= range.lowerBound && bytes.has("<!--", at: found - 4)
      let id = Int64(bytes.text(digits.startIndex..<digits.endIndex)).map { AnkiNoteID($0) }
      return (id, isComment ? found - 4 : found)
    }
    return nil
  }

  private func words(_ range: Range<Int>) -> [String] {
    bytes[range].split(separator: Byte.space).map { String(decoding: $0, as: UTF8.self) }
  }
}
