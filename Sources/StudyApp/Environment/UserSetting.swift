import StudyCore

/// A setting of the learner: its name, and where in ``UserSettings`` its value lies. Reading, `config list`, `get`
/// and `set` all go by this table.
package enum UserSetting: Hashable, Sendable {
  case toggle(Toggle)
  case scheduling(SchedulingSetting)
  /// What a deck has of its own.
  case deck(DeckName, SchedulingSetting)
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
    case .deck: path.joined(separator: ".")
    case .key(let action): UserSetting.keysGroup + "." + action
    }
  }

  /// The names down to the value in a settings file.
  var path: [String] {
    switch self {
    case .deck(let deck, let setting):
      SchedulingSetting.decksGroup.split(separator: ".").map(String.init)
        + [deck.description, setting.lastPart]
    default: name.split(separator: ".").map(String.init)
    }
  }

  /// The same setting of a deck; nil for one that counts for all decks.
  package func of(_ deck: DeckName) -> UserSetting? {
    guard case .scheduling(let setting) = self, setting.isForDecks else { return nil }
    return .deck(deck, setting)
  }

  /// What its value should be, for a sentence.
  package var expected: String {
    switch self {
    case .toggle: ToggleText.expected
    case .scheduling(let setting), .deck(_, let setting): setting.expected
    case .key: "one printable character"
    }
  }

  /// Nil for a text that is no value of this setting.
  package func value(_ text: String) -> Value? {
    switch self {
    case .toggle: ToggleText.value(text).map { .toggle($0) }
    case .scheduling(let setting), .deck(_, let setting): setting.value(text).map(setting.asValue)
    case .key: text.first.flatMap { text.count == 1 && $0.isPrintable ? .key($0) : nil }
    }
  }
}

extension SchedulingSetting {
  /// A text of ``text(in:)`` as a value.
  func asValue(_ text: String) -> UserSetting.Value { isToggle ? .toggle(text == "true") : .text(text) }
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
