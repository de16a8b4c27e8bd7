import Markdown
import StudyCore

/// START … END blocks in quotes, callouts and list items, which Obsidian_to_Anki does not see: each line has the quote marks of the
/// START line before it, or is indented as the item's text is.
struct ContainedBlockReader: CardStyleReader {
  let parser: NoteParser

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var index = 0
    while index < text.lines.count {
      guard let container = Container(text.lines[index], in: text, parser.keywordBytes.begin),
        let end = end(of: container, from: index + 1, in: text)
      else {
        index += 1
        continue
      }
      add(container, lines: index...end, in: text, to: &found)
      index = end + 1
    }
    return found
  }

  /// The line of END; nil where the container ends before it.
  private func end(of container: Container, from first: Int, in text: StyleText) -> Int? {
    var index = first
    while index < text.lines.count, let line = container.inner(of: text.lines[index], in: text) {
      if text.bytes.has(parser.keywordBytes.begin, at: line.lowerBound),
        text.bytes.trimmed(line).count == parser.keywordBytes.begin.count
      {
        return nil
      }
      if text.bytes.has(parser.keywordBytes.end, at: line.lowerBound) { return index }
      index += 1
    }
    return nil
  }

  private func add(
    _ container: Container, lines: ClosedRange<Int>, in text: StyleText, to found: inout StyleFindings
  ) {
    // The block as it would stand in column 0, and where each of its lines really is.
    var inner: [UInt8] = []
    var places: [(inner: Int, outer: Int)] = []
    for index in lines.dropFirst().dropLast() {
      guard let line = container.inner(of: text.lines[index], in: text) else { continue }
      places.append((inner.count, line.lowerBound))
      inner += Array(text.bytes[line]) + [Byte.newline]
    }
    inner.withUnsafeBufferPointer { inner in
      add(
        BlockReader(inner, lines: BlockReader.lines(of: inner, in: 0..<inner.count), parser: parser),
        of: inner, places, container, lines: lines, in: text, to: &found)
    }
  }

  /// - Parameters:
  ///   - block: nil where nothing stands in it.
  ///   - inner: the text that was read, and where its lines really are.
  private func add(
    _ block: consuming BlockReader?, of inner: Bytes, _ places: [(inner: Int, outer: Int)],
    _ container: Container, lines: ClosedRange<Int>, in text: StyleText, to found: inout StyleFindings
  ) {
    let start = text.lines[lines.lowerBound].range.lowerBound
    guard let block else {
      found.problems.append((.emptyBlock, start))
      return
    }
    guard !block.isDeleted else {
      found.problems.append((.deletedCard, start))
      return
    }
    found.problems += block.problems.map { problem, offset in
      let place = places.last { $0.inner <= offset }
      return (problem, place.map { $0.outer + offset - $0.inner } ?? start)
    }
    found.problems.append((.containedCard, start))
    var names = CardNames()
    (names.ankiID, names.tags) = (block.ankiID, block.tags.tags(in: inner))
    let last = text.lines[lines.upperBound]
    if let end = container.inner(of: last, in: text) {
      let afterEnd = end.lowerBound + parser.keywordBytes.end.count..<end.upperBound
      names.blockReference = BlockReference.parse(afterEnd, in: text.bytes)
    }
    found.cards.append(
      StyledCard(
        syntax: .contained, noteType: block.noteType, texts: block.texts.fields(in: inner).map(\.text),
        range: start..<last.range.upperBound, names: names))
  }
}

/// What the lines of a block stand in.
private enum Container {
  /// So many quote marks.
  case quote(depth: Int)
  /// A list item whose text begins in this column, from 0.
  case item(column: Int)

  /// The container of a line that has nothing but START in it.
  init?(_ line: StyleText.Line, in text: StyleText, _ begin: [UInt8]) {
    let bytes = text.bytes
    guard !line.isTaken, !line.isInFence, line.content.count >= begin.count,
      bytes.has(begin, at: line.content.upperBound - begin.count)
    else { return nil }
    if line.content.count == begin.count {
      let depth = bytes[line.range.lowerBound..<line.content.lowerBound].count { $0 == Byte.greater }
      guard depth > 0 else { return nil }
      self = .quote(depth: depth)
    } else {
      let words = CardWords.withoutMarkers(line.content, in: bytes)
      guard words.count == begin.count, bytes[line.content.lowerBound] != Byte.hash,
        bytes[line.content.lowerBound] != Byte.openBracket,
        !bytes[line.range.lowerBound..<line.content.lowerBound].contains(Byte.greater)
      else { return nil }
      self = .item(column: words.lowerBound - line.range.lowerBound)
    }
  }

  /// A line without what holds it; nil for one that stands outside.
  func inner(of line: StyleText.Line, in text: StyleText) -> Range<Int>? {
    let bytes = text.bytes
    guard !line.isTaken else { return nil }
    var index = line.range.lowerBound
    switch self {
    case .quote(let depth):
      var left = depth
      while left > 0 {
        while index < line.range.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
        guard index < line.range.upperBound, bytes[index] == Byte.greater else { return nil }
        index += 1
        left -= 1
      }
      if index < line.range.upperBound, bytes[index] == Byte.space { index += 1 }
    case .item(let column):
      if line.isBlank { return line.range.upperBound..<line.range.upperBound }
      // A tab is as far as the item's text goes.
      if index < line.range.upperBound, bytes[index] == Byte.tab { return index + 1..<line.range.upperBound }
      while index < line.range.upperBound, index < line.range.lowerBound + column {
        guard bytes[index] == Byte.space else { return nil }
        index += 1
      }
    }
    return index..<line.range.upperBound
  }
}
