import Foundation
import Terminal

/// A shell in a real terminal, typed at and read through tmux.
package final class Tmux {
  private let socket = FileManager.default.temporaryDirectory.appending(path: "linnet-\(UUID().uuidString)")

  package static let isAvailable = (try? run(["-V"])) != nil

  /// - Parameter environment: variables of the shell beside those of this process.
  package init(columns: Int = 120, rows: Int = 50, environment: [String: String] = [:]) throws {
    let variables = environment.merging(["PS1": "$ ", "SWIFT_BACKTRACE": "enable=no"]) { own, _ in own }
    let shell = variables.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    _ = try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env \(shell) sh",
    ])
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: socket)
  }

  /// Keys by tmux's names: `a`, `Enter`, `C-c`.
  package func press(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

  package func type(_ line: String) throws {
    _ = try tmux(["send-keys", "-l", line])
    try press("Enter")
  }

  package func paste(_ text: String) throws {
    _ = try tmux(["set-buffer", text])
    _ = try tmux(["paste-buffer", "-p"])
  }

  /// Takes the terminal away from whatever runs in it.
  package func close() throws { _ = try tmux(["kill-server"]) }

  /// Makes the window another size.
  package func resize(columns: Int, rows: Int) throws {
    _ = try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Whether the cursor shows, and whether the alternate screen does: `1 0` for a shell.
  package var flags: String {
    get throws {
      try tmux(["display-message", "-p", "#{cursor_flag} #{alternate_on}"])
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// What is on the screen now; nothing if the terminal has gone.
  package var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

  /// Waits until the screen shows lines that begin with `text`; false after half a minute.
  package func shows(_ text: String) -> Bool {
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
