import StudyApp
import StudyStore
import Terminal

/// Work that may last: how far it is stands on standard error, and Ctrl-C ends it where nothing is left half done.
struct LongWork: Sendable {
  /// Nil where nobody watches, or nobody wants to.
  fileprivate let line: ProgressLine?

  /// Tells how far the work is.
  ///
  /// - Throws: `StudyStoreError.interrupted` if it is to end
  func show(_ text: @autoclosure () -> String) throws(StudyStoreError) {
    try goOn()
    line?.show(text())
  }

  /// - Throws: `StudyStoreError.interrupted` if the work is to end
  func goOn() throws(StudyStoreError) {
    if isToEnd { throw .interrupted }
  }

  var isToEnd: Bool { Interruption.isRequested }
}

extension CommandContext {
  /// Runs `body`, which tells how far it is. Ctrl-C ends it at its next word, and whatever the collection does at once.
  /// Not to be nested, and not to be used while keys or lines are read.
  func working<Value>(on store: StudyStore, _ body: (LongWork) throws -> Value) throws -> Value {
    let line = showsProgress ? ProgressLine(columns: TerminalSize.of(STDERR_FILENO)?.columns ?? 80) : nil
    defer { line?.clear() }
    return try Interruption.watched {
      try store.givingUp(when: { Interruption.isRequested }) { try body(LongWork(line: line)) }
    }
  }

  private var showsProgress: Bool {
    !options.quiet && !options.plain && environment.variable("TERM") ?? "dumb" != "dumb"
      && isTerminal(STDERR_FILENO)
  }
}
