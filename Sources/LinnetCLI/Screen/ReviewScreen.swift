import StudyApp
import StudyCore
import StudyStore
import Terminal

/// The quiz on a full screen: takes keys, carries out what they mean, and draws. What is shown is in ``ReviewModel``,
/// what was answered in ``LiveReview``; terminal and editor come in from outside.
struct ReviewScreen {
  /// What the screen needs of the world.
  struct Surroundings {
    /// Waits for a key, at most so many seconds if there is a limit; nil when they passed.
    var key: (_ within: Double?) throws -> Key?
    var size: () -> TerminalSize
    var draw: (Frame) throws -> Void
    /// Makes the next frame be drawn whole, whatever is on the terminal.
    var forget: () -> Void
    /// Lets the learner edit a file at a line, and reads the notes again; returns what there is to say.
    var edit: (_ file: String, _ line: Int?) throws -> String?
    /// Shows a file outside of the terminal; returns what there is to say.
    var open: (_ file: String) throws -> String?
  }

  var review: LiveReview
  let graph: GraphService
  let world: Surroundings
  /// Answers after which the quiz ends.
  let limit: Int?
  let folding: TypedAnswer.Folding
  var model: ReviewModel
  var ending: ReviewEnding?

  init(
    _ review: LiveReview, graph: GraphService, style: ScreenStyle, limit: Int?,
    folding: TypedAnswer.Folding = TypedAnswer.Folding(), _ world: Surroundings
  ) {
    self.review = review
    self.graph = graph
    self.world = world
    self.limit = limit
    self.folding = folding
    model = ReviewModel(style: style, size: world.size())
  }

  /// Runs until the learner ends it, or nothing is left to ask or to take back. Whatever was answered is kept.
  mutating func run() throws -> ReviewEnding {
    try show(try review.send(.start))
    while ending == nil {
      if isResting, !review.session.canUndo { return .done }
      update()
      try world.draw(ReviewView(model: model).frame())
      guard let key = try world.key(patience) else {
        try pass()
        continue
      }
      model.message = nil
      do { try handle(key) } catch StudyStoreError.busy {
        say("another program is writing to the collection, so that was not kept; try again")
      }
    }
    return ending ?? .done
  }

  var isResting: Bool {
    if case .resting = review.session.state { true } else { false }
  }

  private var isAtLimit: Bool { limit.map { review.session.summary.answers >= $0 } ?? false }

  mutating func say(_ text: String) { model.message = StyledText(text, .warning) }

  /// What changes without being told to.
  private mutating func update() {
    model.counts = review.counts
    model.number = review.session.summary.answers + 1
    model.seconds = review.clock.secondsTaken
    model.canUndo = review.session.canUndo
  }

  // MARK: Time

  /// How long to wait for a key before something changes by itself; nil for ever.
  private var patience: Double? {
    if case .resting(let next?) = review.session.state {
      return max(1, Double(next.milliseconds - review.clock.now.timestamp.milliseconds) / 1000)
    }
    // The time shown stands still once no more of it counts.
    let isRunning = review.clock.isRunning && model.seconds < StudyClock.longestAnswer
    return model.style.showsTimer && isRunning && model.card != nil && model.panels.isEmpty ? 1 : nil
  }

  private mutating func pass() throws {
    if isResting { try show(try review.send(.start)) }
  }

  // MARK: Showing

  mutating func show(_ effects: [ReviewSession.Effect]) throws {
    for effect in effects {
      switch effect {
      case .showQuestion(let card): try showQuestion(card)
      case .showAnswer(_, let outcomes): model.reveal(outcomes)
      case .nextLearning, .finished: try showRest()
      case .record, .takeBack: break
      }
    }
  }

  private mutating func showQuestion(_ card: QueuedCard) throws {
    guard let content = try review.content(of: card) else {
      return try show(try review.send(.cardGone(card.id)))
    }
    model.open(try self.card(content), .question)
    review.clock.startAnswer()
  }

  func card(_ content: CardContent) throws -> ReviewModel.Card {
    let now = review.clock.now
    let answers = try review.service.store.logEntries(of: content.card.key)
    return ReviewModel.Card(
      content: content, lastRating: answers.lastRating,
      secondsSinceReview: content.card.schedule.lastReview.map { now.timestamp.seconds - $0.seconds },
      links: try graph.links(of: content, at: now), choices: try review.service.choices(for: content))
  }

  /// Nothing to ask now: what was done, why nothing comes, and when something will.
  private mutating func showRest() throws {
    let summary = review.session.summary
    var lines = summary.answers > 0 ? [ReviewSummary.text(summary), ""] : []
    lines += RestText.text(try review.rest(), now: review.clock.now)
      .split(separator: "\n").map(String.init)
    model.rest(lines)
  }

  /// What is left on the terminal when the screen has gone.
  var lastWords: [String] {
    let summary = ReviewSummary.text(review.session.summary)
    if case .rest(let lines) = model.stage { return lines.filter { !$0.isEmpty } }
    return [summary, ReviewSummary.left(review.counts)]
  }

  // MARK: Acts

  mutating func perform(_ act: ReviewAct) throws {
    if let result = try review.perform(act) {
      // A question that nobody may answer any more is not asked.
      if !isAtLimit || isResting { try show(result.effects) }
      if let message = result.message ?? result.offer(model.style.keys) { say(message) }
      if isAtLimit { ending = .done }
      return
    }
    switch act {
    case .proceed: try proceed()
    case .edit: try edit()
    case .links: try openLinks()
    case .information: try openInformation()
    case .help: openHelp()
    case .outline: try openOutline()
    case .mark: if model.card != nil { model.prompt = .mark(LineEditor(model.card?.content.mark ?? "")) }
    case .flag: if model.card != nil { model.prompt = .flag }
    case .open: try openOutside()
    case .quit: ending = .done
    // What concerns cards and the log was done above.
    default: break
    }
  }

  /// Space and Enter: on to what is not on the screen yet, then to the answer, then to the next card.
  private mutating func proceed() throws {
    guard model.viewport.isAtEnd || model.card == nil else { return model.page() }
    switch review.session.state {
    case .question: try show(try review.send(.reveal))
    case .answer where model.outline?.state.hasFoldedItems == true:
      model.changeOutline { $0.openNextLevel() }
    case .answer: try perform(.rate(model.suggested))
    case .resting:
      // A card in learning may have become due since.
      let effects = try review.send(.start)
      if isResting { ending = .done } else { try show(effects) }
    case .idle, .ended: break
    }
  }

  /// Shows the answer as a tree, also from the question: then it is there to recall level by level.
  private mutating func openOutline() throws {
    guard model.hasOutline else {
      if model.card != nil { say("this answer has no items to fold") }
      return
    }
    if case .question = review.session.state { try show(try review.send(.reveal)) }
    model.nextOutlineLevel()
  }
}

extension [LogEntry] {
  /// The rating of the newest answer that was not taken back.
  fileprivate var lastRating: Rating? {
    for entry in Replay.effective(self).reversed() {
      if case .answer(let answer) = entry.action { return answer.rating }
    }
    return nil
  }
}
