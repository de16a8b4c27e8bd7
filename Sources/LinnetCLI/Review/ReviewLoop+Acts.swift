import StudyApp
import StudyCore
import StudyStore
import Terminal

/// Hearing the learner and doing what they want.
extension ReviewLoop {
  /// A card that asks for a typed answer takes a line; everything else takes a key.
  mutating func nextEvent() throws -> ReviewEvent {
    guard case .question = review.session.state, let expected = shown?.faces.typed else {
      return try world.input.next()
    }
    switch try world.input.line(asking: "your answer: ") {
    case .end: return .end
    case .interrupted: return .interrupted
    case .line(let line):
      if line.hasPrefix(":") {
        let key = String(line.dropFirst())
        return ReviewKey.act(forLine: key).map(ReviewEvent.act) ?? .unknown(line)
      }
      typed = line.allSatisfy(\.isWhitespace) ? nil : TypedAnswer(typed: line, expected: expected)
      return .act(.proceed)
    }
  }

  mutating func perform(_ act: ReviewAct) throws {
    switch act {
    case .proceed: try proceed()
    case .rate(let rating): try rate(rating)
    case .undo: try undo()
    case .edit: try edit()
    case .links: try withCard { try world.show(page.links($0.content)) }
    case .skip: try show(try review.send(.skip))
    case .help: try world.show(page.help())
    case .bury: try show(try review.send(.bury()))
    case .buryNote: try show(try review.send(.bury(siblings: siblings())))
    case .suspend: try show(try review.send(.suspend()))
    case .suspendNote: try show(try review.send(.suspend(siblings: siblings())))
    case .quit: try end(.done)
    }
  }

  private mutating func proceed() throws {
    switch review.session.state {
    case .question: try show(try review.send(.reveal))
    case .answer: try rate(suggested)
    case .resting:
      // A card in learning may have become due since.
      let effects = try review.send(.start)
      if isResting { try end(.done) } else { try show(effects) }
    case .idle, .ended: break
    }
  }

  /// What Enter answers.
  var suggested: Rating { typed?.suggestion ?? .good }

  private mutating func rate(_ rating: Rating) throws {
    guard case .answer = review.session.state else {
      world.hint("look at the answer first: Enter shows it")
      return
    }
    let effects = try review.send(.answer(rating, secondsTaken: review.clock.secondsTaken))
    // A question that nobody may answer any more is not asked.
    if !isAtLimit || isResting { try show(effects) }
    if isAtLimit { try end(.done) }
  }

  private mutating func undo() throws {
    if review.session.canUndo {
      try show(try review.send(.undo))
    } else if let (_, card, effects) = try review.undoEarlier() {
      world.hint("took back the last answer of an earlier run, to card \(card.key.shortID)")
      try show(effects)
    } else {
      world.hint("there is nothing to take back")
    }
  }

  private mutating func edit() throws {
    guard let content = shown?.content else { return }
    do {
      try world.edit(content)
    } catch let failure as Failure {
      world.hint(failure.message + (failure.hint.map { "; \($0)" } ?? ""))
      return
    }
    let effects = try review.notesChanged()
    // The same card is shown again whole: what it says may be new.
    guard let card = review.shown, card.id == content.card.id, let changed = try review.content(of: card)
    else { return try show(effects) }
    try open(changed)
  }

  private func siblings() throws -> [QueuedCard] {
    try shown.map { try review.service.store.siblings(of: $0.content.card.id) } ?? []
  }

  private func withCard(_ body: ((content: CardContent, faces: CardFaces)) throws -> Void) rethrows {
    if let shown { try body(shown) }
  }
}
