import Foundation
import StudyCore
import TestSupport
import Testing

@testable import StudyApp

/// Setting a value in a file that a person wrote.
@Suite struct SettingsTextTests {
  private func edited(_ text: String, _ name: String, _ value: String) throws -> String {
    let folder = try TemporaryFolder(["config.yml": text])
    var file = try UserSettingsFile(path: folder.absolute("config.yml"))
    let setting = try #require(UserSetting(name: name))
    try file.set(setting, to: try #require(setting.value(value)))
    return try String(contentsOfFile: folder.absolute("config.yml"), encoding: .utf8)
  }

  private static let commented = """
    # mine
    review:
      # while learning
      timer: true   # looks at me
      keys: {good: j, again: "\\""} # home row

    typed:
        ignore-case: 'true'
    """

  @Test func `a value is replaced where it stands`() throws {
    let text = SettingsTextTests.commented
    let changes = [
      ("review.timer", "false", "timer: true ", "timer: false "),
      ("review.keys.good", "ü", "good: j", "good: \"ü\""),
      ("review.keys.again", "\\", #"again: "\"""#, #"again: "\\""#),
      ("typed.ignore-case", "no", "ignore-case: 'true'", "ignore-case: false"),
    ]
    for (name, value, old, new) in changes {
      #expect(text.contains(old))
      #expect(try edited(text, name, value) == text.replacing(old, with: new))
    }
  }

  @Test func `a new value stands with its like`() throws {
    let text = SettingsTextTests.commented
    #expect(
      try edited(text, "review.two-buttons", "true")
        == text.replacing("review:\n", with: "review:\n  two-buttons: true\n"))
    #expect(try edited(text, "review.keys.easy", "k") == text.replacing("{good", with: "{easy: \"k\", good"))
    #expect(
      try edited(text, "typed.ignore-accents", "false")
        == text.replacing("typed:\n", with: "typed:\n    ignore-accents: false\n"))
  }

  @Test func `a deck's own value stands below the name of the deck`() throws {
    func edited(_ text: String, _ deck: String, _ value: String) throws -> String {
      let folder = try TemporaryFolder(["config.yml": text])
      var file = try UserSettingsFile(path: folder.absolute("config.yml"))
      let setting = try #require(UserSetting(name: "scheduling.new-per-day")?.of(DeckName(deck)))
      try file.set(setting, to: try #require(setting.value(value)))
      let read = try UserSettingsFile(path: folder.absolute("config.yml"))
      #expect(read.settings.presets.settings(of: DeckName(deck)).newPerDay == Int(value))
      return try String(contentsOfFile: folder.absolute("config.yml"), encoding: .utf8)
    }
    let once = try edited("", "AWS::ECS", "5")
    #expect(once == "scheduling:\n  decks:\n    \"AWS::ECS\":\n      new-per-day: 5\n")
    #expect(try edited(once, "AWS::ECS", "6") == once.replacing("5", with: "6"))
    let other = try edited(once, "Say \"x\\y\": 1", "7")
    #expect(other.contains("    \"Say \\\"x\\\\y\\\": 1\":\n      new-per-day: 7\n"))
    #expect(other.contains("\"AWS::ECS\":\n      new-per-day: 5\n"))
    #expect(
      try edited("scheduling: {decks: {A: {new-per-day: 1}}}", "2024", "7")
        == "scheduling: {decks: {\"2024\": {new-per-day: 7}, A: {new-per-day: 1}}}")
  }

  @Test func `groups are made where they are missing`() throws {
    #expect(try edited("", "review.keys.good", "j") == "review:\n  keys:\n    good: \"j\"\n")
    #expect(try edited("# mine\n", "review.timer", "false") == "# mine\nreview:\n  timer: false\n")
    #expect(
      try edited("review:\n  timer: false", "typed.ignore-case", "false")
        == "review:\n  timer: false\ntyped:\n  ignore-case: false\n")
    #expect(
      try edited("review: # mine\ntyped:\n", "review.timer", "no")
        == "review: # mine\n  timer: false\ntyped:\n")
    #expect(try edited("{review: {}}", "review.timer", "no") == "{review: {timer: false}}")
    #expect(try edited("{}", "review.timer", "no") == "{review: {timer: false}}")
  }

  @Test(arguments: [
    "a: &x true", "review: &r {timer: true}\ntyped: *r", "review:\n  timer: &x true\n  two-buttons: *x\n",
    "review:\n  timer: true\n...\n", "? review\n: timer: true\n", "review: ~\n",
  ])
  func `a text that is too clever is changed rightly or not at all`(text: String) throws {
    let folder = try TemporaryFolder(["config.yml": text])
    let path = folder.absolute("config.yml")
    guard var file = try? UserSettingsFile(path: path) else { return }
    var wanted = file.settings
    do {
      try file.set(.toggle(.ignoreCase), to: .toggle(false))
      wanted.typed.ignoresCase = false
      #expect(try UserSettingsFile(path: path).settings == wanted)
    } catch let error as UserSettingsError {
      #expect(error == .cannotEdit(file: path, key: "typed.ignore-case"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  /// Any order of changes says in the end what was set last, and loses no comment.
  @Test func `many changes by chance`() throws {
    var generator = SeededGenerator(seed: 5)
    let starts = [
      "", SettingsTextTests.commented, "# a\r\nreview:\r\n  timer: true # b\r\n", "review: {keys: {}}\n",
    ]
    let keys: [Character] = ["j", "\"", "'", "\\", "#", "-", ":", "{", "é", "中", "~", "1"]
    for start in starts {
      let folder = try TemporaryFolder(["linnet/config.yml": start])
      let path = folder.absolute("linnet/config.yml")
      var wanted = try UserSettingsFile(path: path).settings
      for _ in 0..<60 {
        let setting: UserSetting
        let value: UserSetting.Value
        if generator.happens(oneIn: 2) {
          setting = .toggle(generator.element(of: UserSetting.Toggle.allCases))
          value = .toggle(generator.happens(oneIn: 2))
        } else {
          setting = .key(action: generator.element(of: ["good", "again", "bury note"]))
          value = .key(generator.element(of: keys))
        }
        wanted[setting] = value
        var file = try UserSettingsFile(path: path)
        try file.set(setting, to: value)
        #expect(try UserSettingsFile(path: path).settings == wanted)
        #expect(file.written.contains(setting))
      }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for comment in start.matches(of: /#.*/).map(\.output) { #expect(text.contains(comment)) }
    }
  }

  @Test func `folders are made, and a link stays a link`() throws {
    let folder = try TemporaryFolder(["dotfiles/linnet.yml": "# mine\n"])
    var fresh = try UserSettingsFile(path: folder.absolute("a/b/config.yml"))
    try fresh.set(.toggle(.timer), to: .toggle(false))
    #expect(try !UserSettingsFile(path: folder.absolute("a/b/config.yml")).settings.showsTimer)

    try folder.link("config.yml", to: "dotfiles/linnet.yml")
    var linked = try UserSettingsFile(path: folder.absolute("config.yml"))
    try linked.set(.toggle(.timer), to: .toggle(false))
    let text = try String(contentsOfFile: folder.absolute("dotfiles/linnet.yml"), encoding: .utf8)
    #expect(text == "# mine\nreview:\n  timer: false\n")
  }
}
