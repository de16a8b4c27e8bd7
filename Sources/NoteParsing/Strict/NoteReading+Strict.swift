import Markdown
import StudyCore

extension NoteReading {
  /// Takes the cards and file-level lines of strict reading, and notices where tolerant reading differs. Cards in other
  /// ways than START … END stay where no such card stands.
  mutating func take(_ strict: StrictReading, insteadOf scanner: PassageScanner) {
    let cards = zip(note.blocks, blockRanges).map { StrictReading.Card(block: $0, range: $1) }
    let tolerant = cards.filter { StrictReading.syntaxes.contains($0.block.syntax) }
    var comparison = StrictComparison(tolerant: tolerant, strict: strict, noticed: problems)
    comparison.compareDeck(tolerant: (note.targetDeck, scanner.targetDeck?.offset), strict: strict.targetDeck)
    comparison.compareTags(tolerant: (note.fileTags, scanner.fileTags?.offset), strict: strict.fileTags)
    causes = comparison.causes
    causesOfFile = comparison.causesOfFile
    for index in causes {
      guard case .unknownNoteType(let name, _) = problems[index].problem else { continue }
      problems[index].problem = .refusedNoteType(name)
    }
    problems += comparison.problems

    let taken =
      (strict.cards
      + strict.withoutOverlap(cards.filter { !StrictReading.syntaxes.contains($0.block.syntax) }))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    note.blocks = taken.map { card in
      var block = card.block
      block.noteType = block.noteType.withGaps(in: block.texts) ?? block.noteType
      block.isInFence = fences.fence(at: card.range.lowerBound) != nil
      return block
    }
    blockRanges = taken.map(\.range)
    note.targetDeck = strict.targetDeck.flatMap { TextKey.name($0.name).isEmpty ? nil : $0.name }
    note.fileTags = strict.fileTags?.tags ?? []
  }
}
