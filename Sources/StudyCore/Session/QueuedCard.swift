/// A card as the queue and the session know it: who it is and when it is due, not what it says.
package struct QueuedCard: Hashable, Sendable {
  package var id: CardID
  package var key: CardKey
  package var deck: DeckName
  package var schedule: CardSchedule
  /// New cards come by rising position; equal positions in an order of their own that the seed decides.
  package var position: Int

  /// The days on which other cards of the block are due as reviews, in order; suspended ones are not among them.
  package var siblingDays: [Day]

  /// True for a card that nobody wrote as one (``CardSyntax/linkQuestion``): as a new card it comes after those that were.
  package var isLinkQuestion: Bool

  package init(
    id: CardID, key: CardKey, deck: DeckName, schedule: CardSchedule, position: Int, siblingDays: [Day] = [],
    isLinkQuestion: Bool = false
  ) {
    self.id = id
    self.key = key
    self.deck = deck
    self.schedule = schedule
    self.position = position
    self.siblingDays = siblingDays
    self.isLinkQuestion = isLinkQuestion
  }
}
