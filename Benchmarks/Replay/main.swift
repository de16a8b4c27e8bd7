// How many reviews a second the memory models take in on one core: what a replay of the log or a search for parameters
// does with every review.
//
//   LINNET_BENCHMARKS=1 swift run -c release ReplayBenchmark

import FSRS

/// One review of a made-up history.
struct Review {
  var elapsedDays: Double
  var rating: Rating
}

/// Histories of ten reviews each, with times and ratings as learners have them: most on a later day, one of ten on the
/// same day, one of eight forgotten.
func histories(reviews: Int) -> [Review] {
  var random = SplitMix64(seed: 7)
  return (0..<reviews).map { number in
    let chance = random.next() % 40
    let rating: Rating =
      switch chance {
      case 0..<5: .again
      case 5..<9: .hard
      case 9..<36: .good
      default: .easy
      }
    let place = Double(number % 10)
    let isSameDay = random.next() % 10 == 0
    let days = isSameDay ? 0.01 : 1 + Double(random.next() % 1000) / 1000 * (1 + place * place * 3)
    return Review(elapsedDays: days, rating: rating)
  }
}

/// Runs a million reviews a few times.
///
/// - Parameter replay: goes through all histories and returns a sum, so that no work is left out.
func report(_ name: String, atLeast target: Double, reviews: Int, _ replay: () -> Double) {
  let clock = ContinuousClock()
  var total = 0.0
  let seconds = (0..<9).map { _ in clock.measure { total += replay() } / .seconds(1) }.min() ?? .infinity
  let speed = Double(reviews) / seconds / 1e6
  let text = (speed * 10).rounded() / 10
  print("\(name): \(text) million reviews a second, at least \(target); sum \(total)")
}

let reviews = histories(reviews: 1_000_000)

let fsrs6 = FSRS6()
report("FSRS-6", atLeast: 10, reviews: reviews.count) {
  var sum = 0.0
  var state = FSRS6.State(stability: 1, difficulty: 1)
  for (number, review) in reviews.enumerated() {
    state =
      number % 10 == 0
      ? fsrs6.firstState(rating: review.rating)
      : fsrs6.next(state, elapsedDays: Int(review.elapsedDays), rating: review.rating)
    sum += state.stability
  }
  return sum
}

let fsrs7 = FSRS7()
report("FSRS-7", atLeast: 1.5, reviews: reviews.count) {
  var sum = 0.0
  var state = FSRS7.State(slow: 1, fast: 1, difficulty: 1)
  for (number, review) in reviews.enumerated() {
    state =
      number % 10 == 0
      ? fsrs7.firstState(rating: review.rating)
      : fsrs7.next(state, elapsedDays: review.elapsedDays, rating: review.rating)
    sum += state.slow
  }
  return sum
}
