import Foundation
import StudyCore
import Yams

/// What the learner set for all collections, in `config.yml`:
///
///     review:
///       two-buttons: false
///       timer: true
///       keys: {good: j, again: f}
///     scheduling:
///       desired-retention: 0.9
///       learning-steps: 1m 10m
///       decks:
///         AWS::ECS: {new-per-day: 5}
///     typed:
///       ignore-case: true
///       ignore-accents: true
///       ignore-punctuation: true
package struct UserSettings: Sendable, Hashable {
  /// Again and Good are the only answers.
  package var twoButtons = false
  /// A review tells how long the card has been there.
  package var showsTimer = true
  /// Keys by the name of what they do. The names are as written: whoever reads keys tells which there are.
  package var keys: [String: Character] = [:]
  package var scheduling = SchedulerSettings()
  /// What decks have of their own, each value as it is written.
  package private(set) var decks: [DeckName: [SchedulingSetting: String]] = [:]
  package var typed = TypedAnswer.Folding()

  package init() {}

  /// - Parameter file: the path that errors name.
  /// - Throws: ``UserSettingsError``
  package init(yaml: String, file: String) throws {
    self.init()
    for (setting, value) in try UserSettings.entries(yaml: yaml, file: file) { self[setting] = value }
  }

  /// The learner's settings; the built-in ones where there is no file.
  ///
  /// - Throws: ``UserSettingsError``
  package static func read(_ environment: StudyEnvironment) throws -> UserSettings {
    try UserSettingsFile(environment).settings
  }

  /// Nil for a key that is not set.
  package subscript(setting: UserSetting) -> UserSetting.Value? {
    get {
      switch setting {
      case .toggle(let toggle): .toggle(self[keyPath: toggle.path])
      case .scheduling(let setting): setting.asValue(setting.text(in: scheduling))
      case .deck(let deck, let setting): decks[spelled(deck)]?[setting].map(setting.asValue)
      case .key(let action): keys[action].map { .key($0) }
      }
    }
    set {
      switch (setting, newValue) {
      case (.toggle(let toggle), .toggle(let isOn)): self[keyPath: toggle.path] = isOn
      case (.scheduling(let setting), .some(let value)): _ = setting.set(value.text, in: &scheduling)
      case (.deck(let deck, let setting), let value):
        decks[spelled(deck), default: [:]][setting] = value?.text
      case (.key(let action), .key(let key)): keys[action] = key
      case (.key(let action), nil): keys[action] = nil
      default: break
      }
    }
  }

  /// What a file sets, in its order.
  static func entries(
    yaml: String, file: String
  ) throws(UserSettingsError) -> [(setting: UserSetting, value: UserSetting.Value)] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw .notYAML(file: file, line: (error as? YamlError)?.line)
    }
    guard let root, root.null == nil else { return [] }
    return try entries(root, below: nil, file: file)
  }

  private static func entries(
    _ node: Node, below group: String?, file: String
  ) throws(UserSettingsError) -> [(setting: UserSetting, value: UserSetting.Value)] {
    guard let mapping = node.mapping else { throw .noGroup(file: file, group: group) }
    var entries: [(setting: UserSetting, value: UserSetting.Value)] = []
    for (key, value) in mapping {
      let part = key.string ?? ""
      let name = (group.map { $0 + "." } ?? "") + part
      if name == SchedulingSetting.decksGroup {
        if value.null == nil { entries += try decks(value, file: file) }
        continue
      }
      if part.contains(".") { throw .unknownKey(file: file, key: name) }
      if UserSetting.groups.contains(name) {
        if value.null == nil { entries += try self.entries(value, below: name, file: file) }
      } else if let setting = UserSetting(name: name) {
        entries.append((setting, try self.value(of: setting, value, file: file)))
      } else {
        throw .unknownKey(file: file, key: name)
      }
    }
    return entries
  }
}

extension UserSettings {
  /// The presets that the file describes: a deck takes over what it does not set from the nearest deck above it that has settings.
  package var presets: Presets {
    var presets = Presets(general: scheduling)
    for deck in decks.keys.sorted(by: { $0.parts.count < $1.parts.count }) {
      var settings = presets.settings(of: deck)
      for (setting, text) in decks[deck] ?? [:] { _ = setting.set(text, in: &settings) }
      let limits = (decks[deck] ?? [:]).keys.compactMap(\.limit)
      presets = Presets(
        general: scheduling,
        decks: presets.decks + [Preset(deck: deck, settings: settings, ownLimits: Set(limits))])
    }
    return presets
  }

  /// A deck as the file spells it, if it has settings: case does not count.
  package func spelled(_ deck: DeckName) -> DeckName {
    decks.keys.first { $0.contains(deck) && deck.contains($0) } ?? deck
  }

  /// The deck whose own value of a setting counts for a deck: itself or the nearest one above it.
  package func origin(of setting: SchedulingSetting, for deck: DeckName) -> DeckName? {
    decks.filter { $0.key.contains(deck) && $0.value[setting] != nil }.keys
      .max { $0.parts.count < $1.parts.count }
  }

  private static func decks(
    _ node: Node, file: String
  ) throws(UserSettingsError) -> [(setting: UserSetting, value: UserSetting.Value)] {
    let group = SchedulingSetting.decksGroup
    guard let mapping = node.mapping else { throw .noGroup(file: file, group: group) }
    var entries: [(setting: UserSetting, value: UserSetting.Value)] = []
    for (key, value) in mapping where value.null == nil {
      let deck = DeckName(key.string ?? "")
      guard let settings = value.mapping else { throw .noGroup(file: file, group: "\(group).\(deck)") }
      for (part, value) in settings {
        let name = part.string ?? ""
        guard let known = SchedulingSetting(rawValue: "scheduling." + name) else {
          throw .unknownKey(file: file, key: "\(group).\(deck).\(name)")
        }
        guard known.isForDecks else { throw .notForDecks(file: file, key: known.rawValue, deck: deck) }
        let setting = UserSetting.deck(deck, known)
        entries.append((setting, try self.value(of: setting, value, file: file)))
      }
    }
    return entries
  }

  private static func value(
    of setting: UserSetting, _ node: Node, file: String
  ) throws(UserSettingsError) -> UserSetting.Value {
    let text = node.scalar?.string ?? "a list"
    guard let known = setting.value(text) else {
      throw .wrongValue(file: file, key: setting.name, value: text, expected: setting.expected)
    }
    return known
  }
}

/// Why the learner's settings cannot be read or written.
package enum UserSettingsError: Error, Hashable, Sendable {
  case unreadable(file: String)
  /// `line` counts from 1.
  case notYAML(file: String, line: Int?)
  /// Where names and values should stand, there is something else; nil: in the whole file.
  case noGroup(file: String, group: String?)
  /// `key` with the names around it: `review.two-button`.
  case unknownKey(file: String, key: String)
  case wrongValue(file: String, key: String, value: String, expected: String)
  /// A setting that counts for all decks together stands below a deck.
  case notForDecks(file: String, key: String, deck: DeckName)
  /// The file is written in a way in which this setting cannot be changed without losing something.
  case cannotEdit(file: String, key: String)
  case cannotWrite(file: String)
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }
}
