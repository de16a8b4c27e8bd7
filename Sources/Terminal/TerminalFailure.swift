/// What can go wrong with the terminal, the streams and the programs started in it.
package enum TerminalFailure: Error, Hashable, Sendable {
  /// Keys were asked of something that is no terminal: a pipe, a file.
  case notATerminal
  /// The reader of our output has gone (`linnet cards | head`): stop quietly.
  case outputClosed
  case outputFailed(code: Int32)
  case inputFailed(code: Int32)
  /// No such program, or it may not be run.
  case cannotStart(program: String, code: Int32)
  /// A quote in a command line that is never closed, or a command line without a command.
  case unreadableCommand(String)

  /// The system's own words for an error code.
  package static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
