import Markdown
import StudyCore

extension NoteReading {
  /// Takes the cards and file-level lines of strict reading, and notices where tolerant reading differs.
  mutating func take(_ strict: StrictReading, insteadOf scanner: PassageScanner) {
    let tolerant = zip(note.blocks, blockRanges).map { StrictReading.Card(block: $0, range: $1) }
    var comparison = StrictComparison(tolerant: tolerant, strict: strict, noticed: problems)
    comparison.compareDeck(tolerant: (note.targetDeck, scanner.targetDeck?.offset), strict: strict.targetDeck)
    comparison.compareTags(tolerant: (note.fileTags, scanner.fileTags?.offset), strict: strict.fileTags)
    causes = comparison.causes
    causesOfFile = comparison.causesOfFile
    for index in causes {
      guard case .unknownNoteType(let name) = problems[index].problem else { continue }
      problems[index].problem = .refusedNoteType(name)
    }
    problems += comparison.problems

    note.blocks = strict.cards.map { card in
      var block = card.block
      block.isInFence = fences.fence(at: card.range.lowerBound) != nil
      return block
    }
    blockRanges = strict.cards.map(\.range)
    note.targetDeck = strict.targetDeck.flatMap { TextKey.name($0.name).isEmpty ? nil : $0.name }
    note.fileTags = strict.fileTags?.tags ?? []
  }
}
