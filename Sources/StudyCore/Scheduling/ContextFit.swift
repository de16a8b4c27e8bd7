/// Whether links between cards tell something about a learner's recall that the memory model and the mood of the day do not.
///
/// Fits a ``ContextTerm`` to a log of reviews and tests it on reviews that came after those it was fitted to. Source:
/// `graph-scheduling.md`, M1 and its gate.
package struct ContextFit: Hashable, Sendable {
  /// Fitted to all reviews.
  package let term: ContextTerm
  /// Reviews that were predicted from those before them.
  package let testedReviews: Int
  /// Of the memory model alone, on the tested reviews, as of the two below.
  package let model: PredictionQuality
  /// With b0 and b1 only.
  package let withoutLinks: PredictionQuality
  /// With b0, b1 and b2.
  package let withLinks: PredictionQuality
  /// How much log loss b2 saves, mean over the tested reviews, and its standard error.
  package let gain: Double
  package let gainError: Double

  /// Fewer reviews prove nothing.
  package static let leastReviews = 500
  /// The gain has to be so many standard errors above 0.
  static let leastGainInErrors = 2.0
  static let ridge = 1.0
  /// Half an hour to ten days, in seconds.
  static let timeConstants: [Double] = [1_800, 21_600, 172_800, 864_000]
  /// The log is cut into so many parts; each but the first is predicted from all before it.
  private static let parts = 6

  /// The gate: whether the links may have a say for this learner.
  package var isUsable: Bool {
    testedReviews >= ContextFit.leastReviews && term.neighbors > 0
      && gain > ContextFit.leastGainInErrors * gainError
  }

  /// Nil for a log too short to cut.
  ///
  /// - Parameters:
  ///   - reviews: in order of time; predictions must not know how the review went.
  ///   - ties: of the cards.
  package init?(_ reviews: [ContextReview], ties: WeightedAdjacency) {
    guard reviews.count >= 2 * ContextFit.parts else { return nil }
    let candidates = ContextFit.timeConstants.map { Candidate(reviews, ties, timeConstant: $0) }
    var tested: [(model: Double, withoutLinks: Double, withLinks: Double, isRecalled: Bool)] = []
    for part in 1..<ContextFit.parts {
      let start = reviews.count * part / ContextFit.parts
      let end = reviews.count * (part + 1) / ContextFit.parts
      let without = Candidate.best(candidates, of: 0..<start, columns: 2)
      let with = Candidate.best(candidates, of: 0..<start, columns: 3)
      for row in start..<end {
        tested.append(
          (reviews[row].predicted, without.prediction(row), with.prediction(row), reviews[row].isRecalled))
      }
    }
    testedReviews = tested.count
    model = PredictionQuality(tested.map { ($0.model, $0.isRecalled) })
    withoutLinks = PredictionQuality(tested.map { ($0.withoutLinks, $0.isRecalled) })
    withLinks = PredictionQuality(tested.map { ($0.withLinks, $0.isRecalled) })
    let gains = tested.map {
      Logit.loss(Logit.of($0.withoutLinks), outcome: $0.isRecalled)
        - Logit.loss(Logit.of($0.withLinks), outcome: $0.isRecalled)
    }
    let mean = gains.reduce(0, +) / Double(gains.count)
    let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gains.count - 1)
    gain = mean
    gainError = (variance / Double(gains.count)).squareRoot()
    term = Candidate.best(candidates, of: 0..<reviews.count, columns: 3).term
  }
}

/// The log as one time constant shows it.
private struct Candidate {
  let timeConstant: Double
  /// 1, m and h before each review.
  private(set) var samples = LogisticSamples(width: 3)

  init(_ reviews: [ContextReview], _ ties: WeightedAdjacency, timeConstant: Double) {
    self.timeConstant = timeConstant
    var memory = ContextMemory(ties: ties, timeConstant: timeConstant)
    for review in reviews {
      let context = memory.context(of: review.card, at: review.time)
      samples.append(
        [1, context.overall, context.neighbors], offset: Logit.of(review.predicted),
        outcome: review.isRecalled)
      memory.record(review)
    }
  }

  struct Fitted {
    let candidate: Candidate
    let coefficients: [Double]

    func prediction(_ row: Int) -> Double {
      Logit.probability(candidate.samples.logit(row, coefficients))
    }

    var term: ContextTerm {
      ContextTerm(
        bias: coefficients[0], overall: coefficients[1], neighbors: coefficients[2],
        timeConstant: candidate.timeConstant)
    }
  }

  /// The time constant and coefficients that fit the rows best.
  static func best(_ candidates: [Candidate], of rows: Range<Int>, columns: Int) -> Fitted {
    let fits = candidates.map { candidate in
      let coefficients = LogisticRegression.fit(
        candidate.samples, rows: rows, columns: columns, ridge: ContextFit.ridge)
      let loss = LogisticRegression.loss(
        candidate.samples, rows: rows, coefficients, ridge: ContextFit.ridge)
      return (fit: Fitted(candidate: candidate, coefficients: coefficients), loss: loss)
    }
    return fits.dropFirst().reduce(fits[0]) { $1.loss < $0.loss ? $1 : $0 }.fit
  }
}
