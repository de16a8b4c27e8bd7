import Markdown
import StudyCore

/// The cards of flashcards-obsidian (`card-syntax.md` §5) in either of its versions: marked by a tag; in a fence or a callout; and, in notes
/// that are the plugin's, in a line or as gaps.
struct FlashcardsReader: CardStyleReader {
  let settings: FlashcardsSettings
  let version: FlashcardsSettings.Version
  /// Whether cards in a line and gaps count.
  let readsLines: Bool
  let types: StyleTypes

  func read(_ text: StyleText) -> StyleFindings {
    var reading = FlashcardsReading(text: text, reader: self)
    reading.read()
    return reading.found
  }
}

/// `#card`, `#card-reverse` or `#card-spaced` at the end of a line; more tags may follow it, which are the card's.
struct CardMark {
  let mark: FlashcardsSettings.Mark
  /// What stands before it on its line.
  let before: Range<Int>
  let tags: [String]

  init?(_ content: Range<Int>, in text: StyleText, _ settings: FlashcardsSettings) {
    let bytes = text.bytes
    var end = content.upperBound
    var tags: [String] = []
    while true {
      let start =
        bytes[content.lowerBound..<end].lastIndex(where: Byte.isBlank).map { $0 + 1 } ?? content.lowerBound
      guard start < end, bytes[start] == Byte.hash, !text.isOpaque(start) else { return nil }
      let word = bytes.text(start..<end)
      end = bytes.trimmed(content.lowerBound..<start).upperBound
      if let mark = settings.mark(word) {
        self.mark = mark
        before = content.lowerBound..<max(end, content.lowerBound)
        self.tags = Tag.union(tags.reversed())
        return
      }
      guard end > content.lowerBound, let tag = Tag.normalized(word) else { return nil }
      tags.append(tag)
    }
  }
}

private struct FlashcardsReading {
  let text: StyleText
  let reader: FlashcardsReader
  var found = StyleFindings()
  /// The first line that a question may begin in.
  private var free = 0

  init(text: StyleText, reader: FlashcardsReader) {
    self.text = text
    self.reader = reader
  }

  private var bytes: Bytes { text.bytes }
  private var types: StyleTypes { reader.types }

  mutating func read() {
    var index = 0
    while index < text.lines.count {
      let next =
        readContainer(index) ?? readMarked(index) ?? readLine(index) ?? readGaps(index)
      if let next { free = next }
      index = next ?? index + 1
    }
  }

  // MARK: Containers

  private mutating func readContainer(_ index: Int) -> Int? {
    guard !text.lines[index].isTaken else { return nil }
    if let fence = FlashcardFence(index, in: text) {
      if let card = fence.card(types, in: text) { found.cards.append(card) }
      return fence.lines.upperBound
    }
    if let callout = FlashcardCallout(index, in: text) {
      if let card = callout.card(types, in: text) { found.cards.append(card) }
      return callout.next
    }
    return nil
  }

  // MARK: Tags

  private mutating func readMarked(_ index: Int) -> Int? {
    let line = text.lines[index]
    guard !line.endsText, !line.isInFence, let mark = CardMark(line.content, in: text, reader.settings) else {
      return nil
    }
    let start = firstLine(of: index, mark: mark, notBefore: free)
    // A marked line is no part of the question below it, whether or not it became a card.
    free = index + 1
    let question = question(start...index, mark)
    guard !question.isEmpty else { return nil }
    if mark.mark == .reminder {
      return add(.cardReminder, types.basic, [question], lines: start..<index + 1, mark.tags)
    }
    var answer = answer(below: index, heading: text.heading(text.lines[start])?.level)
    guard !answer.isEmpty else { return nil }
    var names = CardNames(text, lines: &answer)
    guard !answer.isEmpty else { return nil }
    let answerText = names.takeEnd(of: answer, in: text)
    let next = max(names.end, answer.upperBound)
    append(
      .cardTag, mark.mark == .reversed ? types.reversed : types.basic, [question, answerText],
      lines: start..<next, names, mark.tags)
    return next
  }

  /// The first line of the question: of its paragraph, or of the heading above where the mark stands alone.
  private func firstLine(of index: Int, mark: CardMark, notBefore free: Int) -> Int {
    if text.heading(text.lines[index]) != nil { return index }
    var start = index
    while start > free, !text.lines[start - 1].endsText {
      let above = text.lines[start - 1]
      if text.heading(above) != nil {
        // A heading's text is not the question of the paragraph below it, unless the paragraph is the mark.
        return mark.before.isEmpty && start == index ? start - 1 : start
      }
      if text.beginsComment(above) { break }
      start -= 1
    }
    return start
  }

  private func question(_ lines: ClosedRange<Int>, _ mark: CardMark) -> String {
    let first = text.lines[lines.lowerBound].content
    if lines.count == 1 { return bytes.text(CardWords.withoutMarkers(mark.before, in: bytes)) }
    let start = CardWords.withoutMarkers(first, in: bytes).lowerBound
    return TextKey.trimmed(bytes.text(start..<max(start, mark.before.upperBound)))
  }

  /// The lines below up to a blank one; in the second version the whole section of a heading.
  private func answer(below index: Int, heading level: Int?) -> Range<Int> {
    var start = index + 1
    while start < text.lines.count, text.lines[start].isBlank, !text.lines[start].isTaken { start += 1 }
    var end = start
    let isSection = reader.version == .second && level != nil
    while end < text.lines.count, !text.lines[end].isTaken {
      let line = text.lines[end]
      if !isSection, line.endsText { break }
      if let other = text.heading(line), !isSection || other.level <= level ?? 6 { break }
      if !line.isInFence, CardMark(line.content, in: text, reader.settings) != nil { break }
      end += 1
    }
    while end > start, text.lines[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  // MARK: Lines and gaps

  private mutating func readLine(_ index: Int) -> Int? {
    let line = text.lines[index]
    guard reader.readsLines, !line.endsText, !line.isInFence, !isHidden(line),
      bytes[line.content.lowerBound] != Byte.pipe
    else { return nil }
    let words = [(reader.settings.reversedLine, types.reversed), (reader.settings.line, types.basic)]
    for (word, type) in words where !word.isEmpty {
      guard let start = text.find(Array(word.utf8), in: line.content) else { continue }
      let question = CardWords.withoutMarkers(line.content.lowerBound..<start, in: bytes)
      var answer = bytes.trimmed(start + word.utf8.count..<line.content.upperBound)
      guard !question.isEmpty, !answer.isEmpty else { return nil }
      // `std::vector` in a sentence; see ``SpacedRepetitionReader``.
      guard !SeparatorSense.isCode(start..<start + word.utf8.count, in: line.content, bytes) else {
        found.problems.append((.separatorInWords(word), start))
        return nil
      }
      var names = CardNames()
      names.readEnd(of: &answer, in: bytes)
      let tags = takeTags(&answer)
      return add(
        .cardLine, type, [bytes.text(question), bytes.text(answer)], lines: index..<index + 1, tags, names)
    }
    return nil
  }

  private mutating func readGaps(_ index: Int) -> Int? {
    let line = text.lines[index]
    guard reader.readsLines, !line.endsText, !line.isInFence, !isHidden(line) else { return nil }
    var content = CardWords.withoutMarkers(line.content, in: bytes)
    var names = CardNames()
    names.readEnd(of: &content, in: bytes)
    let tags = takeTags(&content)
    let written = bytes.text(content)
    let clozes =
      reader.version == .first
      ? CurlyClozes(includesHighlights: true, unnumbered: .first)
      : CurlyClozes(includesHighlights: true, braces: .numbered)
    let converted = clozes.converted(written)
    guard !ClozeScanner.scan(converted).isEmpty else { return nil }
    return add(.cardCloze, types.cloze, [converted], lines: index..<index + 1, tags, names)
  }

  /// The second version reads nothing in quotes.
  private func isHidden(_ line: StyleText.Line) -> Bool {
    text.beginsComment(line)
      || reader.version == .second
        && bytes[line.range.lowerBound..<line.content.lowerBound].contains(Byte.greater)
  }

  /// Takes the tags off the end of a card.
  private func takeTags(_ content: inout Range<Int>) -> [String] {
    var tags: [String] = []
    while let blank = bytes[content].lastIndex(where: Byte.isBlank), blank + 1 < content.upperBound,
      bytes[blank + 1] == Byte.hash, !text.isOpaque(blank + 1),
      let tag = Tag.normalized(bytes.text(blank + 1..<content.upperBound))
    {
      tags.append(tag)
      content = bytes.trimmed(content.lowerBound..<blank)
    }
    return Tag.union(tags.reversed())
  }

  // MARK: Adding

  /// - Returns: the line after the card, what names it included.
  private mutating func add(
    _ syntax: CardSyntax, _ type: NoteType, _ texts: [String], lines: Range<Int>, _ tags: [String],
    _ own: CardNames = CardNames()
  ) -> Int {
    var lines = lines
    var names = CardNames(text, lines: &lines)
    names.ankiID = own.ankiID ?? names.ankiID
    names.blockReference = own.blockReference ?? names.blockReference
    let next = max(names.end, lines.upperBound)
    append(syntax, type, texts, lines: lines.lowerBound..<next, names, tags)
    return next
  }

  private mutating func append(
    _ syntax: CardSyntax, _ type: NoteType, _ texts: [String], lines: Range<Int>, _ names: CardNames,
    _ tags: [String]
  ) {
    var names = names
    names.tags = Tag.union(tags, names.tags)
    let range =
      text.lines[lines.lowerBound].range.lowerBound..<text.lines[lines.upperBound - 1].range.upperBound
    found.cards.append(StyledCard(syntax: syntax, noteType: type, texts: texts, range: range, names: names))
  }
}
