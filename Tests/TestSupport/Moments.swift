import StudyCore

extension Moment {
  /// Tuesday 2026-11-24, 08:00 in central Europe.
  package static let sample = Moment(timestamp: Timestamp(seconds: 1_795_503_600), utcOffset: 3600)

  package func adding(days: Int) -> Moment { adding(seconds: Int64(days) * 86_400) }
}
