import StudyCore

/// Settings of scheduling, by their names, and where in ``SchedulerSettings`` the values lie.
package enum SchedulingSetting: String, CaseIterable, Sendable {
  case model = "scheduling.model"
  case desiredRetention = "scheduling.desired-retention"
  case learningSteps = "scheduling.learning-steps"
  case relearningSteps = "scheduling.relearning-steps"
  case newPerDay = "scheduling.new-per-day"
  case reviewsPerDay = "scheduling.reviews-per-day"
  case maximumInterval = "scheduling.maximum-interval"
  case learnAhead = "scheduling.learn-ahead"
  case dayStart = "scheduling.day-starts-at"
  case leechThreshold = "scheduling.leech-threshold"
  case leechAction = "scheduling.leech-action"

  /// What its value should be, for a sentence.
  package var expected: String {
    switch self {
    case .model: "FSRS-7 or FSRS-6"
    case .desiredRetention: "a number from 0.70 to 0.99"
    case .learningSteps, .relearningSteps: "delays such as 1m 10m 1d, or none"
    case .newPerDay, .reviewsPerDay: "a number from 0 to 9999"
    case .maximumInterval: "a number of days from 1 to 36500"
    case .learnAhead: "a delay such as 20m, at most 1d"
    case .dayStart: "an hour from 0 to 23"
    case .leechThreshold: "a number from 1 to 99"
    case .leechAction: "tag or suspend"
    }
  }

  /// The value as it is written.
  func text(in settings: SchedulerSettings) -> String {
    switch self {
    case .model: settings.model.name
    case .desiredRetention: String(settings.desiredRetention)
    case .learningSteps: DelayText.text(settings.learningSteps)
    case .relearningSteps: DelayText.text(settings.relearningSteps)
    case .newPerDay: String(settings.newPerDay)
    case .reviewsPerDay: String(settings.reviewsPerDay)
    case .maximumInterval: String(settings.maximumInterval)
    case .learnAhead: DelayText.text([settings.learnAhead])
    case .dayStart: String(settings.rolloverHour)
    case .leechThreshold: String(settings.leechThreshold)
    case .leechAction: settings.leechAction.rawValue
    }
  }

  /// The value that a text means, as it is written back, so that equal values are equal; nil for a text that is none.
  func value(_ text: String) -> String? {
    var settings = SchedulerSettings()
    return set(text, in: &settings) ? self.text(in: settings) : nil
  }

  /// - Returns: false for a text that is no value of this setting; then nothing is changed.
  func set(_ text: String, in settings: inout SchedulerSettings) -> Bool {
    func number(_ range: ClosedRange<Int>, _ path: WritableKeyPath<SchedulerSettings, Int>) -> Bool {
      guard let value = Int(text), range.contains(value) else { return false }
      settings[keyPath: path] = value
      return true
    }
    func steps(_ path: WritableKeyPath<SchedulerSettings, [Int64]>) -> Bool {
      guard let delays = DelayText.delays(text) else { return false }
      settings[keyPath: path] = delays
      return true
    }
    switch self {
    case .model:
      guard let model = SchedulingSetting.models.first(where: { $0.name == text.uppercased() }) else {
        return false
      }
      settings.model = model
      return true
    case .desiredRetention:
      guard let value = Double(text), (0.7...0.99).contains(value) else { return false }
      settings.desiredRetention = value
      return true
    case .learningSteps: return steps(\.learningSteps)
    case .relearningSteps: return steps(\.relearningSteps)
    case .newPerDay: return number(0...9999, \.newPerDay)
    case .reviewsPerDay: return number(0...9999, \.reviewsPerDay)
    case .maximumInterval: return number(1...36_500, \.maximumInterval)
    case .learnAhead:
      guard let delays = DelayText.delays(text), delays.count == 1, delays[0] <= 86_400 else { return false }
      settings.learnAhead = delays[0]
      return true
    case .dayStart: return number(0...23, \.rolloverHour)
    case .leechThreshold: return number(1...99, \.leechThreshold)
    case .leechAction:
      guard let action = LeechAction(rawValue: text.lowercased()) else { return false }
      settings.leechAction = action
      return true
    }
  }

  private static let models = [MemoryModel.fsrs7(FSRS7()), .fsrs6(FSRS6())]
}

/// Delays as people write them: `1m 10m 1h 1d`, with blanks or commas between, or `none`.
enum DelayText {
  private static let units: [(name: Character, seconds: Int64)] = [
    ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
  ]

  static func text(_ delays: [Int64]) -> String {
    delays.isEmpty ? "none" : delays.map(text).joined(separator: " ")
  }

  private static func text(_ delay: Int64) -> String {
    let unit = units.first { delay % $0.seconds == 0 } ?? ("s", 1)
    return "\(delay / unit.seconds)\(unit.name)"
  }

  /// Seconds; nil for anything else than delays of a second to a year.
  static func delays(_ text: String) -> [Int64]? {
    if text.lowercased() == "none" { return [] }
    let words = text.split { $0 == " " || $0 == "," }
    let delays = words.compactMap { word -> Int64? in
      guard let last = word.last, let unit = units.first(where: { $0.name == last }),
        let count = Int64(word.dropLast()), (1...366 * 86_400 / unit.seconds).contains(count)
      else { return nil }
      return count * unit.seconds
    }
    return !words.isEmpty && delays.count == words.count ? delays : nil
  }
}
