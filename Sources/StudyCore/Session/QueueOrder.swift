/// In which order the cards of a day come, with the words of Anki's deck options.
package struct QueueOrder: Hashable, Sendable {
  /// Which new cards are among those of a day.
  package enum Gathering: String, Hashable, Sendable, CaseIterable {
    /// In the order of the notes, but what a card leans on before it.
    case graph
    /// In the order of the notes.
    case position
    case positionDescending = "position-descending"
    /// Deck by deck, in each by position.
    case deck
    case deckThenRandomNotes = "deck-then-random-notes"
    case randomNotes = "random-notes"
    case randomCards = "random-cards"
  }

  /// In which order the new cards of a day come.
  package enum Sorting: String, Hashable, Sendable, CaseIterable {
    case gathered
    /// Cards of the first kind of all notes, then those of the second.
    case cardType = "card-type"
    case cardTypeThenRandom = "card-type-then-random"
    case randomNote = "random-note"
    case random
  }

  package enum Reviews: String, Hashable, Sendable, CaseIterable {
    /// What is due longest first; within a day as the seed decides.
    case due
    case dueThenDeck = "due-then-deck"
    case deckThenDue = "deck-then-due"
    case interval
    case intervalDescending = "interval-descending"
    case difficulty
    case difficultyDescending = "difficulty-descending"
    /// The time since the last review over the interval that the desired retention asks for, the largest first.
    case overdueness
    case retrievability
    case retrievabilityDescending = "retrievability-descending"
    case random
    case added
    case addedDescending = "added-descending"
  }

  /// How one kind of card comes among others.
  package enum Mixing: String, Hashable, Sendable, CaseIterable {
    case mixed, first, last
  }

  package var gathering = Gathering.position
  package var sorting = Sorting.gathered
  package var reviews = Reviews.due
  /// New cards among all others.
  package var new = Mixing.mixed
  /// Interday learning among the reviews.
  package var interdayLearning = Mixing.mixed

  package init() {}
}
