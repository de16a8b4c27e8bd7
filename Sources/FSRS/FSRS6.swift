/// The memory model FSRS-6, the one that Anki has: a stability and a difficulty for each card.
///
/// Times are whole study days; a review on the day of the one before has a rule of its own. Pure functions: what is known about a card
/// is its ``State``.
///
/// Source of all formulas: `src/model.rs` of open-spaced-repetition/fsrs-rs 6.6.2.
public struct FSRS6: Hashable, Sendable {
  /// The learner's weights.
  public let parameters: Parameters
  /// What the time is divided by in the forgetting curve: factor = 0.9^(1/decay) − 1, decay = −w20.
  private let factor: Double

  public init(parameters: Parameters = .default) {
    self.parameters = parameters
    factor = power(0.9, -1 / parameters.decay) - 1
  }

  /// Stabilities in days.
  static let stabilities = 0.001...36_500.0
  static let difficulties = 1.0...10.0

  /// The state after the first review: S = w[rating], D = D₀(rating).
  public func firstState(rating: Rating) -> State {
    clamped(
      State(stability: parameters.firstStability[rating], difficulty: initialDifficulty(rating)))
  }

  /// The state after a later review, `elapsedDays` (whole study days, at least 0) after the one before.
  public func next(_ state: State, elapsedDays: Int, rating: Rating) -> State {
    let state = clamped(state)
    let stability =
      elapsedDays == 0
      ? sameDay(state, rating: rating)
      : rating == .again ? lapse(state, elapsedDays) : recall(state, elapsedDays, rating: rating)
    return clamped(State(stability: stability, difficulty: nextDifficulty(state.difficulty, rating: rating)))
  }

  /// Probability of recall, 0–1, `elapsedDays` (also fractional) after the last review: R = (1 + factor·t/S)^decay.
  public func retrievability(_ state: State, elapsedDays: Double) -> Double {
    power(1 + factor * max(elapsedDays, 0) / state.stability.clamped(to: Self.stabilities), -parameters.decay)
  }

  /// The time in fractional days until recall has fallen to `desiredRetention`, a probability between 0 and 1:
  /// I = S/factor·(q^(1/decay) − 1).
  public func interval(_ state: State, desiredRetention: Double) -> Double {
    state.stability / factor * (power(desiredRetention, -1 / parameters.decay) - 1)
  }

  /// Whether a card whose steps are over may stay in learning for less than a day.
  public var allowsShortTerm: Bool { parameters.sameDay.slope > 0 && parameters.sameDay.offset > 0 }
}

extension FSRS6 {
  private func clamped(_ state: State) -> State {
    State(
      stability: state.stability.clamped(to: Self.stabilities),
      difficulty: state.difficulty.clamped(to: Self.difficulties))
  }

  /// D₀(g) = w4 − exp(w5·(g − 1)) + 1, not clamped: the mean reversion aims below 1.
  private func initialDifficulty(_ rating: Rating) -> Double {
    parameters.difficulty.initial
      - exponential(parameters.difficulty.initialSlope * Double(rating.rawValue - 1)) + 1
  }

  /// D' = w7·D₀(easy) + (1 − w7)·(D + ΔD·(10 − D)/9), ΔD = −w6·(g − 3).
  private func nextDifficulty(_ difficulty: Double, rating: Rating) -> Double {
    let reversion = parameters.difficulty.meanReversion
    let change = -parameters.difficulty.change * Double(rating.rawValue - Rating.good.rawValue)
    return reversion * initialDifficulty(.easy)
      + (1 - reversion) * (difficulty + change * (10 - difficulty) / 9)
  }

  /// S' = S·inc, inc = exp(w17·(g − 3 + w18))·S^(−w19), for *hard* and better at least 1.
  private func sameDay(_ state: State, rating: Rating) -> Double {
    let rule = parameters.sameDay
    let increase =
      exponential(rule.slope * (Double(rating.rawValue - Rating.good.rawValue) + rule.offset))
      * power(state.stability, -rule.stabilityExponent)
    return state.stability * (rating == .again ? increase : max(increase, 1))
  }

  /// S' = S·(1 + exp(w8)·(11 − D)·S^(−w9)·(exp(w10·(1 − R)) − 1)·[w15 if hard]·[w16 if easy]).
  private func recall(_ state: State, _ elapsedDays: Int, rating: Rating) -> Double {
    let growth = parameters.growth
    let recall = retrievability(state, elapsedDays: Double(elapsedDays))
    let factor: Double =
      switch rating {
      case .hard: growth.hardFactor
      case .easy: growth.easyFactor
      case .again, .good: 1
      }
    return state.stability
      * (1 + exponential(growth.scale) * (11 - state.difficulty)
        * power(state.stability, -growth.stabilityExponent)
        * (exponential(growth.retrievability * (1 - recall)) - 1) * factor)
  }

  /// S' = min(w11·D^(−w12)·((S + 1)^w13 − 1)·exp(w14·(1 − R)), S / exp(w17·w18)).
  private func lapse(_ state: State, _ elapsedDays: Int) -> Double {
    let rule = parameters.lapse
    let recall = retrievability(state, elapsedDays: Double(elapsedDays))
    let left =
      rule.scale * power(state.difficulty, -rule.difficultyExponent)
      * (power(state.stability + 1, rule.stabilityExponent) - 1)
      * exponential(rule.retrievability * (1 - recall))
    return min(left, state.stability / exponential(parameters.sameDay.slope * parameters.sameDay.offset))
  }

  /// The state of a card that SM-2 kept: an interval after which recall was `retention`, and an ease factor.
  ///
  /// S = max(I, 0.001)·factor/(h^(1/decay) − 1); D = 11 − (e − 1)/(exp(w8)·S^(−w9)·(exp((1 − h)·w10) − 1)).
  /// - Parameters:
  ///   - ease: SM-2's factor, 2.5 for a new card.
  ///   - interval: in days.
  ///   - retention: the recall, 0–1, that SM-2 is taken to have kept.
  public func state(ease: Double, interval: Double, retention: Double = 0.9) -> State {
    let stability =
      max(interval, Self.stabilities.lowerBound) * factor / (power(retention, -1 / parameters.decay) - 1)
    let growth = parameters.growth
    let slope =
      exponential(growth.scale) * power(stability, -growth.stabilityExponent)
      * (exponential((1 - retention) * growth.retrievability) - 1)
    return clamped(State(stability: stability, difficulty: 11 - (ease - 1) / slope))
  }
}
