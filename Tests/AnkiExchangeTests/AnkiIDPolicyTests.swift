import AnkiExchange
import StudyCore
import Testing

@Suite struct AnkiIDPolicyTests {
  private let foreign = note(1, ankiID: 1_700_000_000_000, "**front**", "back")

  private func reasons(_ result: TextExport.Result) -> [ExportReport.Reason] {
    result.report.leftOut.map(\.reason)
  }

  @Test func matchLeavesTheGuidEmpty() {
    #expect(export([foreign]).rows() == [",Basic,Deck,<b>front</b>,back,"])
  }

  @Test func aLearnedGuidGoesBeforeEveryPolicy() {
    for policy in AnkiIDPolicy.allCases {
      let known = note(1, ankiID: 1_700_000_000_000, guid: "known", "front", "back")
      #expect(export([known]) { $0.ankiIDs = policy }.rows()[0].hasPrefix("known,"))
    }
  }

  @Test func matchNeedsAFrontThatNoOtherNoteHas() {
    let result = export([foreign, note(2, "front", "other")])
    #expect(reasons(result) == [.frontNotUnique])
    #expect(result.rows().count == 1)
    #expect(reasons(export([foreign, note(2, cloze, "{{c1::front}}", "")])).isEmpty)
  }

  @Test func matchNeedsAFrontThatIsUnchanged() {
    let fronts = export([foreign]).fronts
    var next = foreign
    next.exportedFront = fronts[foreign.block]
    #expect(reasons(export([next])).isEmpty)
    next.fields[0].text = "*front*"
    #expect(reasons(export([next])).isEmpty)
    next.fields[0].text = "new front"
    #expect(reasons(export([next])) == [.frontChanged])
  }

  @Test func skipLeavesOutAndNewAdds() {
    #expect(reasons(export([foreign]) { $0.ankiIDs = .skip }) == [.alreadyInAnki])
    #expect(export([foreign]) { $0.ankiIDs = .new }.rows()[0].hasPrefix("linnet:block1:"))
  }
}
