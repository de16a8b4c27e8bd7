import StudyCore

/// Easy days as people write them: `sat reduced, sun minimum`, or `none`.
enum EasyDaysText {
  static func text(_ days: EasyDays) -> String {
    let words = Weekday.allCases.compactMap { weekday in
      days[weekday] == .normal ? nil : "\(weekday.rawValue) \(days[weekday].rawValue)"
    }
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  /// Nil for anything else. A weekday may be written out.
  static func value(_ text: String) -> EasyDays? {
    var days = EasyDays()
    if text.lowercased() == "none" { return days }
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == ":" || $0 == "=" }
    guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
    for index in stride(from: 0, to: words.count, by: 2) {
      guard words[index].count >= 3,
        let weekday = Weekday.allCases.first(where: { $0.name.hasPrefix(words[index]) }),
        let load = EasyDays.Load(rawValue: String(words[index + 1]))
      else { return nil }
      days[weekday] = load
    }
    return days
  }
}
