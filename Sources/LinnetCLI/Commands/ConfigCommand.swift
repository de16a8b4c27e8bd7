import ArgumentParser
import StudyApp
import StudyCore
import Terminal

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Your settings, and where they come from.",
    discussion: """
      linnet config list
      linnet config set review.two-buttons true
      linnet config set review.keys.good j
      linnet config set scheduling.new-per-day 10
      linnet config set scheduling.new-per-day 5 --deck AWS::ECS
      """,
    subcommands: [ConfigListCommand.self, ConfigGetCommand.self, ConfigSetCommand.self])
}

struct ConfigListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all settings with value and origin.",
    discussion: """
      linnet config list
      linnet config list --deck AWS::ECS      what counts for a deck, and where it has it from
      """)

  @Option(help: ArgumentHelp("The settings of scheduling that count for this deck.", valueName: "deck"))
  var deck: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let file = try UserSettingsFile(context.environment)
    let document = ConfigDocument(file, deck: deck.map { DeckName($0) })
    if global.json {
      try context.printJSON(document)
    } else {
      Console.standardOutput(document.text)
    }
  }
}

struct ConfigGetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Print the value of a setting.",
    discussion: """
      linnet config get review.timer
      linnet config get scheduling.new-per-day --deck AWS::ECS
      """)

  @Argument(help: ArgumentHelp("A name that `linnet config list` prints.", valueName: "key"))
  var key: String

  @Option(help: ArgumentHelp("The value that counts for this deck.", valueName: "deck"))
  var deck: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    guard let setting = UserSetting(name: key) else { throw Failure.unknownSetting(key) }
    let file = try UserSettingsFile(context.environment)
    let entry: ConfigDocument.Entry? =
      if case .scheduling(let known) = setting, let deck {
        ConfigDocument.Entry(known, for: DeckName(deck), in: file)
      } else {
        ConfigDocument.Entry(setting, in: file)
      }
    guard let entry else {
      throw Failure("\(key) is not set", hint: "linnet help keys lists the built-in keys", status: .failed)
    }
    if global.json {
      try context.printJSON(entry)
    } else {
      Console.standardOutput(entry.value.text)
    }
  }
}

struct ConfigSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Write a setting into your settings file.",
    discussion: """
      linnet config set typed.ignore-accents false
      linnet config set review.keys.again -- -
      linnet config set scheduling.learning-steps 1m 10m
      linnet config set scheduling.desired-retention 0.95 --deck AWS

      Comments and other settings in the file stay as they are.
      """)

  @Argument(help: ArgumentHelp("A name that `linnet config list` prints.", valueName: "key"))
  var key: String

  @Argument(
    help: ArgumentHelp(
      "true or false; for a key one character; else as config list shows it.", valueName: "value"))
  var words: [String]

  @Option(
    help: ArgumentHelp("Set it for this deck and the decks below it only.", valueName: "deck"))
  var deck: String?

  private var value: String { words.joined(separator: " ") }

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    guard let general = UserSetting(name: key) else { throw Failure.unknownSetting(key) }
    var file = try UserSettingsFile(context.environment)
    let deck = deck.map { file.settings.spelled(DeckName($0)) }
    guard let setting = deck.map({ general.of($0) }) ?? general else { throw Failure.notForDecks(key) }
    guard let known = setting.value(value) else {
      throw Failure(
        "\(key) cannot be \"\(value)\"", hint: "it should be \(setting.expected)", status: .usage)
    }
    var wanted = file.settings
    wanted[setting] = known
    do { _ = try KeyMap(changing: wanted.keys) } catch {
      throw Failure(error.message, hint: error.hint, status: .usage)
    }
    try file.set(setting, to: known)
    if global.json {
      try context.printJSON(ConfigDocument.Entry(setting, in: file))
    } else if !global.quiet {
      let place = deck.map { " for the deck \($0)" } ?? ""
      Console.standardOutput("\(key) is now \(known.text)\(place), in \(file.path)")
    }
    if let deck { try sayIfUnknown(deck, context) }
    if general == .scheduling(.model) { try recallAnew(context) }
    if ConfigSetCommand.movesCards.contains(general), context.location.exists {
      context.say("it counts from the next answer on; linnet reschedule moves cards that are scheduled")
    }
  }

  /// Settings under which cards would be on other days.
  private static let movesCards: [UserSetting] = [
    .scheduling(.model), .scheduling(.desiredRetention), .scheduling(.maximumInterval),
  ]

  /// A deck may have settings before it has cards; a name that was mistyped looks the same.
  private func sayIfUnknown(_ deck: DeckName, _ context: CommandContext) throws {
    guard context.location.exists else { return }
    let known = try context.location.open(.existing).deckNames()
    if !known.contains(where: { deck.contains(DeckName($0)) }) {
      context.say("no card lies in the deck \(deck) yet")
    }
  }

  private func recallAnew(_ context: CommandContext) throws {
    guard context.location.exists else { return }
    try MemoryRecall.run(try context.location.open(.existing), context)
  }
}

/// `config list --json`, and the same for a person.
private struct ConfigDocument: Encodable {
  struct Entry: Encodable {
    var key: String
    var value: UserSetting.Value
    /// `built-in`, or the path of the file that says so.
    var origin: String
    /// The deck that has this value of its own.
    var deck: String?

    /// Nil for a setting without a value.
    init?(_ setting: UserSetting, in file: UserSettingsFile) {
      guard let value = file.settings[setting] else { return nil }
      key = setting.name
      self.value = value
      origin = file.written.contains(setting) ? file.path : "built-in"
      if case .deck(let name, _) = setting { deck = name.description }
    }

    /// The value that counts for a deck.
    init?(_ setting: SchedulingSetting, for deck: DeckName, in file: UserSettingsFile) {
      let owner = file.settings.origin(of: setting, for: deck)
      self.init(owner.map { .deck($0, setting) } ?? .scheduling(setting), in: file)
      key = setting.rawValue
    }
  }

  var settings: [Entry]

  init(_ file: UserSettingsFile, deck: DeckName?) {
    settings =
      if let deck {
        SchedulingSetting.allCases.compactMap { Entry($0, for: deck, in: file) }
      } else {
        file.all.compactMap { Entry($0, in: file) }
      }
  }

  var text: String {
    let rows = settings.map { entry in
      (
        StyledText(entry.key), StyledText(entry.value.text),
        entry.origin + (entry.deck.map { ", deck \($0)" } ?? "")
      )
    }
    let keyWidth = (rows.map(\.0.width).max() ?? 0) + 2
    let valueWidth = (rows.map(\.1.width).max() ?? 0) + 2
    return rows.map { key, value, origin in
      key.padded(to: keyWidth).string + value.padded(to: valueWidth).string + origin
    }.joined(separator: "\n")
  }
}

extension UserSetting.Value: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .toggle(let isOn): try container.encode(isOn)
    case .key(let key): try container.encode(String(key))
    case .text(let text): try container.encode(text)
    }
  }
}
