import StudyApp
import StudyCore
import StudyStore

/// What came of an act in a quiz.
struct ActResult {
  /// What to show.
  var effects: [ReviewSession.Effect] = []
  /// What to tell the learner.
  var message: String?
  /// What the card leans on that may be forgotten: to be offered.
  var offered: [KnownFoundation] = []

  /// The offer in a sentence, with the key that takes it up; nil without one.
  func offer(_ keys: KeyMap) -> String? {
    FoundationWords.offer(offered, key: keys.key(for: .foundations))
  }
}

extension LiveReview {
  /// Carries out an act that concerns cards and the log.
  ///
  /// - Returns: nil for an act that only concerns what is on the screen.
  mutating func perform(_ act: ReviewAct) throws -> ActResult? {
    switch act {
    case .rate(let rating): try rate(rating)
    case .undo: try takeBack()
    case .skip: ActResult(effects: try send(.skip))
    case .bury: ActResult(effects: try send(.bury()))
    case .buryNote: ActResult(effects: try send(.bury(siblings: siblings())))
    case .suspend: ActResult(effects: try send(.suspend()))
    case .suspendNote: ActResult(effects: try send(.suspend(siblings: siblings())))
    case .foundations: try askFoundations()
    case .proceed, .edit, .links, .help, .quit, .mark, .flag, .information, .outline, .open: nil
    }
  }

  private mutating func rate(_ rating: Rating) throws -> ActResult {
    guard case .answer = session.state else {
      return ActResult(message: "look at the answer first: Enter shows it")
    }
    let effects = try send(.answer(rating, secondsTaken: clock.secondsTaken))
    return ActResult(effects: effects, offered: shakyFoundations)
  }

  /// Puts what the last card leans on before all other cards.
  private mutating func askFoundations() throws -> ActResult {
    let foundations = shakyFoundations
    let cards = foundations.flatMap(\.weakCards)
    guard !cards.isEmpty else {
      return ActResult(message: "no card was just forgotten that leans on others you may have forgotten")
    }
    return ActResult(
      effects: try send(.ask(cards)), message: FoundationWords.asked(foundations, cards: cards.count))
  }

  private mutating func takeBack() throws -> ActResult {
    if session.canUndo { return ActResult(effects: try send(.undo)) }
    guard let (entry, card, effects) = try undoEarlier() else {
      return ActResult(message: "there is nothing to take back")
    }
    return ActResult(
      effects: effects,
      message:
        "took back the last \(ActionWords.noun(entry.action)) of an earlier run, to card \(card.key.shortID)"
    )
  }

  private func siblings() throws -> [QueuedCard] {
    try shown.map { try service.store.siblings(of: $0.id) } ?? []
  }
}
