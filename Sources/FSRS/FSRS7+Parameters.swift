extension FSRS7 {
  /// The 34 weights of FSRS-7, each with a name. A value of this type always lies inside the published box.
  ///
  /// Source of names, order, defaults and box: the model FSRS-7 of open-spaced-repetition/srs-benchmark
  /// (`models/fsrs_v7.py`). The numbers w0–w33 in the comments are positions in ``weights``.
  public struct Parameters: Hashable, Sendable {
    /// w4–w6: how difficulty (1–10) starts and moves.
    public struct Difficulty: Hashable, Sendable {
      /// Difficulty after a first review rated *again*.
      public let initial: Double
      /// How much lower it starts for better ratings.
      public let initialSlope: Double
      /// How far one rating moves it.
      public let change: Double
    }

    /// w7–w14 and w15–w22: how one memory trace, slow or fast, changes with a review.
    public struct Trace: Hashable, Sendable {
      /// How fast the trace grows with a successful review.
      public let growth: Double
      /// How much slower a trace grows that is stable already.
      public let growthStabilityExponent: Double
      /// How much more a review is worth that came late.
      public let growthRetrievability: Double
      /// How much of the trace a lapse leaves…
      public let lapseScale: Double
      /// …how that depends on its stability…
      public let lapseStabilityExponent: Double
      /// …and how much more it leaves when the lapse was to be expected.
      public let lapseRetrievability: Double
      /// Factor of the growth after *hard*, at most 1.
      public let hardFactor: Double
      /// Factor of the growth after *easy*, at least 1.
      public let easyFactor: Double
    }

    /// w23–w33: the forgetting curve, a weighted mean of a fast and a slow power law.
    public struct Curve: Hashable, Sendable {
      /// Exponents of the two power laws, as positive numbers.
      public let fastDecay: Double
      public let slowDecay: Double
      /// Recall of a trace when the time elapsed equals its stability.
      public let fastBase: Double
      public let slowBase: Double
      /// Weights of the traces in the mean…
      public let fastWeight: Double
      public let slowWeight: Double
      /// …and how their stabilities move these.
      public let fastWeightExponent: Double
      public let slowWeightExponent: Double
      /// How difficulty moves the weight of the slow trace; 0.5 is no influence.
      public let slowWeightDifficulty: Double
      /// How difficulty moves the speed of the slow trace; 0.3 is no influence.
      public let slowSpeedDifficulty: Double
      /// How the fast trace's stability moves its decay; 0.3 is no influence.
      public let fastDecayExponent: Double
    }

    /// w0–w3.
    public let firstStability: FirstStability
    /// w4–w6.
    public let difficulty: Difficulty
    /// w7–w14.
    public let slowTrace: Trace
    /// w15–w22.
    public let fastTrace: Trace
    /// w23–w33.
    public let curve: Curve
    /// All weights in the published order, as lists of parameters are exchanged and stored.
    public let weights: [Double]

    /// Brings a list of weights into the box, including the two rules of order: first stabilities do not fall
    /// from *again* to *easy*, and `slowBase` is at least `fastBase`.
    ///
    /// Nil unless there are 34 finite numbers.
    public init?(clamping weights: [Double]) {
      guard weights.count == Self.bounds.count, weights.allSatisfy(\.isFinite) else { return nil }
      self.init(valid: Self.clamped(weights))
    }

    private init(valid weights: [Double]) {
      self.weights = weights
      firstStability = FirstStability(again: weights[0], hard: weights[1], good: weights[2], easy: weights[3])
      difficulty = Difficulty(initial: weights[4], initialSlope: weights[5], change: weights[6])
      slowTrace = Trace(weights[7..<15])
      fastTrace = Trace(weights[15..<23])
      curve = Curve(weights[23..<34])
    }
  }
}

extension FSRS7.Parameters.Trace {
  fileprivate init(_ block: ArraySlice<Double>) {
    let start = block.startIndex
    growth = block[start]
    growthStabilityExponent = block[start + 1]
    growthRetrievability = block[start + 2]
    lapseScale = block[start + 3]
    lapseStabilityExponent = block[start + 4]
    lapseRetrievability = block[start + 5]
    hardFactor = block[start + 6]
    easyFactor = block[start + 7]
  }
}

extension FSRS7.Parameters.Curve {
  fileprivate init(_ block: ArraySlice<Double>) {
    let start = block.startIndex
    fastDecay = block[start]
    slowDecay = block[start + 1]
    fastBase = block[start + 2]
    slowBase = block[start + 3]
    fastWeight = block[start + 4]
    slowWeight = block[start + 5]
    fastWeightExponent = block[start + 6]
    slowWeightExponent = block[start + 7]
    slowWeightDifficulty = block[start + 8]
    slowSpeedDifficulty = block[start + 9]
    fastDecayExponent = block[start + 10]
  }
}

extension FSRS7.Parameters {
  /// The published defaults, for a learner nothing is known about yet.
  public static let `default` = FSRS7.Parameters(valid: [
    0.1104, 2.2395, 3.9221, 11.7841,
    6.1686, 0.6457, 3.6807,
    1.9795, 0.0, 1.3826, 0.7024, 0.5999, 0.8146, 0.6398, 1.0,
    1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869,
    0.1567, 0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0.0, 0.5667, 0.3734, 0.5333, 0.3048,
  ])

  /// The published box: the range of every weight, in the order of ``weights``.
  public static let bounds: [ClosedRange<Double>] = [
    0.0001...50, 0.0001...100, 0.0001...100, 0.0001...100,
    1...10, 0.001...4, 0.1...4,
    0...4, 0...1.2, 0.3...3, 0.01...1.5, 0.1...1, 0...3.5, 0...1, 1...7,
    0...4, 0...2, 0.5...6, 0.001...1.5, 0.001...1, 0...5, 0...1, 1...7,
    0.01...0.25, 0.01...0.95, 0.2...0.85, 0.5...0.99, 0.01...1, 0.1...1, 0...0.9, 0.1...1.1, 0...1, 0...0.6,
    0...0.6,
  ]

  private static func clamped(_ weights: [Double]) -> [Double] {
    var result = zip(weights, bounds).map { $0.clamped(to: $1) }
    for index in 1...3 { result[index] = max(result[index], result[index - 1]) }
    let (fastBase, slowBase) = (25, 26)
    result[slowBase] = max(result[slowBase], result[fastBase])
    return result
  }
}
