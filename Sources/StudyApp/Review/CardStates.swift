import StudyCore
import StudyStore

/// Suspending, resuming and burying cards outside of a quiz.
package enum CardStateChange: Hashable, Sendable {
  /// Until they are resumed.
  case suspend
  case resume
  /// Until the next study day.
  case bury
  /// 1 to 7; 0 takes the flag away.
  case flag(Int)
}

extension ReviewService {
  /// Changes every card that is not in that state yet, in one transaction.
  ///
  /// - Returns: how many cards were changed.
  package func change(_ cards: [QueuedCard], _ change: CardStateChange, at now: Moment) throws -> Int {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let action: LogEntry.Action
    let wanted: (CardSchedule) -> Bool
    switch change {
    case .suspend: (action, wanted) = (.suspend, { !$0.isSuspended })
    case .resume: (action, wanted) = (.resume, { $0.isSuspended })
    case .flag(let flag): (action, wanted) = (.flag(flag), { $0.flag != flag })
    case .bury: (action, wanted) = (.bury(until: today.adding(1)), { !$0.isBuried(on: today) })
    }
    let changed = cards.filter { wanted($0.schedule) }.map(\.id)
    return try store.record(action, of: changed, at: now, presets: presets).count
  }

  /// Marks the card's block to come back to later.
  ///
  /// - Parameter text: why, in a few words; blank takes the mark away.
  package func mark(_ card: CardID, text: String, at now: Moment) throws {
    let isBlank = text.allSatisfy(\.isWhitespace)
    try store.mark(card, text: isBlank ? nil : text, at: now.timestamp)
  }

  /// The cards in the notes that the filter means.
  ///
  /// - Throws: ``StudyAppError`` if no deck or tag of its names is there.
  package func cards(matching filter: CardFilter) throws -> [QueuedCard] {
    let cards = try store.cards(matching: filter)
    if cards.isEmpty { try requireKnown(filter) }
    return cards
  }

  /// Tells a wrong name from a deck or tag that merely has nothing to ask.
  package func requireKnown(_ filter: CardFilter) throws {
    if let deck = filter.deck {
      let known = try store.deckNames()
      guard known.contains(where: { deck.contains(DeckName($0)) }) else {
        throw StudyAppError.deckNotFound(deck.description, known: known)
      }
    }
    if let tag = filter.tag, try !store.hasTag(tag) {
      throw StudyAppError.tagNotFound(tag, known: try store.tagNames())
    }
  }
}
