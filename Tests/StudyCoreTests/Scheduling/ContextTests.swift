import FSRS
import TestSupport
import Testing

@testable import StudyCore

struct ContextTests {
  /// A log whose recalls hang on how neighbours went of late, as a term has it.
  ///
  /// Cards are tied in circles of four.
  private func log(_ count: Int, _ term: ContextTerm, seed: UInt64) -> (
    reviews: [ContextReview], ties: WeightedAdjacency
  ) {
    let cards = 40
    let ties = WeightedAdjacency(
      nodeCount: cards,
      ties: (0..<cards).map { .init($0, $0 % 4 == 3 ? $0 - 3 : $0 + 1, strength: 0.5) })
    var random = SplitMix64(seed: seed)
    var memory = ContextMemory(ties: ties, timeConstant: term.timeConstant)
    var reviews: [ContextReview] = []
    var time = 0.0
    for _ in 0..<count {
      time += 2000 * random.nextUniform()
      let card = Int(random.nextUniform() * Double(cards))
      let predicted = 0.6 + 0.39 * random.nextUniform()
      let recall = term.recall(predicted, in: memory.context(of: card, at: time))
      let review = ContextReview(
        time: time, card: card, predicted: predicted, isRecalled: random.nextUniform() < recall)
      memory.record(review)
      reviews.append(review)
    }
    return (reviews, ties)
  }

  @Test(arguments: 0..<20)
  func `fading sums are the sums over all reviews`(seed: UInt64) {
    let timeConstant = 5000.0
    let (reviews, ties) = log(
      60, ContextTerm(bias: 0, overall: 0, neighbors: 0, timeConstant: timeConstant), seed: seed)
    var memory = ContextMemory(ties: ties, timeConstant: timeConstant)
    for (index, review) in reviews.enumerated() {
      let context = memory.context(of: review.card, at: review.time)
      let near = ties.neighbors(of: review.card)
      func mean(_ strength: (Int) -> Double) -> Double {
        var (residual, weight) = (0.0, 0.0)
        for earlier in reviews[..<index] {
          let share = strength(earlier.card) * exponential((earlier.time - review.time) / timeConstant)
          residual += share * ((earlier.isRecalled ? 1 : 0) - earlier.predicted)
          weight += share
        }
        return residual / (ContextMemory.shrinkage + weight)
      }
      #expect(abs(context.overall - mean { _ in 1 }) < 1e-9)
      let direct = mean { card in near.first { $0.node == card }?.strength ?? 0 }
      #expect(abs(context.neighbors - direct) < 1e-9)
      memory.record(review)
    }
  }

  @Test func `a long time leaves nothing`() {
    let ties = WeightedAdjacency(nodeCount: 2, ties: [.init(0, 1, strength: 0.5)])
    var memory = ContextMemory(ties: ties, timeConstant: 10)
    memory.record(ContextReview(time: 1e9, card: 0, predicted: 0.9, isRecalled: false))
    #expect(memory.context(of: 1, at: 1e9).neighbors < -0.2)
    #expect(abs(memory.context(of: 1, at: 2e9).neighbors) < 1e-12)
    #expect(memory.context(of: 0, at: 1e9).neighbors == 0)
  }

  @Test func `without context the prediction stays`() {
    let term = ContextTerm(bias: 0, overall: 2, neighbors: 3, timeConstant: 10)
    let nothing = RecallContext(overall: 0, neighbors: 0)
    let well = RecallContext(overall: 0, neighbors: 0.2)
    for recall in [0.01, 0.5, 0.9] {
      #expect(abs(term.recall(recall, in: nothing) - recall) < 1e-12)
      #expect(term.recall(recall, in: well) > recall)
    }
  }

  @Test func `a fit finds the term that made the log, and opens the gate`() throws {
    let truth = ContextTerm(bias: -0.3, overall: 1.5, neighbors: 3, timeConstant: 21_600)
    let (reviews, ties) = log(20_000, truth, seed: 3)
    let fit = try #require(ContextFit(reviews, ties: ties))
    #expect(fit.term.timeConstant == truth.timeConstant)
    #expect(abs(fit.term.bias - truth.bias) < 0.15)
    #expect(abs(fit.term.overall - truth.overall) < 0.6)
    #expect(abs(fit.term.neighbors - truth.neighbors) < 0.6)
    #expect(fit.isUsable)
    #expect(fit.withLinks.logLoss < fit.withoutLinks.logLoss)
    #expect(fit.withoutLinks.logLoss < fit.model.logLoss)
    #expect(abs(fit.withoutLinks.logLoss - fit.withLinks.logLoss - fit.gain) < 1e-9)
    #expect(fit.testedReviews == 20_000 - 20_000 / 6)
  }

  /// At two standard errors chance alone opens it about once in forty times.
  @Test func `noise and mood alone leave the gate closed`() throws {
    for term in [
      ContextTerm(bias: 0, overall: 0, neighbors: 0, timeConstant: 21_600),
      ContextTerm(bias: 0, overall: 2, neighbors: 0, timeConstant: 21_600),
    ] {
      let opened = try (UInt64(0)..<10).count { seed in
        let (reviews, ties) = log(3000, term, seed: seed)
        return try #require(ContextFit(reviews, ties: ties)).isUsable
      }
      #expect(opened <= 1)
    }
  }

  @Test func `interference does not open it either`() throws {
    let term = ContextTerm(bias: 0, overall: 0, neighbors: -3, timeConstant: 21_600)
    let (reviews, ties) = log(10_000, term, seed: 5)
    let fit = try #require(ContextFit(reviews, ties: ties))
    #expect(fit.term.neighbors < 0 && !fit.isUsable)
  }

  @Test func `a few reviews prove nothing`() throws {
    let term = ContextTerm(bias: 0, overall: 0, neighbors: 8, timeConstant: 21_600)
    let (reviews, ties) = log(400, term, seed: 1)
    #expect(ContextFit(Array(reviews.prefix(11)), ties: ties) == nil)
    #expect(try #require(ContextFit(reviews, ties: ties)).isUsable == false)
  }
}
