import Foundation

/// The file of the learner's settings, as it is now.
package struct UserSettingsFile: Hashable, Sendable {
  package let path: String
  package private(set) var settings: UserSettings
  /// The settings that the file itself has a value for; the others are built in.
  package private(set) var written: Set<UserSetting>
  private var text: String

  /// `config.yml` in the XDG configuration folder; there need not be one.
  ///
  /// - Throws: ``UserSettingsError``
  package init(_ environment: StudyEnvironment) throws {
    try self.init(path: UserSettingsFile.path(in: environment))
  }

  init(path: String) throws {
    let content = try UserSettingsFile.content(path)
    try self.init(path: path, text: content)
  }

  private init(path: String, text: String) throws {
    self.path = path
    self.text = text
    settings = try UserSettings(yaml: text, file: path)
    written = Set(try UserSettings.entries(yaml: text, file: path).map(\.setting))
  }

  private static func path(in environment: StudyEnvironment) -> String {
    let home = environment.variable("HOME") ?? NSHomeDirectory()
    return (environment.variable("XDG_CONFIG_HOME") ?? home + "/.config") + "/linnet/config.yml"
  }

  private static func content(_ path: String) throws(UserSettingsError) -> String {
    guard let status = PosixFile.status(path) else { return "" }
    guard status.kind == .regular, let bytes = PosixFile.contents(path, size: Int(status.stamp.size)) else {
      throw .unreadable(file: path)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notYAML(file: path, line: nil) }
    return text
  }

  /// All settings in the order of the table, then what decks have of their own, and the keys that are set.
  package var all: [UserSetting] {
    UserSetting.Toggle.allCases.map { .toggle($0) } + SchedulingSetting.allCases.map { .scheduling($0) }
      + settings.decks.keys.sorted().flatMap { deck in
        SchedulingSetting.allCases.filter { settings.decks[deck]?[$0] != nil }.map { .deck(deck, $0) }
      } + settings.keys.keys.sorted().map { .key(action: $0) }
  }

  /// Writes one value into the file, which keeps its comments and everything else. The file appears whole or not
  /// at all.
  ///
  /// - Throws: ``UserSettingsError``
  package mutating func set(_ setting: UserSetting, to value: UserSetting.Value) throws {
    let edited = SettingsText(text).setting(setting.path, to: value)
    var wanted = settings
    wanted[setting] = value
    // YAML can say one thing in many ways; what the new text says decides whether it was understood.
    guard let edited, let changed = try? UserSettingsFile(path: path, text: edited),
      changed.settings == wanted, changed.written == written.union([setting])
    else { throw UserSettingsError.cannotEdit(file: path, key: setting.name) }
    try changed.write()
    self = changed
  }

  private func write() throws(UserSettingsError) {
    // A link into a folder of settings stays one.
    let target = URL(fileURLWithPath: PosixFile.realPath(path) ?? path)
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: target, options: .atomic)
    } catch {
      throw .cannotWrite(file: path)
    }
  }
}
