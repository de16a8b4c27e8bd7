import FSRS
import StudyCore
import Testing

struct MomentTests {
  @Test func everyMomentIsReadAsItIsWritten() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<5000 {
      let moment = Moment(
        timestamp: Timestamp(
          milliseconds: .random(in: -4_000_000_000_000...4_000_000_000_000, using: &random)),
        utcOffset: .random(in: -14 * 60...14 * 60, using: &random) * 60)
      #expect(Moment(iso: moment.preciseDescription) == moment)
    }
  }

  @Test func aFractionMayBeMissing() {
    #expect(
      Moment(iso: "1970-01-02T01:00:01+01:00")
        == Moment(timestamp: Timestamp(seconds: 86_401), utcOffset: 3600))
  }

  @Test(arguments: [
    "", "1970-01-02", "1970-01-02T00:00:00", "1970-01-02T24:00:00+00:00", "1970-01-02T00:60:00+00:00",
    "1970-01-02T00:00:00.25+00:00", "1970-01-02T00:00:00+00", "1970-01-02T00:00+00:00",
    "1970-02-30T00:00:00+00:00",
    "1970-01-02T+1:00:00+00:00", "1970-01-02T00:00:00.000+00:00Z", "T+", "1970-01-02T00:00:00.+10+00:00",
  ]) func anythingElseIsNone(text: String) {
    #expect(Moment(iso: text) == nil)
  }
}
