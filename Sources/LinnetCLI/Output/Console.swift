import Foundation

/// The program's standard streams. Data goes to standard output; counts, progress and hints to standard error.
package enum Console {
  package static func standardOutput(_ text: String) { write(text, to: .standardOutput) }

  package static func standardError(_ text: String) { write(text, to: .standardError) }

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
