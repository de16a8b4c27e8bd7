import Terminal

/// A program for the tests to run in a real terminal: it says what it reads, and ends in every way a program
/// can end.
@main
struct Probe {
  let input = TerminalInput()

  static func main() {
    let probe = Probe()
    do {
      if CommandLine.arguments.contains("screen") {
        try ScreenProbe(input: probe.input).run()
      } else {
        try probe.input.withKeys { try probe.readKeys() }
      }
      say("done")
    } catch {
      say("failed \(error)")
    }
  }

  private func readKeys() throws {
    Self.say("ready")
    while true {
      let key = try input.nextKey()
      Self.say("key \(key)")
      switch key {
      case .character("q"), .endOfInput: return
      case .character("x"): exit(3)
      case .character("i"): kill(getpid(), SIGILL)
      case .character("t"): kill(getpid(), SIGTERM)
      case .character("h"): kill(getpid(), SIGHUP)
      case .character("l"): Self.say("\(try input.withLines { try input.nextLine() })")
      case .character("e"): Self.say("child \(try ChildProcess.run(["sh", "-c", Self.rudeChild]))")
      case .interrupt: exit(130)
      default: break
      }
    }
  }

  /// Reads a line of its own and leaves the terminal in a mode nobody wants.
  static let rudeChild = "echo child-ready; read line; echo child-read $line; stty raw echo; exit 5"

  static func say(_ line: String) { try? OutputWriter.standardOutput.write(line + "\n") }
}

/// The same on a full screen, which lists what was read.
struct ScreenProbe {
  let input: TerminalInput

  func run() throws {
    try input.withScreen(lastWords: "probe: a fault\n") { screen in
      var lines = ["screen ready"]
      while true {
        let size = screen.size
        let rows = ["\(size.columns)x\(size.rows)"] + lines.suffix(size.rows - 1)
        try screen.show(Frame(size: size, rows: rows.map { StyledText($0) }), rendering: .ansi)
        let key = try input.nextKey()
        lines.append("key \(key)")
        switch key {
        case .character("q"), .endOfInput: return
        case .character("x"): exit(3)
        case .character("i"): kill(getpid(), SIGILL)
        case .character("t"): kill(getpid(), SIGTERM)
        case .character("h"): kill(getpid(), SIGHUP)
        case .character("f"): throw TerminalFailure.outputClosed
        case .character("e"): lines.append("child \(try ChildProcess.run(["sh", "-c", Probe.rudeChild]))")
        case .character("w"): lines.append("waited \(String(describing: try input.nextKey(within: 0.01)))")
        case .interrupt: exit(130)
        default: break
        }
      }
    }
  }
}
