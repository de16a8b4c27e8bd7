import Markdown
import StudyCore

/// The cards of obsidian-spaced-repetition (`card-syntax.md` §4.1): a line with a separator; lines above and below a line that is one;
/// paragraphs with gaps.
///
/// Other than the plugin it also reads cards in quotes and callouts, and takes no `::` between two words of code for a separator.
struct SpacedRepetitionReader: CardStyleReader {
  let settings: SpacedRepetitionSettings
  let types: StyleTypes

  func read(_ text: StyleText) -> StyleFindings {
    var reading = SpacedRepetitionReading(text: text, settings: settings, types: types)
    reading.read()
    return reading.found
  }
}

private struct SpacedRepetitionReading {
  let text: StyleText
  let settings: SpacedRepetitionSettings
  let types: StyleTypes
  var found = StyleFindings()
  /// The deck of the last line of tags.
  private var deck: String?

  init(text: StyleText, settings: SpacedRepetitionSettings, types: StyleTypes) {
    self.text = text
    self.settings = settings
    self.types = types
  }

  private var bytes: Bytes { text.bytes }

  mutating func read() {
    var index = 0
    while index < text.lines.count {
      if text.lines[index].endsText {
        index += 1
      } else if let comment = endOfComment(from: index) {
        index = comment
      } else {
        index = readParagraph(from: index)
      }
    }
  }

  /// Past a comment that is no schedule; one that nobody closes hides its own line only.
  private func endOfComment(from index: Int) -> Int? {
    let line = text.lines[index]
    guard text.beginsComment(line), !isSchedule(line) else { return nil }
    guard let hidden = text.opaqueRange(at: line.content.lowerBound) else { return index + 1 }
    return max(text.lines(of: hidden).upperBound, index + 1)
  }

  private func isSchedule(_ line: StyleText.Line) -> Bool {
    bytes.has("<!--SR:", at: line.content.lowerBound)
  }

  // MARK: Paragraphs

  /// - Returns: the line after it.
  private mutating func readParagraph(from first: Int) -> Int {
    let end = endOfParagraph(from: first)
    var start = first
    var separatorLine = (min(first + 1, end)..<end).first(where: isSeparatorLine)
    while start < end {
      if let own = tagLine(start) {
        deck = own.name
        start += 1
      } else if let separator = separator(in: start) {
        start = addLine(start, separator)
      } else if text.heading(text.lines[start]) != nil, !isSeparatorLine(start + 1) {
        start += 1
      } else if let separator = separatorLine, separator > start {
        return addLines(start, separator: separator)
      } else {
        let next =
          (start + 1..<max(start + 1, end)).first { self.separator(in: $0) != nil || tagLine($0) != nil }
          ?? end
        addCloze(start..<next)
        start = next
      }
      if let passed = separatorLine, passed <= start {
        separatorLine = (min(start + 1, end)..<end).first(where: isSeparatorLine)
      }
    }
    return end
  }

  private func endOfParagraph(from start: Int) -> Int {
    var end = start
    while end < text.lines.count, !text.lines[end].endsText, end == start || endOfComment(from: end) == nil {
      end += 1
    }
    return end
  }

  private func isSeparatorLine(_ index: Int) -> Bool {
    guard index < text.lines.count else { return false }
    let line = text.lines[index]
    return !line.isInFence && !line.isTaken
      && (equals(line.content, settings.lines) || equals(line.content, settings.reversedLines))
  }

  private func equals(_ range: Range<Int>, _ word: String) -> Bool {
    !word.isEmpty && range.count == word.utf8.count && bytes[range].elementsEqual(word.utf8)
  }

  /// The deck of a line that has nothing but tags, one of them the plugin's.
  private func tagLine(_ index: Int) -> SpacedRepetitionSettings.TagDeck? {
    let words = bytes[text.lines[index].content].split(whereSeparator: Byte.isBlank)
    guard !words.isEmpty,
      words.allSatisfy({ $0.count > 1 && $0.first == Byte.hash && $0.dropFirst().allSatisfy(Tag.has) })
    else { return nil }
    return words.lazy.compactMap { settings.deck(ofTag: String(decoding: $0.dropFirst(), as: UTF8.self)) }
      .first
  }

  // MARK: A line

  private struct Separator {
    var range: Range<Int>
    var isReversed: Bool
  }

  /// Where a line's question ends; the longest separator is looked for first.
  private mutating func separator(in index: Int) -> Separator? {
    let line = text.lines[index]
    guard !line.isInFence, bytes[line.content.lowerBound] != Byte.pipe else { return nil }
    let words = [(settings.reversedLine, true), (settings.line, false)].filter { !$0.0.isEmpty }
      .sorted { $0.0.utf8.count > $1.0.utf8.count }
    for (word, isReversed) in words {
      guard let start = text.find(Array(word.utf8), in: line.content) else { continue }
      let range = start..<start + word.utf8.count
      guard range.lowerBound > line.content.lowerBound, range.upperBound < line.content.upperBound else {
        return nil
      }
      if SeparatorSense.isCode(range, in: line.content, bytes) {
        found.problems.append((.separatorInWords(word), range.lowerBound))
        return nil
      }
      return SeparatorSense.isField(range, in: line.content, bytes)
        ? nil : Separator(range: range, isReversed: isReversed)
    }
    return nil
  }

  private mutating func addLine(_ index: Int, _ separator: Separator) -> Int {
    let line = text.lines[index]
    let (deck, start) = ownDeck(line.content)
    let question = CardWords.withoutMarkers(start..<separator.range.lowerBound, in: bytes)
    var answer = bytes.trimmed(separator.range.upperBound..<line.content.upperBound)
    var names = CardNames()
    names.readEnd(of: &answer, in: bytes)
    guard !question.isEmpty, !answer.isEmpty else { return index + 1 }
    add(
      .spacedLine, separator.isReversed ? types.reversed : types.basic,
      [bytes.text(question), bytes.text(answer)], lines: index..<index + 1, names, deck)
    return max(index + 1, found.lastLine(in: text))
  }

  // MARK: Several lines

  /// - Returns: the line after the card.
  private mutating func addLines(_ start: Int, separator: Int) -> Int {
    let isReversed = equals(text.lines[separator].content, settings.reversedLines)
    let end = endOfAnswer(from: separator + 1)
    var answer = separator + 1..<end
    while let last = answer.last, text.lines[last].isBlank { answer.removeLast() }
    var names = CardNames()
    takeCallout(&answer, &names)
    var own = CardNames(text, lines: &answer)
    if own.memories.isEmpty { own.memories = names.memories }
    let answerText = own.takeEnd(of: answer, in: text)
    let (deck, questionStart) = ownDeck(text.lines[start].content)
    let question = CardWords.text(of: start..<separator, from: questionStart, in: text)
    let next = max(own.end, end)
    guard !question.isEmpty, !answer.isEmpty else { return next }
    add(
      .spacedLines, isReversed ? types.reversed : types.basic, [question, answerText],
      lines: start..<max(end, own.end), own, deck, following: false)
    return next
  }

  /// Up to a blank line, or to the line that the settings name.
  private func endOfAnswer(from start: Int) -> Int {
    let hasMarker = !settings.endMarker.isEmpty
    var end = start
    while end < text.lines.count, !text.lines[end].isTaken {
      let line = text.lines[end]
      if hasMarker, equals(line.content, settings.endMarker) { return end }
      if !hasMarker, line.endsText { return end }
      if !hasMarker, end > start, endOfComment(from: end) != nil { return end }
      end += 1
    }
    return end
  }

  /// A schedule may stand in a callout of its own below the answer.
  private func takeCallout(_ answer: inout Range<Int>, _ names: inout CardNames) {
    guard
      let head = answer.last(where: {
        bytes.has("[!sr|card-metadata]", at: text.lines[$0].content.lowerBound)
      })
    else { return }
    for index in head..<answer.upperBound {
      if let comment = ScheduleComment(bytes, line: text.lines[index].content) {
        names.memories = comment.memories
      }
    }
    answer = answer.lowerBound..<head
  }

  // MARK: Gaps

  private mutating func addCloze(_ lines: Range<Int>) {
    var lines = lines
    let names = CardNames(text, lines: &lines)
    guard let first = lines.first, let last = lines.last else { return }
    let (deck, start) = ownDeck(text.lines[first].content)
    var whole = min(start, text.lines[last].content.upperBound)..<text.lines[last].content.upperBound
    var own = names
    if own.memories.isEmpty { own.readEnd(of: &whole, in: bytes) }
    guard let converted = settings.clozes.converted(whole, of: text) else { return }
    add(
      .spacedCloze, types.cloze, [converted], lines: first..<max(lines.upperBound, names.end), own, deck,
      following: false)
  }

  // MARK: Adding

  /// A tag of the plugin's at the start of a card is for this card alone.
  private func ownDeck(_ content: Range<Int>) -> (deck: String?, start: Int) {
    var (own, start) = (deck, content.lowerBound)
    while start < content.upperBound, bytes[start] == Byte.hash {
      let end = bytes[start..<content.upperBound].firstIndex(where: Byte.isBlank) ?? content.upperBound
      guard bytes[start + 1..<end].allSatisfy(Tag.has),
        let named = settings.deck(ofTag: bytes.text(start + 1..<end))
      else { break }
      own = named.name ?? own
      start = end
      while start < content.upperBound, Byte.isBlank(bytes[start]) { start += 1 }
    }
    return (own, start)
  }

  private mutating func add(
    _ syntax: CardSyntax, _ noteType: NoteType, _ texts: [String], lines: Range<Int>, _ names: CardNames,
    _ deck: String?, following: Bool = true
  ) {
    var (lines, names) = (lines, names)
    if following {
      let after = CardNames(text, lines: &lines)
      if names.memories.isEmpty { names.memories = after.memories }
      names.ankiID = names.ankiID ?? after.ankiID
      names.blockReference = names.blockReference ?? after.blockReference
      lines = lines.lowerBound..<max(lines.upperBound, after.end)
    }
    let range =
      text.lines[lines.lowerBound].range.lowerBound..<text.lines[lines.upperBound - 1].range.upperBound
    found.cards.append(
      StyledCard(syntax: syntax, noteType: noteType, texts: texts, range: range, names: names, deck: deck))
  }
}

extension StyleFindings {
  /// The line after the last card.
  fileprivate func lastLine(in text: StyleText) -> Int {
    cards.last.map { text.lines(of: $0.range).upperBound } ?? 0
  }
}
