/// Switching the terminal between whole lines with echo, as it was, and single keys without.
///
/// ``apply()`` and ``revert()`` are safe in a signal handler and may be called in any order and number.
enum KeyMode {
  static func apply() {
    let state = signalState
    tcsetattr(state.pointee.input, TCSANOW, &state.pointee.keyMode)
    if state.pointee.hasScreen, !state.pointee.isScreenShown {
      // No wrapping at the edge: terminals disagree about the width of some emoji.
      send("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l")
      state.pointee.isScreenShown = true
      state.pointee.screenEntries += 1
    }
    send("\u{1B}[?2004h")
  }

  static func revert() {
    let state = signalState
    send("\u{1B}[?2004l")
    if state.pointee.isScreenShown {
      state.pointee.isScreenShown = false
      send("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    }
    tcsetattr(state.pointee.input, TCSANOW, &state.pointee.original)
  }

  static func enter() {
    uninterrupted {
      signalState.pointee.isInKeyMode = true
      apply()
    }
  }

  static func leave() {
    uninterrupted {
      revert()
      signalState.pointee.isInKeyMode = false
    }
  }

  /// No handler may run between the mode and what is said about it.
  private static func uninterrupted(_ body: () -> Void) {
    var all = sigset_t()
    sigfillset(&all)
    blocking(all, body)
  }

  /// Runs `body` with the terminal as it was before us, for another program or a whole line.
  static func suspended<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard signalState.pointee.isInKeyMode else { return try body() }
    leave()
    defer { enter() }
    return try body()
  }

  private static func send(_ sequence: StaticString) {
    let output = signalState.pointee.output
    if output >= 0 { write(output, sequence.utf8Start, sequence.utf8CodeUnitCount) }
  }

  /// Remembers how the terminal is and works out how it reads keys. Signals stay on: Ctrl-C and Ctrl-Z reach
  /// the program even while it is busy.
  static func prepare(input: Int32, output: Int32) throws(TerminalFailure) {
    var settings = termios()
    guard tcgetattr(input, &settings) == 0 else { throw .notATerminal }
    signalState.pointee.input = input
    signalState.pointee.output = output
    signalState.pointee.original = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    withUnsafeMutableBytes(of: &settings.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    signalState.pointee.keyMode = settings
  }
}
