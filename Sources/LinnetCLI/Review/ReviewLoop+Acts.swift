import StudyApp
import StudyCore
import StudyStore
import Terminal

/// Hearing the learner and doing what they want.
extension ReviewLoop {
  /// A card that asks for a typed answer takes a line; everything else takes a key, or the letter of a choice.
  mutating func nextEvent() throws -> ReviewEvent {
    guard isQuestion else { return try world.input.next() }
    if let choices = shown?.choices {
      let line = try world.input.line(asking: LineReviewInput.prompt)
      guard case .line(let text) = line, let choice = choices.choice(text) else {
        return world.input.event(of: line)
      }
      chosen = choice
      return .act(.proceed)
    }
    guard let expected = shown?.faces.typed else { return try world.input.next() }
    switch try world.input.line(asking: "your answer: ") {
    case .end: return .end
    case .interrupted: return .interrupted
    case .line(let line):
      if line.hasPrefix(":") {
        let key = String(line.dropFirst())
        return page.keys.act(forLine: key).map(ReviewEvent.act) ?? .unknown(line)
      }
      typed =
        line.allSatisfy(\.isWhitespace) ? nil : TypedAnswer(typed: line, expected: expected, folding: folding)
      return .act(.proceed)
    }
  }

  mutating func perform(_ act: ReviewAct) throws {
    if let result = try review.perform(act) { return try show(result) }
    switch act {
    case .proceed: try proceed()
    case .edit: try edit()
    case .links: if shown != nil { try world.show(page.links(visibleLinks, isQuestion: isQuestion)) }
    case .help: try world.show(page.help())
    case .quit: try end(.done)
    // What concerns cards was done above, and the rest needs a screen.
    default: break
    }
  }

  private mutating func show(_ result: ActResult) throws {
    if let message = result.message { world.hint(message) }
    if let offer = result.offer(page.keys) { try world.show(StyledText(offer).wrapped(to: page.column)) }
    // A question that nobody may answer any more is not asked.
    if !isAtLimit || isResting { try show(result.effects) }
    if isAtLimit { try end(.done) }
  }

  private mutating func proceed() throws {
    switch review.session.state {
    case .question: try show(try review.send(.reveal))
    case .answer: try perform(.rate(suggested))
    case .resting:
      // A card in learning may have become due since.
      let effects = try review.send(.start)
      if isResting { try end(.done) } else { try show(effects) }
    case .idle, .ended: break
    }
  }

  /// What Enter answers.
  var suggested: Rating {
    typed?.suggestion ?? chosen.flatMap { shown?.choices?.suggestion(choosing: $0) } ?? .good
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
}
