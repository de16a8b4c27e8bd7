/// The memory model FSRS-7: two traces, slow and fast, and a difficulty for each card.
///
/// Times are fractional days; the model has no rule of its own for reviews on the same day. Pure functions:
/// what is known about a card is its ``State``.
///
/// Source of all formulas: `models/fsrs_v7.py` of open-spaced-repetition/srs-benchmark.
public struct FSRS7: Hashable, Sendable {
  /// The learner's weights.
  public let parameters: Parameters

  public init(parameters: Parameters = .default) { self.parameters = parameters }

  /// Stabilities in days.
  static let stabilities = 0.0001...36_500.0
  static let difficulties = 1.0...10.0
  /// No interval is shorter or longer than these, in days; the shorter one is far below a second.
  public static let shortestInterval = 1e-9
  public static let longestInterval = 36_500.0

  /// The state after the first review: s = w[rating], f = 0.8·s, D = D₀(rating).
  public func firstState(rating: Rating) -> State {
    let slow = parameters.firstStability[rating].clamped(to: Self.stabilities)
    return clamped(
      State(slow: slow, fast: 0.8 * slow, difficulty: initialDifficulty(rating)))
  }

  /// The state after a later review, `elapsedDays` (at least 0, fractional) after the one before.
  public func next(_ state: State, elapsedDays: Double, rating: Rating) -> State {
    let state = clamped(state)
    let curve = ForgettingCurve(state: state, parameters: parameters)
    let recall = curve.retrievability(elapsedDays)
    let slow = updated(
      state.slow, by: parameters.slowTrace, recall: recall, difficulty: state.difficulty, rating: rating)
    let fast = updated(
      state.fast, by: parameters.fastTrace, recall: curve.fastRetrievability(elapsedDays),
      difficulty: state.difficulty, rating: rating)
    return clamped(
      State(
        slow: slow,
        fast: rating == .again ? min(fast, 0.8 * slow) : fast,
        difficulty: nextDifficulty(state.difficulty, recall: recall, rating: rating)))
  }

  /// Probability of recall, 0–1, `elapsedDays` after the last review. Strictly falling.
  public func retrievability(_ state: State, elapsedDays: Double) -> Double {
    ForgettingCurve(state: clamped(state), parameters: parameters).retrievability(elapsedDays)
  }

  /// Probability of recall, 0–1, if only the fast trace were left.
  public func fastRetrievability(_ state: State, elapsedDays: Double) -> Double {
    ForgettingCurve(state: clamped(state), parameters: parameters).fastRetrievability(elapsedDays)
  }

  /// The time in fractional days until recall has fallen to `desiredRetention`, a probability between 0 and
  /// 1: R(interval) = desiredRetention. It can be seconds, and stays within ``shortestInterval`` and
  /// ``longestInterval``.
  public func interval(_ state: State, desiredRetention: Double) -> Double {
    ForgettingCurve(state: clamped(state), parameters: parameters)
      .time(untilRetrievability: desiredRetention, within: Self.shortestInterval...Self.longestInterval)
  }

  /// The stability to show to a person: the time in days at which recall is 0.9. The slow trace's own
  /// stability is something else.
  public func stability(_ state: State) -> Double { interval(state, desiredRetention: 0.9) }
}

extension FSRS7 {
  private func clamped(_ state: State) -> State {
    State(
      slow: state.slow.clamped(to: Self.stabilities),
      fast: state.fast.clamped(to: Self.stabilities),
      difficulty: state.difficulty.clamped(to: Self.difficulties))
  }

  /// D₀(g) = w4 − exp(w5·(g − 1)) + 1, not clamped: the mean reversion aims below 1.
  private func initialDifficulty(_ rating: Rating) -> Double {
    parameters.difficulty.initial
      - exponential(parameters.difficulty.initialSlope * Double(rating.rawValue - 1))
      + 1
  }

  /// D' = 0.01·D₀(easy) + 0.99·(D + ΔD·(10 − D)/9), ΔD = −w6·(g − 3), times (R + 0.1) for *again*.
  private func nextDifficulty(_ difficulty: Double, recall: Double, rating: Rating) -> Double {
    let surprise = rating == .again ? recall + 0.1 : 1
    let change = -parameters.difficulty.change * Double(rating.rawValue - Rating.good.rawValue) * surprise
    return 0.01 * initialDifficulty(.easy) + 0.99 * (difficulty + change * (10 - difficulty) / 9)
  }

  /// One trace x after a review with recall q.
  ///
  /// Lapse: L = min(x, w₃·((x + 1)^w₄ − 1)·exp((1 − q)·w₅)).
  /// Gain: U = x·(1 + exp(w₀ − 1.5)·(11 − D)·x^(−w₁)·(exp((1 − q)·w₂) − 1)·[w₆ if hard]·[w₇ if easy]).
  /// *Again* gives L, every other rating the greater of the two.
  private func updated(
    _ stability: Double, by trace: Parameters.Trace, recall: Double, difficulty: Double, rating: Rating
  ) -> Double {
    let lapse = min(
      stability,
      trace.lapseScale * (power(stability + 1, trace.lapseStabilityExponent) - 1)
        * exponential((1 - recall) * trace.lapseRetrievability))
    let factor: Double
    switch rating {
    case .again: return lapse
    case .hard: factor = trace.hardFactor
    case .good: factor = 1
    case .easy: factor = trace.easyFactor
    }
    let growth =
      exponential(trace.growth - 1.5) * (11 - difficulty) * power(stability, -trace.growthStabilityExponent)
      * (exponential((1 - recall) * trace.growthRetrievability) - 1) * factor
    return max(lapse, stability * (1 + growth))
  }
}
