import Foundation
import Terminal
import TestSupport

/// Programs that read pictures, as oracles.
enum PictureReader {
  static let hasGraphviz = isThere("dot -V")
  static let hasNetworkx = isThere("python3 -c 'import networkx'")
  static let hasBrowser = isThere(
    "command -v python3 && { command -v chromium || command -v chromium-browser || command -v google-chrome; }"
  )
  static let hasMermaid =
    hasBrowser
    && isThere("python3 -c 'import importlib.util as i; assert i.find_spec(\"mermaid_parser\")'")

  static func script(_ name: String) -> String {
    SharedMaterial.repository.appending(path: "Tests/Scripts/\(name)").path
  }

  /// Runs a command of the shell, to which `$1` is a file with the text.
  ///
  /// - Returns: what it prints, without its last line end; what it complains of too.
  static func read(_ text: String, by command: String, _ arguments: String...) throws -> (
    output: String, isDone: Bool
  ) {
    let folder = try TemporaryFolder(["in": text, "out": ""])
    let script = #"out=$1 command=$2; shift 2; exec sh -c "$command" sh "$@" >"$out" 2>&1 </dev/null"#
    let outcome = try ChildProcess.run(
      ["sh", "-c", script, "sh", folder.absolute("out"), command, folder.absolute("in")] + arguments)
    let output = try String(contentsOfFile: folder.absolute("out"), encoding: .utf8)
    return (output.hasSuffix("\n") ? String(output.dropLast()) : output, outcome == .exited(code: 0))
  }

  private static func isThere(_ command: String) -> Bool { (try? read("", by: command))?.isDone == true }
}
