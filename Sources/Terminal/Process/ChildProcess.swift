/// A program that takes over the terminal for a while: an editor, a pager.
///
/// It runs in our own process group, which is the one in the foreground, so it may read keys and set modes, and
/// Ctrl-Z stops and `fg` continues it and us together. Foundation's `Process` makes a group of its own, and the
/// child stops at its first read from the terminal.
package enum ChildProcess {
  /// How a program ended.
  package enum Outcome: Hashable, Sendable {
    case exited(code: Int32)
    case killed(signal: Int32)
  }

  /// Starts the program (found through `PATH`) and waits for its end. The terminal is given to it as it was
  /// before ``TerminalInput/withKeys(pasteMarks:_:)``, and taken back as it was now, whatever the child did.
  ///
  /// Ctrl-C meanwhile is the child's affair.
  package static func run(_ arguments: [String]) throws(TerminalFailure) -> Outcome {
    guard let program = arguments.first else { throw .unreadableCommand("") }
    let started = KeyMode.suspended { () -> Result<Outcome, TerminalFailure> in
      let terminal = [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO].first { isTerminal($0) }
      return keepingSettings(of: terminal) {
        ignoring([SIGINT, SIGQUIT]) { spawn(program, arguments).map(wait) }
      }
    }
    return try started.get()
  }

  private static func spawn(_ program: String, _ arguments: [String]) -> Result<pid_t, TerminalFailure> {
    var attributes = emptyAttributes
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    // What we ignore is not what the child should ignore.
    for signal in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var child: pid_t = 0
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let code = posix_spawnp(&child, program, nil, &attributes, &words, currentEnvironment)
    return code == 0 ? .success(child) : .failure(.cannotStart(program: program, code: code))
  }

  private static func wait(for child: pid_t) -> Outcome {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(code: (status >> 8) & 0xFF) : .killed(signal: signal)
  }
}

#if canImport(Darwin)
  private var emptyAttributes: posix_spawnattr_t? { nil }
  private var currentEnvironment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    _NSGetEnviron().pointee
  }
#else
  private var emptyAttributes: posix_spawnattr_t { posix_spawnattr_t() }
  private var currentEnvironment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? { environ }
#endif

/// Runs `body`, then sets the terminal as it was before and makes our process group its foreground again.
private func keepingSettings<Result>(of terminal: Int32?, _ body: () -> Result) -> Result {
  var settings = termios()
  guard let terminal, tcgetattr(terminal, &settings) == 0 else { return body() }
  let foreground = tcgetpgrp(terminal)
  defer {
    // A child that made itself the foreground leaves us in the background, where setting anything stops us.
    var outputStops = sigset_t()
    sigemptyset(&outputStops)
    sigaddset(&outputStops, SIGTTOU)
    blocking(outputStops) {
      if foreground > 0 { tcsetpgrp(terminal, foreground) }
      tcsetattr(terminal, TCSADRAIN, &settings)
    }
  }
  return body()
}

private func ignoring<Result>(_ signals: [Int32], _ body: () -> Result) -> Result {
  let before = signals.map { number in
    var previous = sigaction()
    var ignore = sigaction()
    ignore.handler = SIG_IGN
    sigaction(number, &ignore, &previous)
    return previous
  }
  defer {
    for (number, var previous) in zip(signals, before) { sigaction(number, &previous, nil) }
  }
  return body()
}
