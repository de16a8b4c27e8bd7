/// Reads what a person types: single keys, or whole lines. Lines may also come from a pipe or a file.
///
/// Inside ``withKeys(pasteMarks:_:)`` and ``withLines(_:)`` Ctrl-C is something that was read, so that the
/// program can end with a last word; outside it ends the process as always.
package final class TerminalInput {
  private let descriptor: Int32
  private var unread: [UInt8] = []
  private var keys: [Key] = []
  private var parser = KeyParser()
  private var catchesInterrupts = false

  package init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// Runs `body` with keys arriving one by one and without echo. However it ends — result, error, `exit`, a
  /// signal, a trap, Ctrl-Z — the terminal gets back the settings it had.
  ///
  /// `pasteMarks` names the terminal to ask for marks around pasted text; nil where nothing but text may be
  /// printed. Not to be nested.
  package func withKeys<Result>(
    pasteMarks: OutputWriter? = .standardOutput, _ body: () throws -> Result
  ) throws -> Result {
    let output = pasteMarks.map(\.descriptor).flatMap { isTerminal($0) ? $0 : nil }
    try KeyMode.prepare(input: descriptor, output: output ?? -1)
    registerExit()
    SignalHandlers.installKeyMode()
    KeyMode.enter()
    defer {
      KeyMode.leave()
      SignalHandlers.removeKeyMode()
    }
    return try catchingInterrupts(body)
  }

  /// Like ``withKeys(pasteMarks:_:)``, on a screen of its own with the cursor hidden. However it ends, what was on the
  /// terminal before is there again.
  ///
  /// - Parameter lastWords: said on standard error when a fault of the program ends it.
  package func withScreen<Result>(lastWords: StaticString, _ body: (Screen) throws -> Result) throws -> Result
  {
    signalState.pointee.lastWords = lastWords
    signalState.pointee.hasScreen = true
    defer { signalState.pointee.hasScreen = false }
    return try withKeys { try body(Screen(output: .standardOutput)) }
  }

  /// Runs `body` with whole lines, as the terminal collects them. Inside `withKeys` this is how to ask for a
  /// sentence.
  package func withLines<Result>(_ body: () throws -> Result) rethrows -> Result {
    try KeyMode.suspended { try catchingInterrupts(body) }
  }

  private func catchingInterrupts<Result>(_ body: () throws -> Result) rethrows -> Result {
    if catchesInterrupts { return try body() }
    catchesInterrupts = true
    SignalHandlers.installInterrupt()
    defer {
      SignalHandlers.removeInterrupt()
      catchesInterrupts = false
    }
    return try body()
  }

  /// Waits for a key. At the end of input it is ``Key/endOfInput`` for ever.
  package func nextKey() throws(TerminalFailure) -> Key {
    while true {
      if let key = try nextKey(milliseconds: -1) { return key }
    }
  }

  /// Waits for a key, but not longer than so many seconds; nil if none came.
  package func nextKey(within seconds: Double) throws(TerminalFailure) -> Key? {
    try nextKey(milliseconds: Int32(max(0, min(seconds * 1000, 1e9))))
  }

  private func nextKey(milliseconds: Int32) throws(TerminalFailure) -> Key? {
    while true {
      if takeInterrupt() { return .interrupt }
      if takeResumption() { return .resumed }
      if takeResize() { return .resized }
      if !keys.isEmpty { return keys.removeFirst() }
      if !unread.isEmpty {
        keys = parser.feed(unread)
        unread = []
      } else if let read = try readKeys(milliseconds: milliseconds) {
        keys = read
      } else {
        return nil
      }
    }
  }

  /// Waits for a line. Its end is taken off; bytes that are no UTF-8 become U+FFFD.
  package func nextLine() throws(TerminalFailure) -> InputLine {
    while true {
      if takeInterrupt() { return .interrupted }
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeSubrange(...end) }
        return .line(unread[..<end].decodedLine)
      }
      guard try waitForInput(milliseconds: -1) else { continue }
      let bytes = try readBytes()
      if bytes.isEmpty {
        defer { unread = [] }
        return unread.isEmpty ? .end : .line(unread[...].decodedLine)
      }
      unread += bytes
    }
  }

  /// Nil when time ran out.
  private func readKeys(milliseconds: Int32) throws(TerminalFailure) -> [Key]? {
    // An Escape key and the beginning of an arrow key are told apart by what follows at once.
    let isUndecided = parser.isUndecided
    guard try waitForInput(milliseconds: isUndecided ? 50 : milliseconds) else {
      let state = signalState.pointee
      if state.isInterrupted || state.wasResumed || state.wasResized { return [] }
      return isUndecided ? parser.flush() : nil
    }
    let bytes = try readBytes()
    return bytes.isEmpty ? parser.flush() + [.endOfInput] : parser.feed(bytes)
  }

  /// False if time ran out or a signal came first.
  private func waitForInput(milliseconds: Int32) throws(TerminalFailure) -> Bool {
    var requests = [descriptor, signalState.pointee.wakeReader].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&requests, nfds_t(requests.count), milliseconds)
    if count < 0 && errno != EINTR && errno != EAGAIN { throw .inputFailed(code: errno) }
    if count > 0 && requests[1].revents != 0 {
      drainWakeUps()
      return false
    }
    return count > 0
  }

  /// What is there now; empty at the end.
  private func readBytes() throws(TerminalFailure) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count >= 0 { return Array(buffer.prefix(count)) }
      switch errno {
      case EINTR: continue
      // The terminal has gone.
      case EIO: return []
      case EAGAIN: _ = try waitForInput(milliseconds: -1)
      default: throw .inputFailed(code: errno)
      }
    }
  }

  private func takeInterrupt() -> Bool {
    guard signalState.pointee.isInterrupted else { return false }
    signalState.pointee.isInterrupted = false
    return true
  }

  private func takeResize() -> Bool {
    guard signalState.pointee.wasResized else { return false }
    signalState.pointee.wasResized = false
    return true
  }

  private func takeResumption() -> Bool {
    guard signalState.pointee.wasResumed else { return false }
    signalState.pointee.wasResumed = false
    return true
  }
}

/// What ``TerminalInput/nextLine()`` found.
package enum InputLine: Hashable, Sendable {
  case line(String)
  case end
  case interrupted
}

/// Covers `exit` inside of `withKeys`, which runs no `defer`.
private func registerExit() { _ = exitHandler }

private let exitHandler: Int32 = atexit { if signalState.pointee.isInKeyMode { KeyMode.revert() } }

extension ArraySlice<UInt8> {
  fileprivate var decodedLine: String {
    String(decoding: last == UInt8(ascii: "\r") ? dropLast() : self, as: UTF8.self)
  }
}
