import FSRS
import Testing

struct FuzzTests {
  private struct Golden: Decodable {
    var integerIntervalLoHiSeenloSeenhi: [[Int]]
    var fractionalIntervalLoHi: [[Double]]
    var intervalMinMaxLoHi: [[Double]]
  }

  @Test(.enabled(if: GoldenFiles.areThere, "needs ../shared/golden"))
  func boundsAreAnkis() throws {
    let golden = try GoldenFiles.decoder.decode(Golden.self, from: GoldenFiles.data("fuzz-bounds.json"))
    for row in golden.integerIntervalLoHiSeenloSeenhi {
      #expect(Fuzz.bounds(interval: Double(row[0]), minimum: 1, maximum: 36_500) == row[1]...row[2])
    }
    for row in golden.fractionalIntervalLoHi {
      #expect(Fuzz.bounds(interval: row[0], minimum: 1, maximum: 36_500) == Int(row[1])...Int(row[2]))
    }
    for row in golden.intervalMinMaxLoHi {
      let bounds = Fuzz.bounds(interval: row[0], minimum: Int(row[1]), maximum: Int(row[2]))
      #expect(bounds == Int(row[3])...Int(row[4]))
    }
  }

  @Test func theDrawCoversTheRangeAndNothingElse() {
    let almostOne = 1.0.nextDown
    #expect(Fuzz.days(interval: 10, minimum: 1, maximum: 36_500, uniform: 0) == 8)
    #expect(Fuzz.days(interval: 10, minimum: 1, maximum: 36_500, uniform: 0.5) == 10)
    #expect(Fuzz.days(interval: 10, minimum: 1, maximum: 36_500, uniform: almostOne) == 12)
  }

  @Test func withoutFuzzHalvesAreRoundedUp() {
    #expect(Fuzz.days(interval: 2.5, minimum: 1, maximum: 36_500, uniform: nil) == 3)
    #expect(Fuzz.days(interval: 0.2, minimum: 1, maximum: 36_500, uniform: nil) == 1)
    #expect(Fuzz.days(interval: 50, minimum: 60, maximum: 40, uniform: nil) == 40)
  }
}

struct SplitMix64Tests {
  /// The first numbers of the public-domain original for the seed 1234567.
  @Test func numbersAreThePublishedOnes() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test func uniformNumbersLieBelowOne() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<1000 { #expect((0..<1).contains(generator.nextUniform())) }
  }
}
