import FSRS
import Testing

/// Numbers that the authors of the model print in their own tests.
struct PublishedNumberTests {
  private let model = FSRS7()

  /// `fsrs-rs: src/model_v7.rs`, four decimals.
  @Test func progressionOfSixReviews() throws {
    let reviews: [(days: Double, rating: Rating)] = [
      (0, .again), (0, .good), (1, .good), (3, .good), (8, .good), (21, .good),
    ]
    let expected = [
      FSRS7.State(slow: 0.1104, fast: 0.0883, difficulty: 6.1686),
      FSRS7.State(slow: 0.1104, fast: 0.0883, difficulty: 6.1092),
      FSRS7.State(slow: 0.9169, fast: 44.4442, difficulty: 6.0504),
      FSRS7.State(slow: 3.5338, fast: 193.5973, difficulty: 5.9922),
      FSRS7.State(slow: 10.186, fast: 407.6265, difficulty: 5.9346),
      FSRS7.State(slow: 25.9857, fast: 700.5589, difficulty: 5.8775),
    ]
    var state = model.firstState(rating: reviews[0].rating)
    for (index, review) in reviews.enumerated() {
      if index > 0 { state = model.next(state, elapsedDays: review.days, rating: review.rating) }
      #expect(abs(state.slow - expected[index].slow) < 0.00006)
      #expect(abs(state.fast - expected[index].fast) < 0.00006)
      #expect(abs(state.difficulty - expected[index].difficulty) < 0.00006)
    }
  }

  @Test func recallAfterTwentyDays() {
    let recall = model.retrievability(FSRS7.State(slow: 10, fast: 5, difficulty: 8), elapsedDays: 20)
    #expect(abs(recall - 0.8288255) < 1e-7)
  }

  @Test func recallNeverReachesCertainty() {
    let recall = model.retrievability(FSRS7.State(slow: 10, fast: 5, difficulty: 8), elapsedDays: 0)
    #expect(abs(recall - 0.99999) < 1e-12)
  }

  @Test func stabilityIsNotTheSlowTrace() {
    #expect(abs(model.stability(FSRS7.State(slow: 100, fast: 80, difficulty: 5)) - 226) < 0.5)
    #expect(abs(model.stability(FSRS7.State(slow: 1, fast: 0.8, difficulty: 5)) - 0.027) < 0.0005)
  }
}
