import StudyApp
import StudyCore
import StudyStore
import Terminal

/// The quiz as a dialogue in lines: shows a card, waits, carries out, shows the next. It knows neither terminal nor
/// database; both come in from outside.
struct ReviewLoop {
  /// What the loop needs of the world.
  struct Surroundings {
    var input: LineReviewInput
    var show: ([StyledText]) throws -> Void
    /// For what is no part of the dialogue: a wrong key, an editor that does not start.
    var hint: (String) -> Void
    /// Lets the learner edit the note at the card, and reads it again.
    var edit: (CardContent) throws -> Void
  }

  var review: LiveReview
  let page: ReviewPage
  let world: Surroundings
  /// Answers after which the quiz ends.
  let limit: Int?
  let folding: TypedAnswer.Folding
  /// The card on the screen.
  var shown: (content: CardContent, faces: CardFaces, choices: LinkChoices?)?
  var typed: TypedAnswer?
  /// Which of the choices the learner took.
  var chosen: Int?
  /// Set when the quiz is over.
  private var ending: ReviewEnding?

  init(
    _ review: LiveReview, page: ReviewPage, limit: Int?,
    folding: TypedAnswer.Folding = TypedAnswer.Folding(), _ world: Surroundings
  ) {
    self.review = review
    self.page = page
    self.limit = limit
    self.folding = folding
    self.world = world
  }

  var isAtLimit: Bool { limit.map { review.session.summary.answers >= $0 } ?? false }

  /// Runs until nothing is left or the learner ends it. Whatever was answered is kept in either case.
  mutating func run() throws -> ReviewEnding {
    try show(try review.send(.start))
    while true {
      if let ending { return ending }
      if isResting, !review.session.canUndo { return .done }
      switch try nextEvent() {
      case .act(let act):
        do { try perform(act) } catch StudyStoreError.busy {
          world.hint("another program is writing to the collection, so that was not kept; try again")
        }
      case .unknown(let text): world.hint("\(text) means nothing here; ? shows the keys")
      case .end: try end(.done)
      case .interrupted: try end(.interrupted)
      }
    }
  }

  mutating func end(_ ending: ReviewEnding) throws {
    if !isResting { try showEnd() }
    self.ending = ending
  }

  /// Nothing is left to ask, and what there was to say about it was said.
  var isResting: Bool {
    if case .resting = review.session.state { true } else { false }
  }
}

/// How a quiz ended.
enum ReviewEnding: Hashable, Sendable { case done, interrupted }
