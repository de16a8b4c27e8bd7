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

  /// Whether something of this session is left to take back.
  package var canUndo: Bool {
    switch self {
    case .review(let session): session.canUndo
    case .cram(let session): session.canUndo
    }
  }

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

/// How many cards still come in a quiz.
package enum QuizCounts: Hashable, Sendable {
  /// By the rules of the day.
  case today(StudyQueue.Counts)
  case cram(left: Int)
}
