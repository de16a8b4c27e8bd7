/// A setting of the learner: its name, and where in ``UserSettings`` its value lies. Reading, `config list`, `get`
/// and `set` all go by this table.
package enum UserSetting: Hashable, Sendable {
  case toggle(Toggle)
  case scheduling(SchedulingSetting)
  /// The key for something a review can do; what that may be is known to those who read keys.
  case key(action: String)

  /// Settings that are on or off, by their names.
  package enum Toggle: String, CaseIterable, Sendable {
    case twoButtons = "review.two-buttons"
    case timer = "review.timer"
    case ignoreCase = "typed.ignore-case"
    case ignoreAccents = "typed.ignore-accents"
    case ignorePunctuation = "typed.ignore-punctuation"

    var path: WritableKeyPath<UserSettings, Bool> {
      switch self {
      case .twoButtons: \.twoButtons
      case .timer: \.showsTimer
      case .ignoreCase: \.typed.ignoresCase
      case .ignoreAccents: \.typed.ignoresAccents
      case .ignorePunctuation: \.typed.ignoresPunctuation
      }
    }
  }

  package enum Value: Hashable, Sendable {
    case toggle(Bool)
    case key(Character)
    /// As it is written.
    case text(String)

    package var text: String {
      switch self {
      case .toggle(let isOn): isOn ? "true" : "false"
      case .key(let key): String(key)
      case .text(let text): text
      }
    }
  }

  static let keysGroup = "review.keys"

  /// The names that settings can have, for suggestions.
  package static let names =
    Toggle.allCases.map(\.rawValue) + SchedulingSetting.allCases.map(\.rawValue)

  /// Names that hold settings, not values: `review`, `review.keys`, `scheduling`, `typed`.
  static let groups = Set(
    ([keysGroup + "."] + names).flatMap { name in
      name.indices.filter { name[$0] == "." }.map { String(name[..<$0]) }
    })

  /// - Parameter name: with dots, such as `review.timer` or `review.keys.good`; nil if there is none of the name.
  package init?(name: String) {
    if let toggle = Toggle(rawValue: name) {
      self = .toggle(toggle)
      return
    }
    if let setting = SchedulingSetting(rawValue: name) {
      self = .scheduling(setting)
      return
    }
    let prefix = UserSetting.keysGroup + "."
    let action = name.dropFirst(prefix.count)
    guard name.hasPrefix(prefix), !action.isEmpty,
      action.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " })
    else { return nil }
    self = .key(action: String(action))
  }

  package var name: String {
    switch self {
    case .toggle(let toggle): toggle.rawValue
    case .scheduling(let setting): setting.rawValue
    case .key(let action): UserSetting.keysGroup + "." + action
    }
  }

  /// What its value should be, for a sentence.
  package var expected: String {
    switch self {
    case .toggle: "true or false"
    case .scheduling(let setting): setting.expected
    case .key: "one printable character"
    }
  }

  /// Nil for a text that is no value of this setting.
  package func value(_ text: String) -> Value? {
    switch self {
    case .toggle:
      switch text.lowercased() {
      case "true", "yes", "on": .toggle(true)
      case "false", "no", "off": .toggle(false)
      default: nil
      }
    case .scheduling(let setting): setting.value(text).map { .text($0) }
    case .key: text.first.flatMap { text.count == 1 && $0.isPrintable ? .key($0) : nil }
    }
  }
}

extension Character {
  fileprivate var isPrintable: Bool {
    !isWhitespace
      && unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .unassigned, .privateUse, .surrogate: false
        default: true
        }
      }
  }
}
