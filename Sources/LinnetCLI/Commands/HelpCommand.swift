import ArgumentParser

/// `linnet help`: commands by the parser's own help, topics from the tables that drive the program.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain a command or a topic.",
    discussion: "Topics: " + HelpTopic.allCases.map(\.rawValue).joined(separator: ", "))

  @Argument(help: ArgumentHelp("A command or a topic.", valueName: "topic"))
  var topic: String?

  func run() throws {
    guard let topic else {
      Console.standardOutput(LinnetCommand.helpMessage())
      return
    }
    if let known = HelpTopic(rawValue: topic) {
      Console.standardOutput(known.text)
    } else if let command = LinnetCommand.command(named: topic) {
      Console.standardOutput(LinnetCommand.helpMessage(for: command))
    } else {
      let names = HelpTopic.allCases.map(\.rawValue) + LinnetCommand.commandNames
      throw Failure.unknownName(topic, among: names, kind: "command or topic")
    }
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
