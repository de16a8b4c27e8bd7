import StudyApp
import StudyCore
import StudyStore
import Terminal

/// The quiz as a dialogue: shows a card, waits, carries out, shows the next. It knows neither terminal nor
/// database; both come in from outside.
struct ReviewLoop {
  enum Ending: Hashable, Sendable { case done, interrupted }

  /// What the loop needs of the world.
  struct Surroundings {
    var input: any ReviewInput
    var show: ([StyledText]) throws -> Void
    /// For what is no part of the dialogue: a wrong key, an editor that does not start.
    var hint: (String) -> Void
    /// Lets the learner edit the note at the card, and reads it again.
    var edit: (CardContent) throws -> Void
  }

  var review: LiveReview
  let scope: ReviewScope
  let page: ReviewPage
  let world: Surroundings
  /// Answers after which the quiz ends.
  private let limit: Int?
  /// The card on the screen.
  var shown: (content: CardContent, faces: CardFaces)?
  var typed: TypedAnswer?

  init(_ review: LiveReview, scope: ReviewScope, page: ReviewPage, limit: Int?, _ world: Surroundings) {
    self.review = review
    self.scope = scope
    self.page = page
    self.limit = limit
    self.world = world
  }

  var isAtLimit: Bool { limit.map { review.session.summary.answers >= $0 } ?? false }

  /// Runs until nothing is left or the learner ends it. Whatever was answered is kept in either case.
  mutating func run() throws -> Ending {
    try show(try review.send(.start))
    while true {
      switch review.session.state {
      case .idle, .ended: return .done
      case .question, .answer, .resting: break
      }
      let event: ReviewEvent
      if case .resting = review.session.state {
        try showRest()
        guard review.session.canUndo else { return .done }
        event = try world.input.next()
        if event == .act(.proceed) {
          try show(try review.send(.start))
          if case .resting = review.session.state { return .done }
          continue
        }
      } else {
        event = try nextEvent()
      }
      switch event {
      case .act(.quit), .end:
        try showEnd()
        return .done
      case .interrupted:
        try showEnd()
        return .interrupted
      case .act(let act): try perform(act)
      case .redraw: try showCard()
      case .unknown(let text): world.hint("\(text) means nothing here; ? shows the keys")
      }
      if isAtLimit {
        try showEnd()
        return .done
      }
    }
  }
}
