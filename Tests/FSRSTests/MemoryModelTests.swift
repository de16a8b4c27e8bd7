import FSRS
import Testing

struct MemoryModelTests {
  private static let models = [MemoryModel.fsrs6(FSRS6()), .fsrs7(FSRS7())]

  @Test(arguments: models, models)
  func `a state of another model keeps its 90 percent time and difficulty`(
    _ old: MemoryModel, _ new: MemoryModel
  ) {
    let elapsed = MemoryModel.Elapsed(days: 4.2, studyDays: 4)
    let state = old.next(old.firstState(rating: .good), elapsed: elapsed, rating: .good)
    #expect(abs(new.stability(state) / old.stability(state) - 1) < 1e-6)
    let next = new.next(state, elapsed: elapsed, rating: .good)
    #expect(new.stability(next) > new.stability(state))
  }

  @Test(arguments: models) func `a state of a stability has it`(_ model: MemoryModel) {
    for stability in [0.5, 12, 800] {
      let state = model.state(stability: stability, difficulty: 6)
      #expect(abs(model.stability(state) / stability - 1) < 1e-6)
      #expect(abs(model.retrievability(state, elapsedDays: stability) - 0.9) < 1e-4)
      #expect(state.difficulty == 6)
    }
  }

  /// SM-2's schedule goes on about as it would have: after a good answer in time the interval has grown by about its ease.
  @Test(arguments: models, [1.8, 2.5]) func `a card of SM-2 keeps about its pace`(
    _ model: MemoryModel, _ ease: Double
  ) {
    let state = model.state(ease: ease, interval: 10)
    let next = model.next(state, elapsed: .init(days: 10, studyDays: 10), rating: .good)
    let growth = model.interval(next, desiredRetention: 0.9) / 10
    #expect(growth > 1.2 && growth < 2 * ease, "\(growth)")
  }
}
