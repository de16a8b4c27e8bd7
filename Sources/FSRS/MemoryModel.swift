/// A memory model with its parameters: which of the two, and how a card's state changes with reviews under it.
public enum MemoryModel: Hashable, Sendable {
  case fsrs6(FSRS6)
  case fsrs7(FSRS7)

  /// The time between two reviews, as each of the models counts it.
  public struct Elapsed: Hashable, Sendable {
    /// Fractional days, for FSRS-7.
    public var days: Double
    /// Study days, which begin at the rollover, for FSRS-6.
    public var studyDays: Int

    public init(days: Double, studyDays: Int) {
      self.days = days
      self.studyDays = studyDays
    }
  }

  /// The name in logs.
  public var name: String {
    switch self {
    case .fsrs6: "FSRS-6"
    case .fsrs7: "FSRS-7"
    }
  }

  /// The weights in the published order.
  public var weights: [Double] {
    switch self {
    case .fsrs6(let model): model.parameters.weights
    case .fsrs7(let model): model.parameters.weights
    }
  }

  /// The state after the first review.
  public func firstState(rating: Rating) -> MemoryState {
    switch self {
    case .fsrs6(let model): .fsrs6(model.firstState(rating: rating))
    case .fsrs7(let model): .fsrs7(model.firstState(rating: rating))
    }
  }

  /// The state after a later review.
  public func next(_ state: MemoryState, elapsed: Elapsed, rating: Rating) -> MemoryState {
    switch self {
    case .fsrs6(let model): .fsrs6(model.next(.init(state), elapsedDays: elapsed.studyDays, rating: rating))
    case .fsrs7(let model): .fsrs7(model.next(.init(state), elapsedDays: elapsed.days, rating: rating))
    }
  }

  /// Probability of recall, 0–1, after a time in fractional days.
  public func retrievability(_ state: MemoryState, elapsedDays: Double) -> Double {
    switch self {
    case .fsrs6(let model): model.retrievability(.init(state), elapsedDays: elapsedDays)
    case .fsrs7(let model): model.retrievability(.init(state), elapsedDays: elapsedDays)
    }
  }

  /// The time in fractional days until recall has fallen to `desiredRetention`, a probability between 0 and 1.
  public func interval(_ state: MemoryState, desiredRetention: Double) -> Double {
    switch self {
    case .fsrs6(let model): model.interval(.init(state), desiredRetention: desiredRetention)
    case .fsrs7(let model): model.interval(.init(state), desiredRetention: desiredRetention)
    }
  }

  /// The time in days at which recall is 0.9.
  public func stability(_ state: MemoryState) -> Double { interval(state, desiredRetention: 0.9) }

  /// A state whose recall is 0.9 after `stability` days.
  public func state(stability: Double, difficulty: Double) -> MemoryState {
    switch self {
    case .fsrs6: .fsrs6(FSRS6.State(stability: stability, difficulty: difficulty))
    case .fsrs7(let model): .fsrs7(model.state(stability: stability, difficulty: difficulty))
    }
  }

  /// The state of a card that SM-2 kept: its interval in days, after which recall is taken to be 0.9, and its ease factor (2.5 for a new
  /// card).
  public func state(ease: Double, interval: Double) -> MemoryState {
    switch self {
    case .fsrs6(let model): .fsrs6(model.state(ease: ease, interval: interval))
    case .fsrs7(let model):
      .fsrs7(
        model.state(stability: interval, difficulty: model.difficulty(ease: ease, stability: interval)))
    }
  }
}

// A state of the other model is left from before the model was changed. It counts as one with the same 90 % time and difficulty until
// a replay of the card's log gives the true one.

extension FSRS6.State {
  fileprivate init(_ state: MemoryState) {
    switch state {
    case .fsrs6(let state): self = state
    case .fsrs7(let other):
      self.init(stability: FSRS7().stability(other), difficulty: other.difficulty)
    }
  }
}

extension FSRS7.State {
  fileprivate init(_ state: MemoryState) {
    switch state {
    case .fsrs7(let state): self = state
    case .fsrs6(let other): self = FSRS7().state(stability: other.stability, difficulty: other.difficulty)
    }
  }
}
