import StudyCore
import StudyStore

/// What is done to cards outside of a quiz.
package enum CardStateChange: Hashable, Sendable {
  /// Until they are resumed.
  case suspend
  case resume
  /// Until the next study day.
  case bury
  /// 1 to 7; 0 takes the flag away.
  case flag(Int)
  /// Cards are new again.
  case reset
  /// Due on a day of the learner's choice, as review cards.
  case setDue(DueChoice)
}

extension ReviewService {
  /// Changes every card that is not in that state yet, in one transaction.
  package func change(
    _ cards: [QueuedCard], _ change: CardStateChange, at now: Moment
  ) throws -> [Recorded] {
    try store.record(actions(change, on: cards, at: now), at: now, presets: presets)
  }

  /// What ``change(_:_:at:)`` would record: nothing for a card that is in that state already.
  package func actions(
    _ change: CardStateChange, on cards: [QueuedCard], at now: Moment
  ) -> [(card: CardID, action: LogEntry.Action)] {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    return cards.compactMap { card in
      let schedule = card.schedule
      let action: LogEntry.Action? =
        switch change {
        case .suspend: schedule.isSuspended ? nil : .suspend
        case .resume: schedule.isSuspended ? .resume : nil
        case .flag(let flag): schedule.flag == flag ? nil : .flag(flag)
        case .bury: schedule.isBuried(on: today) ? nil : .bury(until: today.adding(1))
        case .reset: schedule.phase == .new ? nil : .reset
        case .setDue(let choice): settingDue(choice, of: card, at: now)
        }
      return action.map { (card.id, $0) }
    }
  }

  /// Nil for a card that comes on that day already.
  private func settingDue(_ choice: DueChoice, of card: QueuedCard, at now: Moment) -> LogEntry.Action? {
    let scheduler = scheduler(of: card)
    let action = scheduler.settingDue(choice, of: card.schedule, card: card.key, at: now)
    let after = scheduler.applying(action, to: card.schedule, card: card.key, at: now)
    return after == card.schedule ? nil : action
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
