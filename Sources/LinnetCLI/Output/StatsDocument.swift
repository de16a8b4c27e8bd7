import StudyApp
import StudyCore

/// `stats --json`.
struct StatsDocument: Encodable {
  private let report: StatisticsReport

  init(_ report: StatisticsReport) { self.report = report }

  private struct Answers: Encodable {
    var total, again, hard, good, easy: Int
    var seconds: Double
    var streak: Int
  }
  private struct Date: Encodable {
    var date: String
    var answers, again: Int
    var seconds: Double
  }
  private struct Cards: Encodable {
    var total, new, learning, young, mature, suspended, remembered: Int
    var knownNow: Double
  }
  /// A share that does not exist is null.
  private struct Recall: Encodable {
    var recall: StudyStatistics.Recall

    private enum Key: String, CodingKey { case reviews, recalled, share, predicted }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(recall.reviews, forKey: .reviews)
      try container.encode(recall.recalled, forKey: .recalled)
      try container.encode(recall.share, forKey: .share)
      try container.encode(recall.predictedShare, forKey: .predicted)
    }
  }
  private struct Recalls: Encodable { var all, young, mature: Recall }
  private struct Links: Encodable {
    private struct LogLoss: Encodable { var model, withoutLinks, withLinks: Double }
    private struct Term: Encodable { var bias, overall, neighbors, timeConstant: Double }

    private let testedReviews: Int
    private let logLoss: LogLoss
    private let gain, gainError: Double
    private let term: Term
    private let tells: Bool

    init(_ fit: ContextFit) {
      testedReviews = fit.testedReviews
      logLoss = LogLoss(
        model: fit.model.logLoss, withoutLinks: fit.withoutLinks.logLoss, withLinks: fit.withLinks.logLoss)
      (gain, gainError, tells) = (fit.gain, fit.gainError, fit.isUsable)
      term = Term(
        bias: fit.term.bias, overall: fit.term.overall, neighbors: fit.term.neighbors,
        timeConstant: fit.term.timeConstant)
    }
  }

  private enum Key: String, CodingKey { case answers, recall, cards, days, links }

  func encode(to encoder: any Encoder) throws {
    let (study, cards) = (report.study, report.cards)
    var container = encoder.container(keyedBy: Key.self)
    let count = { study.ratings[$0] ?? 0 }
    try container.encode(
      Answers(
        total: study.answers, again: count(.again), hard: count(.hard), good: count(.good),
        easy: count(.easy), seconds: study.seconds, streak: study.streak(today: report.today)),
      forKey: .answers)
    try container.encode(
      Recalls(
        all: Recall(recall: study.recall), young: Recall(recall: study.young),
        mature: Recall(recall: study.mature)), forKey: .recall)
    try container.encode(
      Cards(
        total: cards.total, new: cards.new, learning: cards.learning, young: cards.young,
        mature: cards.mature, suspended: cards.suspended, remembered: cards.remembered,
        knownNow: cards.knownNow), forKey: .cards)
    try container.encode(
      study.days.map {
        Date(date: $0.day.description, answers: $0.answers, again: $0.again, seconds: $0.seconds)
      }, forKey: .days)
    try container.encode(report.context.map(Links.init), forKey: .links)
  }
}
