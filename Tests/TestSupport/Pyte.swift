import Foundation
import Terminal

/// The terminal emulator of PyPI's `pyte`, as an oracle.
package enum Pyte {
  private static let program = """
    import sys, pyte
    columns, rows = int(sys.argv[1]), int(sys.argv[2])
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(open(sys.argv[3], encoding="utf-8", newline="").read())
    open(sys.argv[4], "w", encoding="utf-8").write("\\n".join(screen.display))
    """

  package static let isAvailable = (try? rows("x", TerminalSize(columns: 4, rows: 1))) == ["x   "]

  package static func rows(_ output: String, _ size: TerminalSize) throws -> [String] {
    let folder = try TemporaryFolder(["in": output, "out": ""])
    let outcome = try ChildProcess.run([
      "sh", "-c", #"exec python3 -c "$@" 2>"/dev/null""#, "sh", program, "\(size.columns)", "\(size.rows)",
      folder.absolute("in"), folder.absolute("out"),
    ])
    guard outcome == .exited(code: 0) else { throw CocoaError(.executableLoad) }
    return try String(contentsOfFile: folder.absolute("out"), encoding: .utf8).components(separatedBy: "\n")
  }
}
