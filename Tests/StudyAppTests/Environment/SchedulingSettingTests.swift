import StudyCore
import Testing

@testable import StudyApp

struct SchedulingSettingTests {
  @Test(arguments: SchedulingSetting.allCases) func `a value that is written back is the same`(
    _ setting: SchedulingSetting
  ) {
    let text = setting.text(in: SchedulerSettings())
    #expect(setting.value(text) == text)
  }

  @Test func `each setting changes one thing of scheduling`() throws {
    let yaml = """
      scheduling:
        model: fsrs-6
        desired-retention: 0.85
        learning-steps: 30s, 1m 1h
        relearning-steps: none
        new-per-day: 7
        reviews-per-day: 0
        maximum-interval: 365
        learn-ahead: 5m
        day-starts-at: 3
        leech-threshold: 4
        leech-action: suspend
        short-intervals: on
        new-ignores-review-limit: yes
        load-balancer: off
        easy-days: Saturday reduced, sun=minimum
        bury-new: false
        bury-reviews: true
        bury-interday-learning: no
        new-gather-order: random-notes
        new-sort-order: card-type
        review-order: retrievability
        new-mix: last
        interday-learning-mix: first
      """
    let settings = try UserSettings(yaml: yaml, file: "f").scheduling
    var expected = SchedulerSettings()
    expected.model = .fsrs6(FSRS6())
    expected.desiredRetention = 0.85
    (expected.learningSteps, expected.relearningSteps) = ([30, 60, 3600], [])
    (expected.newPerDay, expected.reviewsPerDay, expected.maximumInterval) = (7, 0, 365)
    (expected.learnAhead, expected.rolloverHour) = (300, 3)
    (expected.leechThreshold, expected.leechAction) = (4, .suspend)
    (expected.keepsShortIntervals, expected.newIgnoresReviewLimit, expected.balancesLoad) = (
      true, true, false
    )
    (expected.easyDays[.saturday], expected.easyDays[.sunday]) = (.reduced, .minimum)
    expected.buriedSiblings = [.review]
    (expected.order.gathering, expected.order.sorting) = (.randomNotes, .cardType)
    expected.order.reviews = .retrievability
    (expected.order.new, expected.order.interdayLearning) = (.last, .first)
    #expect(settings == expected)
    #expect(SchedulingSetting.easyDays.text(in: settings) == "sat reduced, sun minimum")
  }

  @Test func `a deck is the same however its letters are cased`() throws {
    var settings = try UserSettings(
      yaml: "scheduling: {decks: {AWS: {new-per-day: 3}, aws: {reviews-per-day: 9}}}", file: "f")
    settings[.deck(DeckName("Aws"), .newPerDay)] = .text("4")
    let presets = settings.presets
    #expect(presets.decks.map(\.ownLimits) == [[.new, .reviews]])
    let own = presets.settings(of: DeckName("aws::ECS"))
    #expect(own.newPerDay == 4 && own.reviewsPerDay == 9)
    #expect(settings.spelled(DeckName("aWs")) == DeckName("AWS"))
  }

  @Test func `a deck takes over what it does not set from the decks above it`() throws {
    let yaml = """
      scheduling:
        desired-retention: 0.8
        decks:
          AWS::ECS:
            reviews-per-day: 7
          aws: {desired-retention: 0.95, new-per-day: 3}
          "Ärzte: und mehr": {model: FSRS-6}
      """
    let presets = try UserSettings(yaml: yaml, file: "f").presets
    let general = presets.settings(of: DeckName("Swift"))
    #expect(general == presets.general && general.desiredRetention == 0.8)
    let above = try #require(presets.preset(of: DeckName("AWS::EC2")))
    #expect(above.settings.desiredRetention == 0.95 && above.settings.newPerDay == 3)
    #expect(above.ownLimits == [.new])
    let below = try #require(presets.preset(of: DeckName("AWS::ECS::Tasks")))
    #expect(below.settings.desiredRetention == 0.95 && below.settings.reviewsPerDay == 7)
    #expect(below.settings.newPerDay == 3 && below.ownLimits == [.reviews])
    #expect(presets.settings(of: DeckName("Ärzte: und mehr")).model.name == "FSRS-6")
  }

  @Test(arguments: [
    (SchedulingSetting.model, "FSRS-5"), (.desiredRetention, "90"), (.desiredRetention, "0.5"),
    (.learningSteps, "1m 10"),
    (.learningSteps, "0m"), (.learningSteps, ""), (.learningSteps, "-1m"),
    (.relearningSteps, "99999999999999999999d"),
    (.newPerDay, "many"), (.newPerDay, "-1"), (.maximumInterval, "0"), (.learnAhead, "1m 2m"),
    (.learnAhead, "2d"), (.dayStart, "24"),
    (.leechThreshold, "0"), (.leechAction, "delete"), (.easyDays, "sat"), (.easyDays, "sa reduced"),
    (.easyDays, "sat half"), (.easyDays, ""), (.reviewOrder, "by name"), (.buryNew, "1"),
  ])
  func `what cannot be meant is no value`(_ setting: SchedulingSetting, _ text: String) {
    #expect(setting.value(text) == nil)
  }

  @Test(
    arguments: [([60], "1m"), ([90, 3600, 86_400, 604_800], "90s 1h 1d 7d"), ([], "none")]
      as [([Int64], String)])
  func `delays are written in their largest whole unit`(_ delays: [Int64], _ text: String) {
    #expect(DelayText.text(delays) == text)
    #expect(DelayText.delays(text) == delays)
  }
}
