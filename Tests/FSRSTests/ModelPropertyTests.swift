import FSRS
import Testing

/// What must hold for every state and every parameter set, tried on random ones.
struct ModelPropertyTests {
  private static let seeds: [UInt64] = Array(1...40)

  /// A parameter set anywhere in the box, or the defaults for every fourth seed.
  private static func parameters(_ random: inout SplitMix64, _ seed: UInt64) throws -> FSRS7.Parameters {
    if seed.isMultiple(of: 4) { return .default }
    let weights = FSRS7.Parameters.bounds.map {
      $0.lowerBound + random.nextUniform() * ($0.upperBound - $0.lowerBound)
    }
    return try #require(FSRS7.Parameters(clamping: weights))
  }

  private static func state(_ random: inout SplitMix64) -> FSRS7.State {
    FSRS7.State(
      slow: .random(in: 0.01...2000, using: &random), fast: .random(in: 0.01...2000, using: &random),
      difficulty: .random(in: 1...10, using: &random))
  }

  @Test(arguments: seeds) func recallFallsWithTime(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = FSRS7(parameters: try Self.parameters(&random, seed))
    let state = Self.state(&random)
    var last = 1.0
    for days in [0, 0.001, 0.1, 1, 10, 100, 1000, 10_000] {
      let recall = model.retrievability(state, elapsedDays: days)
      #expect(recall < last && recall > 0)
      last = recall
    }
  }

  @Test(arguments: seeds) func intervalInvertsRecall(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = FSRS7(parameters: try Self.parameters(&random, seed))
    let state = Self.state(&random)
    for retention in [0.7, 0.8, 0.9, 0.95, 0.99] {
      let interval = model.interval(state, desiredRetention: retention)
      let recall = model.retrievability(state, elapsedDays: interval)
      if interval == FSRS7.longestInterval {
        #expect(recall >= retention)
      } else if interval < FSRS7.shortestInterval * 1.001 {
        #expect(recall <= retention)
      } else {
        #expect(abs(recall - retention) < 1e-8)
      }
    }
  }

  @Test(arguments: seeds) func betterRatingNeverGivesLowerStability(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = FSRS7(parameters: try Self.parameters(&random, seed))
    let state = Self.state(&random)
    let days = Double.random(in: 0...300, using: &random)
    let ranked = Rating.allCases.map { model.next(state, elapsedDays: days, rating: $0) }
    let first = Rating.allCases.map { model.firstState(rating: $0) }
    for states in [ranked, first] {
      for (worse, better) in zip(states, states.dropFirst()) {
        #expect(
          worse.slow <= better.slow && worse.fast <= better.fast && worse.difficulty >= better.difficulty)
      }
    }
  }

  @Test(arguments: seeds) func statesStayInTheirRanges(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let model = FSRS7(parameters: try Self.parameters(&random, seed))
    var state = model.firstState(rating: .good)
    for _ in 0..<60 {
      let rating = try #require(Rating.allCases.randomElement(using: &random))
      state = model.next(state, elapsedDays: .random(in: 0...2000, using: &random), rating: rating)
      #expect((0.0001...36_500).contains(state.slow) && (0.0001...36_500).contains(state.fast))
      #expect((1...10).contains(state.difficulty))
    }
  }

  @Test func negativeTimeCountsAsNoTime() {
    let state = FSRS7.State(slow: 3, fast: 2, difficulty: 5)
    let model = FSRS7()
    #expect(model.retrievability(state, elapsedDays: -4) == model.retrievability(state, elapsedDays: 0))
    #expect(
      model.next(state, elapsedDays: -4, rating: .good) == model.next(state, elapsedDays: 0, rating: .good))
  }
}
