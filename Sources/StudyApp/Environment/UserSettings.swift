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
      case .scheduling(let setting): .text(setting.text(in: scheduling))
      case .key(let action): keys[action].map { .key($0) }
      }
    }
    set {
      switch (setting, newValue) {
      case (.toggle(let toggle), .toggle(let isOn)): self[keyPath: toggle.path] = isOn
      case (.scheduling(let setting), .text(let text)): _ = setting.set(text, in: &scheduling)
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
      if part.contains(".") { throw .unknownKey(file: file, key: name) }
      if UserSetting.groups.contains(name) {
        if value.null == nil { entries += try self.entries(value, below: name, file: file) }
      } else if let setting = UserSetting(name: name) {
        let text = value.scalar?.string ?? "a list"
        guard let known = setting.value(text) else {
          throw .wrongValue(file: file, key: name, value: text, expected: setting.expected)
        }
        entries.append((setting, known))
      } else {
        throw .unknownKey(file: file, key: name)
      }
    }
    return entries
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
