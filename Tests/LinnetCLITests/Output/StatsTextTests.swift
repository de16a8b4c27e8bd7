import FSRS
import StudyCore
import Testing

@testable import LinnetCLI
@testable import StudyApp

struct StatsTextTests {
  /// Ten pairs of tied cards, again and again: first one of each, then the others, which with `links` go as their partners did, else by chance.
  private func fit(rounds: Int, links: Bool) throws -> ContextFit {
    var random = SplitMix64(seed: 4)
    var reviews: [ContextReview] = []
    for round in 0..<rounds {
      var outcomes = (0..<10).map { _ in random.next() % 2 == 0 }
      for part in 0..<2 {
        for pair in 0..<10 {
          reviews.append(
            ContextReview(
              time: Double(round) * 1e7 + Double(part * 10 + pair), card: 2 * pair + part, predicted: 0.5,
              isRecalled: outcomes[pair]))
        }
        if !links { outcomes = outcomes.map { _ in random.next() % 2 == 0 } }
      }
    }
    let ties = WeightedAdjacency(nodeCount: 20, ties: (0..<10).map { .init(2 * $0, 2 * $0 + 1, strength: 1) })
    return try #require(ContextFit(reviews, ties: ties))
  }

  private func report(_ context: ContextFit?) -> StatisticsReport {
    StatisticsReport(today: Day(number: 0), cards: .init(), study: StudyStatistics([]), context: context)
  }

  private func links(_ context: ContextFit?) -> String? {
    StatsText(report: report(context), width: 80, bar: "#").text.split(separator: "\n")
      .first { $0.hasPrefix("links") }.map(String.init)
  }

  @Test func `it says whether links tell about recall, and not from a few reviews`() throws {
    #expect(links(nil) == nil)
    #expect(
      try links(fit(rounds: 2, links: true)) == "links    too few reviews to say what they tell about recall")
    let nothing = try #require(try links(fit(rounds: 50, links: false)))
    #expect(nothing.hasPrefix("links    they tell nothing about recall: log loss 0."))
    let something = try #require(try links(fit(rounds: 50, links: true)))
    #expect(something.hasPrefix("links    they seem to tell about recall: log loss 0."))
  }
}
