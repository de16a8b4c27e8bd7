/// The signals that end a program. The terminal is given back before they do, also after a trap of our own.
private let fatalSignals = [
  SIGHUP, SIGTERM, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE,
]

/// Whether a signal tells of a mistake in this program. A comparison, because handlers must not use collections.
private func isFault(_ signal: Int32) -> Bool {
  signal == SIGILL || signal == SIGTRAP || signal == SIGABRT || signal == SIGSEGV || signal == SIGBUS
    || signal == SIGFPE
}

/// Installing and removing what happens on signals while input is read.
enum SignalHandlers {
  /// Ctrl-C becomes an event for whoever reads; pressed again before it was read, it ends the process.
  static func installInterrupt() {
    prepareWakeUps()
    signalState.pointee.isInterrupted = false
    install(SIGINT, handleInterrupt)
  }

  static func removeInterrupt() { remove(SIGINT) }

  static func installKeyMode() {
    for signal in fatalSignals { install(signal, handleFatal) }
    install(SIGTSTP, handleStop)
    install(SIGCONT, handleContinue)
    install(SIGWINCH, handleResize)
  }

  static func removeKeyMode() {
    for signal in fatalSignals + [SIGTSTP, SIGCONT, SIGWINCH] { remove(signal) }
  }

  /// Leaves alone what a parent process wants ignored (`nohup`).
  private static func install(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    let previous = signalState.pointee.previous + Int(signal)
    guard sigaction(signal, nil, previous) == 0, !previous.pointee.isIgnored else { return }
    var action = sigaction()
    action.handler = handler
    sigfillset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }

  private static func remove(_ signal: Int32) {
    sigaction(signal, signalState.pointee.previous + Int(signal), nil)
  }
}

private func handleInterrupt(_ signal: Int32) {
  let code = errno
  if signalState.pointee.isInterrupted {
    handleFatal(signal)
  } else {
    signalState.pointee.isInterrupted = true
    wakeReader()
  }
  errno = code
}

/// Gives the terminal back and lets the signal do what it did before us, once this handler has returned.
private func handleFatal(_ signal: Int32) {
  let hadScreen = signalState.pointee.isScreenShown
  if signalState.pointee.isInKeyMode { KeyMode.revert() }
  if hadScreen, isFault(signal) {
    let words = signalState.pointee.lastWords
    write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
  }
  sigaction(signal, signalState.pointee.previous + Int(signal), nil)
  raise(signal)
}

private func handleResize(_ signal: Int32) {
  let code = errno
  signalState.pointee.wasResized = true
  wakeReader()
  errno = code
}

private func handleStop(_ signal: Int32) {
  let code = errno
  if signalState.pointee.isInKeyMode { KeyMode.revert() }
  var ours = sigaction()
  sigaction(signal, signalState.pointee.previous + Int(signal), &ours)
  var mask = sigset_t()
  sigemptyset(&mask)
  sigaddset(&mask, signal)
  raise(signal)
  // The process stops in the next call and goes on from there.
  pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  sigaction(signal, &ours, nil)
  handleContinue(signal)
  errno = code
}

/// Continued with `bg`: the terminal is the shell's, so neither its mode nor its screen is ours to change.
private func stopWhileInBackground() {
  while true {
    let foreground = tcgetpgrp(signalState.pointee.input)
    if foreground <= 0 || foreground == getpgrp() { return }
    kill(getpid(), SIGSTOP)
  }
}

private func handleContinue(_ signal: Int32) {
  let code = errno
  if signalState.pointee.isInKeyMode {
    stopWhileInBackground()
    KeyMode.apply()
    signalState.pointee.wasResumed = true
    wakeReader()
  }
  errno = code
}
