import StudyCore
import StudyStore

extension ReviewService {
  /// All cards that a filter lets pass, to be asked until each was known.
  package func cram(_ filter: CardFilter, at now: Moment) throws -> CramSession {
    CramSession(cards: try store.cards(matching: filter), presets: presets, seed: seed, at: now)
  }

  /// Why a cram has no card to show.
  package func rest(cramming filter: CardFilter, hasAsked: Bool, at now: Moment) throws -> Rest {
    if hasAsked { return Rest(reason: .cramOver) }
    let outlook = try store.dueOutlook(on: now.studyDay(rolloverHour: settings.rolloverHour), filter: filter)
    if outlook.isOpen { return Rest(reason: .allBuried) }
    return Rest(reason: outlook.hasSuspended ? .allSuspended : .noCards)
  }
}
