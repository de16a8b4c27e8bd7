import FSRS

/// What a learner's answers add up to.
package struct StudyStatistics: Hashable, Sendable {
  package struct OfDay: Hashable, Sendable {
    package var day: Day
    package var answers = 0
    /// Of them *again*.
    package var again = 0
    /// Time from question to rating.
    package var seconds = 0.0
  }

  /// How cards that were known before went, what was recalled beside what was predicted.
  package struct Recall: Hashable, Sendable {
    package var reviews = 0
    package var recalled = 0
    /// Sum of the predictions.
    package var predicted = 0.0

    /// Share that was recalled, 0–1; nil without reviews.
    package var share: Double? { reviews == 0 ? nil : Double(recalled) / Double(reviews) }
    /// Mean prediction, 0–1; nil without reviews.
    package var predictedShare: Double? { reviews == 0 ? nil : predicted / Double(reviews) }
  }

  /// Study days with answers, in order.
  package private(set) var days: [OfDay] = []
  package private(set) var ratings: [Rating: Int] = [:]
  /// Reviews of cards with an interval of under ``matureInterval`` days, and of the others.
  package private(set) var young = Recall()
  package private(set) var mature = Recall()

  /// In days; Anki's bound between young and mature cards.
  package static let matureInterval = 21

  /// - Parameter records: in any order.
  package init(_ records: some Sequence<StudyRecord>) {
    var ofDay: [Day: OfDay] = [:]
    for record in records {
      var day = ofDay[record.day] ?? OfDay(day: record.day)
      day.answers += 1
      day.seconds += record.secondsTaken
      if !record.isRecalled { day.again += 1 }
      ofDay[record.day] = day
      ratings[record.rating, default: 0] += 1
      guard case .review(let interval) = record.stage, let predicted = record.predicted else { continue }
      let recall = Recall(reviews: 1, recalled: record.isRecalled ? 1 : 0, predicted: predicted)
      if interval < StudyStatistics.matureInterval { young += recall } else { mature += recall }
    }
    days = ofDay.values.sorted { $0.day < $1.day }
  }

  package var answers: Int { days.reduce(0) { $0 + $1.answers } }
  package var seconds: Double { days.reduce(0) { $0 + $1.seconds } }
  package var recall: Recall { young + mature }

  /// How many days in a row have answers, up to today; today may still be to come.
  package func streak(today: Day) -> Int {
    var next = days.last?.day == today ? today : today.adding(-1)
    var length = 0
    for day in days.reversed() where day.day <= today {
      guard day.day == next else { break }
      length += 1
      next = next.adding(-1)
    }
    return length
  }
}

extension StudyStatistics.Recall {
  static func + (left: Self, right: Self) -> Self {
    Self(
      reviews: left.reviews + right.reviews, recalled: left.recalled + right.recalled,
      predicted: left.predicted + right.predicted)
  }

  static func += (left: inout Self, right: Self) { left = left + right }
}
