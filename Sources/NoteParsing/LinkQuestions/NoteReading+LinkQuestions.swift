import Markdown

extension NoteReading {
  /// Makes cards of sentences with links, where the folder asks for them: of what is no part of another card.
  ///
  /// - Parameter passages: START … END passages, also those that are no cards.
  mutating func readLinkQuestions(in body: Range<Int>, besides passages: [BlockPassage]) {
    guard parser.styles.asksLinks else { return }
    var text = StyleText(bytes, in: body, spans: spans)
    for range in passages.map(\.range) + blockRanges { text.mark(range) }
    let reader = LinkQuestionReader(text, spans: spans, name: name, cloze: parser.styleTypes.cloze)
    for card in reader.cards() {
      note.blocks.append(card.block)
      blockRanges.append(card.range)
    }
  }
}
