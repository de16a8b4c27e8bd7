import StudyCore

/// How the values of a setting are written: what they can be, how one is read and how it is written back.
struct SettingForm {
  var expected: String
  var isToggle = false
  var text: (SchedulerSettings) -> String
  /// - Returns: false for a text that is no value; then nothing is changed.
  var set: (String, inout SchedulerSettings) -> Bool
}

extension SettingForm {
  private typealias Path<Value> = WritableKeyPath<SchedulerSettings, Value>

  /// - Parameter parse: nil for a text that is no value.
  private init<Value>(
    _ path: Path<Value>, expected: String, write: @escaping (Value) -> String,
    parse: @escaping (String) -> Value?
  ) {
    self.expected = expected
    text = { write($0[keyPath: path]) }
    set = { text, settings in
      guard let value = parse(text) else { return false }
      settings[keyPath: path] = value
      return true
    }
  }

  static func number(
    _ range: ClosedRange<Int>, name: String = "a number", _ path: WritableKeyPath<SchedulerSettings, Int>
  ) -> SettingForm {
    let expected = "\(name) from \(range.lowerBound) to \(range.upperBound)"
    return SettingForm(path, expected: expected, write: { String($0) }) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  static func fraction(
    _ range: ClosedRange<Double>, _ path: WritableKeyPath<SchedulerSettings, Double>
  ) -> SettingForm {
    let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
    return SettingForm(path, expected: expected, write: { String($0) }) { text in
      Double(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  static func toggle(_ path: WritableKeyPath<SchedulerSettings, Bool>) -> SettingForm {
    var form = SettingForm(
      path, expected: ToggleText.expected, write: ToggleText.text, parse: ToggleText.value)
    form.isToggle = true
    return form
  }

  /// True where the set has the element.
  static func member<Element: Hashable>(
    _ element: Element, _ path: WritableKeyPath<SchedulerSettings, Set<Element>>
  ) -> SettingForm {
    SettingForm(
      expected: ToggleText.expected, isToggle: true,
      text: { ToggleText.text($0[keyPath: path].contains(element)) },
      set: { text, settings in
        guard let isOn = ToggleText.value(text) else { return false }
        if isOn {
          settings[keyPath: path].insert(element)
        } else {
          settings[keyPath: path].remove(element)
        }
        return true
      })
  }

  static func delays(_ path: WritableKeyPath<SchedulerSettings, [Int64]>) -> SettingForm {
    SettingForm(
      path, expected: "delays such as 1m 10m 1d, or none", write: DelayText.text, parse: DelayText.delays)
  }

  static func delay(_ path: WritableKeyPath<SchedulerSettings, Int64>) -> SettingForm {
    SettingForm(path, expected: "a delay such as 20m, at most 1d", write: { DelayText.text([$0]) }) { text in
      guard let delays = DelayText.delays(text), delays.count == 1, delays[0] <= 86_400 else { return nil }
      return delays[0]
    }
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ path: WritableKeyPath<SchedulerSettings, Choice>
  ) -> SettingForm where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    let expected = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    return SettingForm(path, expected: expected, write: \.rawValue) { Choice(rawValue: $0.lowercased()) }
  }

  static var model: SettingForm {
    let models = [MemoryModel.fsrs7(FSRS7()), .fsrs6(FSRS6())]
    return SettingForm(\.model, expected: "FSRS-7 or FSRS-6", write: \.name) { text in
      models.first { $0.name == text.uppercased() }
    }
  }

  static var easyDays: SettingForm {
    SettingForm(
      \.easyDays, expected: "weekdays such as: sat reduced, sun minimum; or none", write: EasyDaysText.text,
      parse: EasyDaysText.value)
  }
}

/// On and off, as people write them.
enum ToggleText {
  static let expected = "true or false"

  static func text(_ isOn: Bool) -> String { isOn ? "true" : "false" }

  static func value(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
}
