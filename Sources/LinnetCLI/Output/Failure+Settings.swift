import StudyApp
import StudyCore

extension Failure {
  init(settings error: UserSettingsError) {
    switch error {
    case .unreadable(let file):
      self.init("the settings file \(file) cannot be read", hint: "allow reading it", status: .inputOutput)
    case .notYAML(let file, let line):
      self.init(
        "\(file)\(line.map { ":\($0)" } ?? "") is not valid YAML",
        hint: "a setting looks like this: \(Failure.example)", status: .badSettings)
    case .noGroup(let file, let group):
      self.init(
        "\(file): \(group.map { "\"\($0)\"" } ?? "the file") holds no names with values",
        hint: "a setting looks like this: \(Failure.example)", status: .badSettings)
    case .unknownKey(let file, let key):
      self.init(
        "\(file): there is no setting \"\(key)\"", hint: Failure.settingHint(key, nested: true),
        status: .badSettings)
    case .wrongValue(let file, let key, let value, let expected):
      self.init(
        "\(file): \(key) is \"\(value)\"", hint: "it should be \(expected)", status: .badSettings)
    case .notForDecks(let file, let key, let deck):
      self.init(
        "\(file): \(deck) has a value of its own for \(key), which counts for all decks together",
        hint: "write it below \"scheduling\" instead", status: .badSettings)
    case .cannotEdit(let file, let key):
      self.init(
        "\(file) is written in a way in which \(key) cannot be set without risk to the rest",
        hint: "edit the file yourself; nothing was changed", status: .failed)
    case .cannotWrite(let file):
      self.init(
        "cannot write \(file)", hint: "check that its folder may be written; nothing was changed",
        status: .cannotCreate)
    }
  }

  /// A setting that a command names and that there is not.
  static func unknownSetting(_ name: String) -> Failure {
    Failure(
      "there is no setting \"\(name)\"", hint: settingHint(name, nested: false), status: .usage)
  }

  static func notForDecks(_ key: String) -> Failure {
    Failure("\(key) counts for all decks together", hint: "leave out --deck", status: .usage)
  }

  private static let example = "review: {timer: false}"

  /// - Parameter nested: as it stands in the file; otherwise as a command takes it.
  private static func settingHint(_ name: String, nested: Bool) -> String {
    guard let known = nearestSetting(name) else {
      return "the settings are \(UserSetting.names.joined(separator: ", ")) and review.keys.ACTION"
    }
    let parts = known.split(separator: ".", maxSplits: 1)
    return nested && parts.count == 2
      ? "did you mean \"\(parts[1])\" below \"\(parts[0])\"?" : "did you mean \(known)?"
  }

  /// Also for a name that was written without its group, or below another.
  private static func nearestSetting(_ name: String) -> String? {
    if let known = NearName.nearest(to: name, among: UserSetting.names) { return known }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let ends = UserSetting.names.map { String($0.split(separator: ".").last ?? "") }
    return NearName.nearest(to: last, among: ends).flatMap { end in
      UserSetting.names.first { $0.hasSuffix("." + end) }
    }
  }
}
