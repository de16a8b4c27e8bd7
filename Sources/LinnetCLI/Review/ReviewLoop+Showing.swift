import StudyApp
import StudyCore
import StudyStore
import Terminal

/// What the learner sees.
extension ReviewLoop {
  mutating func show(_ effects: [ReviewSession.Effect]) throws {
    for effect in effects {
      switch effect {
      case .showQuestion(let card): try showQuestion(card)
      case .showAnswer(_, let outcomes): try showAnswer(outcomes)
      case .nextLearning, .finished: try showRest()
      case .record, .takeBack: break
      }
    }
  }

  private mutating func showQuestion(_ card: QueuedCard) throws {
    guard let content = try review.content(of: card) else {
      return try show(try review.send(.cardGone(card.id)))
    }
    try open(content)
  }

  /// Puts a card on the screen; from now on it is being answered.
  mutating func open(_ content: CardContent) throws {
    shown = (content, CardFaces(content), try review.service.choices(for: content))
    (typed, chosen) = (nil, nil)
    try showCard()
    review.clock.startAnswer()
  }

  /// Writes the card as far as it is open.
  func showCard() throws {
    guard let (content, faces, choices) = shown else { return }
    var lines = [StyledText()] + page.header(content, review.counts) + [StyledText()]
    lines += page.question(content, faces) + [StyledText()]
    if let choices { lines += page.choices(choices, .question) + [StyledText()] }
    if case .answer(_, let outcomes) = review.session.state {
      lines += answerLines(content, faces, outcomes)
    } else {
      lines.append(faces.typed == nil ? page.questionKeys(visibleLinks, choices) : page.typingKeys())
    }
    try world.show(lines)
  }

  private func showAnswer(_ outcomes: Outcomes?) throws {
    guard let (content, faces, _) = shown else { return }
    try world.show([StyledText()] + answerLines(content, faces, outcomes))
  }

  private func answerLines(
    _ content: CardContent, _ faces: CardFaces, _ outcomes: Outcomes?
  ) -> [StyledText] {
    let comparison =
      typed.map { TypedRows(answer: $0, width: page.width, rendering: page.rendering).lines() } ?? []
    let choices = chosen == nil ? nil : shown?.choices.map { page.choices($0, .answer(chosen: chosen)) }
    return (comparison.isEmpty ? [] : comparison + [StyledText()])
      + (choices.map { $0 + [StyledText()] } ?? [])
      + page.answer(content, faces) + [
        StyledText()
      ]
      + page.buttons(outcomes, suggested: suggested)
  }

  /// Those of the question alone, until the answer is there: the others would tell it.
  var visibleLinks: [CardContent.Link] {
    guard let (content, faces, _) = shown else { return [] }
    return isQuestion ? content.links(in: faces.question) : content.links
  }

  var isQuestion: Bool {
    if case .question = review.session.state { true } else { false }
  }

  /// Nothing to ask now: what was done, why nothing comes, and when something will.
  private func showRest() throws {
    var lines: [StyledText] = [StyledText()]
    let summary = review.session.summary
    if summary.answers > 0 { lines.append(StyledText(ReviewSummary.text(summary), .title)) }
    let text = RestText.text(try review.rest(), now: review.clock.now)
    lines += text.split(separator: "\n").flatMap { StyledText($0).wrapped(to: page.column) }
    if review.session.canUndo {
      lines.append(
        StyledText("u", .key) + StyledText(" undo   ", .faint) + StyledText("Enter", .key)
          + StyledText(" end", .faint))
    }
    try world.show(lines)
  }

  /// The learner ends it while cards are left.
  func showEnd() throws {
    try world.show([
      StyledText(), StyledText(ReviewSummary.text(review.session.summary), .title),
      StyledText(ReviewSummary.left(review.counts)),
    ])
  }
}
