import ArgumentParser
import Foundation
import Terminal

/// The program: parses the command line, runs the command, and turns what went wrong into a sentence and an
/// exit code.
package enum LinnetProgram {
  package static let version = "0.1.0"

  package static func main() -> Never {
    // A reader that goes away (`linnet cards | head`) must not end the program with a signal.
    OutputWriter.reportClosedPipes()
    do {
      let arguments = ArgumentOrder.commandFirst(Array(CommandLine.arguments.dropFirst()))
      try checkCommandName(arguments)
      var command = try LinnetCommand.parseAsRoot(arguments)
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch {
      exit(report(error))
    }
  }

  /// The parser calls an unknown command an unexpected argument; a person wants to hear which one was meant.
  private static func checkCommandName(_ arguments: some Collection<String>) throws {
    guard let name = arguments.first, !name.hasPrefix("-"), LinnetCommand.command(named: name) == nil else {
      return
    }
    throw Failure.unknownName(name, among: LinnetCommand.commandNames, kind: "command")
  }

  private static func report(_ error: any Error) -> Int32 {
    if let status = error as? ExitStatus { return status.rawValue }
    // Nobody reads on, so nothing is left to do.
    if error as? TerminalFailure == .outputClosed { return ExitStatus.done.rawValue }
    if let failure = Failure(error) {
      Console.standardError(failure.text)
      return failure.status.rawValue
    }
    // What remains is the parser's own: help, version, or wrong usage.
    let status = LinnetCommand.exitCode(for: error).rawValue
    guard status != 0 else {
      Console.standardOutput(LinnetCommand.fullMessage(for: error))
      return status
    }
    Console.standardError(usageFailure(LinnetCommand.message(for: error)).text)
    return status
  }

  /// Wrong usage in the same form as every other failure, without a page of options around it.
  private static func usageFailure(_ message: String) -> Failure {
    let command = CommandLine.arguments.dropFirst().first.map { " \($0)" } ?? ""
    let name = command.hasPrefix(" -") ? "" : command
    return Failure(
      message.prefix(1).lowercased() + message.dropFirst(), hint: "linnet\(name) --help explains the options",
      status: .usage)
  }
}
