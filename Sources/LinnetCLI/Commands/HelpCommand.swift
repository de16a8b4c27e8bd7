import ArgumentParser
import StudyCore

/// `linnet help`: commands by the parser's own help, topics and kinds of findings from the tables that drive the program.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain a command, a topic or a kind of finding.",
    discussion: "Topics: " + HelpTopic.allCases.map(\.rawValue).joined(separator: ", "))

  @Argument(help: ArgumentHelp("A command, a topic, or a code that check prints.", valueName: "topic"))
  var words: [String] = []

  func run() throws {
    guard let topic = words.first else {
      Console.standardOutput(LinnetCommand.helpMessage())
      return
    }
    if words.count == 1, let known = HelpTopic(rawValue: topic) {
      Console.standardOutput(known.text)
    } else if words.count == 1, let code = FindingCode(rawValue: topic) {
      Console.standardOutput(FindingGuide.text(code))
    } else if let command = command(LinnetCommand.self, words[...]) {
      Console.standardOutput(LinnetCommand.helpMessage(for: command))
    } else {
      let names =
        HelpTopic.allCases.map(\.rawValue) + FindingCode.allCases.map(\.rawValue) + LinnetCommand.commandNames
      throw Failure.unknownName(words.joined(separator: " "), among: names, kind: "command or topic")
    }
  }

  /// The command that words such as `log export` lead to.
  private func command(
    _ type: any ParsableCommand.Type, _ words: ArraySlice<String>
  ) -> (any ParsableCommand.Type)? {
    guard let word = words.first else { return type }
    let next = type.configuration.subcommands.first { $0.configuration.commandName == word }
    return next.flatMap { command($0, words.dropFirst()) }
  }
}

extension LinnetCommand {
  static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  static func command(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}

extension Failure {
  /// A name that is not one of those there are, with the nearest of them.
  static func unknownName(_ name: String, among names: [String], kind: String) -> Failure {
    let nearest = NearName.nearest(to: name, among: names)
    return Failure(
      "there is no \(kind) \"\(name)\"",
      hint: nearest.map { "did you mean \($0)?" } ?? "linnet --help lists what there is", status: .usage)
  }
}
