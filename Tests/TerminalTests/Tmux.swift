import Foundation
import Terminal

/// A shell in a real terminal, typed at and read through tmux.
final class Tmux {
  private let socket = FileManager.default.temporaryDirectory.appending(path: "linnet-\(UUID().uuidString)")

  static let isAvailable = (try? run(["-V"])) != nil

  /// The program that the package builds beside the tests.
  static let probe: URL? = {
    let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
    return places.map { $0.appending(path: "TerminalProbe") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  init() throws {
    let shell = "env PS1='$ ' SWIFT_BACKTRACE=enable=no sh"
    _ = try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "50", shell])
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: socket)
  }

  /// Keys by tmux's names: `a`, `Enter`, `C-c`.
  func press(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

  func type(_ line: String) throws {
    _ = try tmux(["send-keys", "-l", line])
    try press("Enter")
  }

  func paste(_ text: String) throws {
    _ = try tmux(["set-buffer", text])
    _ = try tmux(["paste-buffer", "-p"])
  }

  /// What is on the screen now; nothing if the terminal has gone.
  var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

  /// Waits until the screen shows lines that begin with `text`; false after half a minute.
  func shows(_ text: String) -> Bool {
    for _ in 0..<600 {
      if ("\n" + screen).contains("\n" + text) { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  private func tmux(_ arguments: [String]) throws -> String { try Self.run(["-S", socket.path] + arguments) }

  /// Through a shell and a file: Foundation's `Process` waits until every descendant has closed what it
  /// inherited, and the first command leaves a server behind.
  private static func run(_ arguments: [String]) throws -> String {
    let output = FileManager.default.temporaryDirectory.appending(path: "linnet-tmux-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let script = #"out=$1; shift; exec tmux "$@" <"/dev/null" >"$out" 2>"/dev/null""#
    let outcome = try ChildProcess.run(["sh", "-c", script, "sh", output.path] + arguments)
    guard outcome == .exited(code: 0) else { throw CocoaError(.executableLoad) }
    return try String(contentsOf: output, encoding: .utf8)
  }
}
