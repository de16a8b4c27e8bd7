import Foundation
import StudyCore
import TestSupport
import Testing

@testable import StudyApp

@Suite struct UserSettingsTests {
  @Test func `without a file everything is built in`() throws {
    let folder = try TemporaryFolder()
    let environment = try surroundings(["HOME": folder.path])
    #expect(try UserSettings.read(environment) == UserSettings())
    #expect(try UserSettingsFile(environment).written.isEmpty)
  }

  @Test func `the file lies in the XDG folder, else below the home folder`() throws {
    let folder = try TemporaryFolder([
      ".config/linnet/config.yml": "review: {timer: false}",
      "xdg/linnet/config.yml": "review: {two-buttons: on}",
    ])
    let atHome = try UserSettings.read(surroundings(["HOME": folder.path, "XDG_CONFIG_HOME": ""]))
    #expect(!atHome.showsTimer && !atHome.twoButtons)
    let named = try UserSettings.read(
      surroundings(["HOME": folder.path, "XDG_CONFIG_HOME": folder.absolute("xdg")]))
    #expect(named.showsTimer && named.twoButtons)
  }

  @Test func `every setting is read`() throws {
    let settings = try UserSettings(
      yaml: """
        review:
          two-buttons: true      # Again and Good only
          timer: false
          keys: {good: j, again: "1", bury note: '-'}
        typed:
          ignore-case: false
          ignore-accents: no
          ignore-punctuation: off
        """, file: "f")
    var expected = UserSettings()
    expected.twoButtons = true
    expected.showsTimer = false
    expected.keys = ["good": "j", "again": "1", "bury note": "-"]
    expected.typed.ignoresCase = false
    expected.typed.ignoresAccents = false
    expected.typed.ignoresPunctuation = false
    #expect(settings == expected)
  }

  @Test(arguments: ["", "# nothing yet\n", "review:\ntyped:\n", "review:\n  keys:\n", "{}", "---\n"])
  func `a file may set nothing`(yaml: String) throws {
    #expect(try UserSettings(yaml: yaml, file: "f") == UserSettings())
  }

  @Test(arguments: [
    ("review: [", UserSettingsError.notYAML(file: "f", line: 2)), ("- a", .noGroup(file: "f", group: nil)),
    ("review:\n  timer: 1\n  timer: 2", .notYAML(file: "f", line: 2)),
    ("review: yes", .noGroup(file: "f", group: "review")),
    ("review: {keys: [j]}", .noGroup(file: "f", group: "review.keys")),
    ("reviews: {}", .unknownKey(file: "f", key: "reviews")),
    ("scheduling: {decks: [A]}", .noGroup(file: "f", group: "scheduling.decks")),
    ("scheduling: {decks: {A: 5}}", .noGroup(file: "f", group: "scheduling.decks.A")),
    (
      "scheduling: {decks: {A: {new-a-day: 5}}}",
      .unknownKey(file: "f", key: "scheduling.decks.A.new-a-day")
    ),
    (
      "scheduling: {decks: {A.b: {new-per-day: x}}}",
      .wrongValue(
        file: "f", key: "scheduling.decks.A.b.new-per-day", value: "x",
        expected: "a number from 0 to 9999")
    ),
    (
      "scheduling: {decks: {A: {learn-ahead: 5m}}}",
      .notForDecks(file: "f", key: "scheduling.learn-ahead", deck: DeckName("A"))
    ),
    ("timer: true", .unknownKey(file: "f", key: "timer")),
    ("review.timer: true", .unknownKey(file: "f", key: "review.timer")),
    ("review: {two-button: true}", .unknownKey(file: "f", key: "review.two-button")),
    (
      "review: {timer: 1}",
      .wrongValue(file: "f", key: "review.timer", value: "1", expected: "true or false")
    ),
    (
      "review: {keys: {good: jj}}",
      .wrongValue(file: "f", key: "review.keys.good", value: "jj", expected: "one printable character")
    ),
    (
      "review: {keys: {good: \"\\e\"}}",
      .wrongValue(file: "f", key: "review.keys.good", value: "\u{1b}", expected: "one printable character")
    ),
  ])
  func `what cannot be used is named`(yaml: String, error: UserSettingsError) {
    #expect(throws: error) { try UserSettings(yaml: yaml, file: "f") }
  }

  @Test func `a file that is none is not passed over`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("linnet/config.yml")
    let path = folder.absolute("linnet/config.yml")
    #expect(throws: UserSettingsError.unreadable(file: path)) {
      try UserSettings.read(surroundings(["XDG_CONFIG_HOME": folder.path]))
    }
    try folder.write(bytes: [0xff, 0xfe], to: "other.yml")
    #expect(throws: UserSettingsError.notYAML(file: folder.absolute("other.yml"), line: nil)) {
      try UserSettingsFile(path: folder.absolute("other.yml"))
    }
  }

  @Test func `each name of the table leads to a value of its own`() throws {
    for name in UserSetting.names {
      let setting = try #require(UserSetting(name: name))
      #expect(setting.name == name)
      let builtIn = try #require(UserSettings()[setting])
      let texts = ["FSRS-6", "0.8", "7m", "5", "suspend", "sun minimum", "deck", "random", "last"].compactMap(
        setting.value)
      let others = ([.toggle(true), .toggle(false)] + texts).filter { other in
        var settings = UserSettings()
        settings[setting] = other
        return other != builtIn && settings[setting] == other
      }
      var settings = UserSettings()
      settings[setting] = others.first
      let changed = UserSetting.names.filter { name in
        UserSetting(name: name).map { settings[$0] != UserSettings()[$0] } ?? true
      }
      #expect(changed == [name])
    }
  }

  private func surroundings(_ variables: [String: String]) throws -> StudyEnvironment {
    try StudyEnvironment(variables: variables, systemTime: Date(timeIntervalSince1970: 0), timeZone: .gmt)
  }
}
