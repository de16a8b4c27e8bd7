import Foundation
import Terminal

/// The program's standard streams. Data goes to standard output; counts, progress and hints to standard error.
package enum Console {
  package static func standardOutput(_ text: String) { write(text, to: .standardOutput) }

  package static func standardError(_ text: String) { write(text, to: .standardError) }

  /// Bytes of a file, which need not be UTF-8. What is read by a person and not by a program is made harmless.
  package static func standardOutput(bytes: [UInt8]) {
    if isTerminal(STDOUT_FILENO) { return standardOutput(String(decoding: bytes, as: UTF8.self).sanitised) }
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Without a line end, for a line that is written over.
  package static func standardErrorUnended(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Adds the line end. A reader that went away is no error: there is nobody left to tell.
  private static func write(_ text: String, to file: FileHandle) {
    let ended = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
    try? file.write(contentsOf: Data(ended.utf8))
  }
}
