import Testing

@testable import StudyCore

struct LinkStrengthTests {
  @Test func `a link alone has half of its weight`() {
    #expect(abs(LinkStrength.explicit.damped(outDegree: 1, inDegree: 1) - 0.4) < 1e-12)
  }

  /// 1 + log₂ 4 · log₂ 8 = 7.
  @Test func `links of and to hubs are weaker`() {
    #expect(abs(LinkStrength.body.damped(outDegree: 3, inDegree: 7) - 0.2 / 7) < 1e-12)
    for strength in LinkStrength.allCases {
      for (fewer, more) in [(1, 2), (5, 50), (50, 50_000)] {
        #expect(
          strength.damped(outDegree: more, inDegree: fewer)
            < strength.damped(outDegree: fewer, inDegree: fewer))
        #expect(
          strength.damped(outDegree: fewer, inDegree: more)
            < strength.damped(outDegree: fewer, inDegree: fewer))
      }
    }
  }
}
