/// Everything a signal handler may look at or change.
///
/// A handler runs between any two instructions of the program, so it must not allocate, count references or
/// take locks. The state is therefore plain data in memory that is never freed.
struct SignalState {
  /// The terminal whose keys are read, and where to switch bracketed paste (-1: nowhere).
  var input: Int32 = -1
  var output: Int32 = -1
  var isInKeyMode = false
  /// Whether the keys belong to a full screen, and whether it is shown now: it is left exactly once, because leaving
  /// it twice would move the cursor over what was printed since.
  var hasScreen = false
  var isScreenShown = false
  /// How often the screen was entered; whoever draws on it must begin anew after each time.
  var screenEntries = 0
  /// Said after a fault of our own, when the screen, and the fault's own words with it, has gone.
  var lastWords: StaticString = ""
  var original = termios()
  var keyMode = termios()
  /// Ctrl-C was pressed and nobody has been told yet.
  var isInterrupted = false
  /// Somebody looks for Ctrl-C while no input is read.
  var isInterruptionWatched = false
  /// The program ran again after a stop, and nobody has been told yet.
  var wasResumed = false
  /// The terminal's size changed and nobody has been told yet.
  var wasResized = false
  /// A pipe to itself: a byte in it ends the wait for input. Kept for the life of the process.
  var wakeReader: Int32 = -1
  var wakeWriter: Int32 = -1
  /// What was done about each signal before us, by signal number.
  var previous: UnsafeMutablePointer<sigaction>
}

// Unsafe to the compiler because threads share it. There is one terminal, one thread reads its keys, and the
// handlers touch single words; through a constant pointer no access is checked or counted in a handler.
nonisolated(unsafe) let signalState: UnsafeMutablePointer<SignalState> = {
  let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
  previous.initialize(repeating: sigaction(), count: 65)
  let state = UnsafeMutablePointer<SignalState>.allocate(capacity: 1)
  state.initialize(to: SignalState(previous: previous))
  return state
}()

/// Ends a wait for input. Safe in a handler.
func wakeReader() {
  var byte: UInt8 = 0
  write(signalState.pointee.wakeWriter, &byte, 1)
}

/// Forgets wake-ups that came too late for the wait they were meant for.
func drainWakeUps() {
  var drained = [UInt8](repeating: 0, count: 64)
  read(signalState.pointee.wakeReader, &drained, drained.count)
}

/// Makes the wake-up pipe, once.
func prepareWakeUps() {
  if signalState.pointee.wakeReader >= 0 { return }
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { return }
  for end in ends {
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
  }
  signalState.pointee.wakeReader = ends[0]
  signalState.pointee.wakeWriter = ends[1]
}
