/// Ctrl-C as a wish to end, for work that reads no input and looks for the wish now and then.
package enum Interruption {
  /// Runs `body`, in which Ctrl-C ends nothing by itself: ``isRequested`` tells of it. Pressed again, it ends the process
  /// at once.
  ///
  /// Not to be nested, and not to be used inside what ``TerminalInput`` runs, which has its own way with Ctrl-C.
  package static func watched<Result>(during body: () throws -> Result) rethrows -> Result {
    SignalHandlers.installInterrupt()
    defer { SignalHandlers.removeInterrupt() }
    return try body()
  }

  /// Whether Ctrl-C was pressed since ``watched(during:)`` began. May be asked from any thread.
  package static var isRequested: Bool { signalState.pointee.isInterrupted }
}
