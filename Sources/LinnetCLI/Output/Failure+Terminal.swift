import Terminal

extension Failure {
  init(terminal error: TerminalFailure) {
    switch error {
    case .notATerminal:
      self.init(
        "the keyboard cannot be read key by key", hint: "use --plain, which reads whole lines",
        status: .inputOutput)
    case .outputClosed:
      self.init("nobody reads the output", status: .inputOutput)
    case .outputFailed(let code):
      self.init(
        "the output cannot be written: \(TerminalFailure.reason(code))",
        hint: "everything answered so far is kept", status: .inputOutput)
    case .inputFailed(let code):
      self.init(
        "the input cannot be read: \(TerminalFailure.reason(code))",
        hint: "everything answered so far is kept",
        status: .inputOutput)
    case .cannotStart(let program, let code):
      self.init(
        "cannot start \(program): \(TerminalFailure.reason(code))",
        hint: "name another editor in $VISUAL or $EDITOR", status: .failed)
    case .unreadableCommand(let command):
      self.init(
        "the command \"\(command)\" cannot be read", hint: "close its quotes in $VISUAL or $EDITOR",
        status: .badSettings)
    }
  }
}
