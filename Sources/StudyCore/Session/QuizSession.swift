/// What a quiz runs on: a review, whose answers schedule, or a cram, whose answers do not.
package enum QuizSession: Hashable, Sendable {
  case review(ReviewSession)
  case cram(CramSession)

  package var state: ReviewSession.State {
    switch self {
    case .review(let session): session.state
    case .cram(let session): session.state
    }
  }

  package var summary: SessionSummary {
    switch self {
    case .review(let session): session.summary
    case .cram(let session): session.summary
    }
  }

  /// How many events of this session are left to take back.
  package var undoCount: Int {
    switch self {
    case .review(let session): session.undoCount
    case .cram(let session): session.undoCount
    }
  }

  /// Whether something of this session is left to take back.
  package var canUndo: Bool { undoCount > 0 }

  /// What still comes, the card shown included.
  package func counts(at now: Moment) -> QuizCounts {
    switch self {
    case .review(let session): .today(session.counts(at: now))
    case .cram(let session): .cram(left: session.left)
    }
  }

  /// Takes one event and says what has to be done, in order.
  package mutating func handle(_ event: ReviewSession.Event, at now: Moment) -> [ReviewSession.Effect] {
    switch self {
    case .review(var session):
      // While two hold the queue, a change would copy it.
      self = QuizSession.nothing
      let effects = session.handle(event, at: now)
      self = .review(session)
      return effects
    case .cram(var session):
      let effects = session.handle(event, at: now)
      self = .cram(session)
      return effects
    }
  }
}

extension QuizSession {
  private static let nothing = QuizSession.cram(
    CramSession(
      cards: [], presets: Presets(), seed: 0, at: Moment(timestamp: Timestamp(milliseconds: 0), utcOffset: 0))
  )
}

/// How many cards still come in a quiz.
package enum QuizCounts: Hashable, Sendable {
  /// By the rules of the day.
  case today(StudyQueue.Counts)
  case cram(left: Int)
}
