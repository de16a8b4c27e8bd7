/// Ctrl-C as a wish to end, for work that reads no input and looks for the wish now and then.
package enum Interruption {
  /// Runs `body`, in which Ctrl-C ends nothing by itself: ``isRequested`` tells of it. Pressed again, it ends the process
  /// at once. Inside another `watched` it is the outer one's wish that counts.
  ///
  /// Not to be used inside what ``TerminalInput`` runs, which has its own way with Ctrl-C.
  package static func watched<Result>(during body: () throws -> Result) rethrows -> Result {
    if signalState.pointee.isInterruptionWatched { return try body() }
    signalState.pointee.isInterruptionWatched = true
    SignalHandlers.installInterrupt()
    drainWakeUps()
    if isRequested { wakeReader() }
    defer {
      SignalHandlers.removeInterrupt()
      signalState.pointee.isInterruptionWatched = false
    }
    return try body()
  }

  /// Whether Ctrl-C was pressed since ``watched(during:)`` began. May be asked from any thread.
  package static var isRequested: Bool { signalState.pointee.isInterrupted }

  /// A file that can be read once Ctrl-C was pressed, for whoever waits for something else too. Only inside
  /// ``watched(during:)``; to be waited for and not read.
  package static var descriptor: Int32 { signalState.pointee.wakeReader }
}
