extension FSRS6 {
  /// The 21 weights of FSRS-6, each with a name. A value of this type always lies inside the published box.
  ///
  /// Source of order, defaults and box: open-spaced-repetition/fsrs-rs 6.6.2. The numbers w0–w20 in the comments are positions in
  /// ``weights``.
  public struct Parameters: Hashable, Sendable {
    /// w4–w7: how difficulty (1–10) starts and moves.
    public struct Difficulty: Hashable, Sendable {
      /// Difficulty after a first review rated *again*.
      public let initial: Double
      /// How much lower it starts for better ratings.
      public let initialSlope: Double
      /// How far one rating moves it.
      public let change: Double
      /// How much of the way back to an easy card each review goes.
      public let meanReversion: Double
    }

    /// w8–w10, w15 and w16: how stability grows with a successful review.
    public struct Growth: Hashable, Sendable {
      /// Logarithm of the growth.
      public let scale: Double
      /// How much slower a card grows that is stable already.
      public let stabilityExponent: Double
      /// How much more a review is worth that came late.
      public let retrievability: Double
      /// Factor of the growth after *hard*, at most 1.
      public let hardFactor: Double
      /// Factor of the growth after *easy*, at least 1.
      public let easyFactor: Double
    }

    /// w11–w14: how much stability a lapse leaves.
    public struct Lapse: Hashable, Sendable {
      public let scale: Double
      /// How much less it leaves of a difficult card…
      public let difficultyExponent: Double
      /// …how that depends on stability…
      public let stabilityExponent: Double
      /// …and how much more it leaves when the lapse was to be expected.
      public let retrievability: Double
    }

    /// w17–w19: reviews on the day of the one before.
    public struct SameDay: Hashable, Sendable {
      /// How much a rating more is worth.
      public let slope: Double
      public let offset: Double
      /// How much less a card gains that is stable already.
      public let stabilityExponent: Double
    }

    /// w0–w3.
    public let firstStability: FirstStability
    public let difficulty: Difficulty
    public let growth: Growth
    public let lapse: Lapse
    public let sameDay: SameDay
    /// w20: how steeply recall falls, as a positive number.
    public let decay: Double
    /// All weights in the published order, as lists of parameters are exchanged and stored.
    public let weights: [Double]

    /// Brings a list of weights into the box. Lists of older versions are converted: none gives the defaults, 17 are those of FSRS-4.5,
    /// 19 those of FSRS-5.
    ///
    /// Nil for another count, or a number that is not finite.
    /// - Parameter relearningSteps: how many there are; more than one bounds w17 and w18, or several lapses on one day would raise
    ///   stability.
    public init?(clamping weights: [Double], relearningSteps: Int = 1) {
      guard weights.allSatisfy(\.isFinite), let current = Self.converted(weights) else { return nil }
      self.init(valid: Self.clamped(current, relearningSteps: relearningSteps))
    }

    private init(valid weights: [Double]) {
      self.weights = weights
      firstStability = FirstStability(again: weights[0], hard: weights[1], good: weights[2], easy: weights[3])
      difficulty = Difficulty(
        initial: weights[4], initialSlope: weights[5], change: weights[6], meanReversion: weights[7])
      growth = Growth(
        scale: weights[8], stabilityExponent: weights[9], retrievability: weights[10],
        hardFactor: weights[15],
        easyFactor: weights[16])
      lapse = Lapse(
        scale: weights[11], difficultyExponent: weights[12], stabilityExponent: weights[13],
        retrievability: weights[14])
      sameDay = SameDay(slope: weights[17], offset: weights[18], stabilityExponent: weights[19])
      decay = weights[20]
    }
  }
}

extension FSRS6.Parameters {
  /// The published defaults.
  public static let `default` = FSRS6.Parameters(valid: [
    0.212, 1.2931, 2.3065, 8.2956,
    6.4133, 0.8334, 3.0194, 0.001,
    1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729,
    0.5425, 0.0912, 0.0658,
    0.1542,
  ])

  /// The published box: the range of every weight, in the order of ``weights``.
  public static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100,
    1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5,
    0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
    0...1, 1...6,
    0...2, 0...2, 0...0.8,
    0.1...0.8,
  ]

  /// FSRS-4.5: w4 += 2·w5, w5 = ln(3·w5 + 1)/3, w6 += 0.5, then 0, 0, 0 and 0.5. FSRS-5: 0 and 0.5.
  private static func converted(_ weights: [Double]) -> [Double]? {
    switch weights.count {
    case 0: return `default`.weights
    case 17:
      guard weights[5] > -1.0 / 3 else { return nil }
      var result = weights
      result[4] += 2 * weights[5]
      result[5] = logarithm(3 * weights[5] + 1) / 3
      result[6] += 0.5
      return result + [0, 0, 0, 0.5]
    case 19: return weights + [0, 0.5]
    case 21: return weights
    default: return nil
    }
  }

  /// With n > 1 relearning steps w17 and w18 are at most √(max(0.01, −(ln w11 + ln(2^w13 − 1) + 0.3·w14)/n)).
  private static func clamped(_ weights: [Double], relearningSteps: Int) -> [Double] {
    var result = zip(weights, bounds).map { $0.clamped(to: $1) }
    if relearningSteps > 1 {
      let loss = logarithm(result[11]) + logarithm(power(2, result[13]) - 1) + 0.3 * result[14]
      let limit = power(max(0.01, -loss / Double(relearningSteps)), 0.5)
      for index in [17, 18] { result[index] = min(result[index], limit) }
    }
    return result
  }
}
