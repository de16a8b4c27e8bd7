/// Writes whole texts to a file descriptor, whatever the system makes of single writes.
package struct OutputWriter: Sendable {
  package let descriptor: Int32

  package static let standardOutput = OutputWriter(descriptor: STDOUT_FILENO)
  package static let standardError = OutputWriter(descriptor: STDERR_FILENO)

  package init(descriptor: Int32) { self.descriptor = descriptor }

  package func write(_ text: String) throws(TerminalFailure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { writeOnce(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else {
        try recover(from: errno)
      }
    }
  }

  /// Returns if trying again makes sense.
  private func recover(from code: Int32) throws(TerminalFailure) {
    switch code {
    case EINTR: return
    case EAGAIN:
      // Somebody who shares the terminal made it non-blocking.
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&request, 1, -1)
    case EPIPE: throw .outputClosed
    default: throw .outputFailed(code: code)
    }
  }

  /// Makes a closed pipe an error, ``TerminalFailure/outputClosed``, instead of the end of the process. To be
  /// called once, at the start of the program.
  package static func reportClosedPipes() { signal(SIGPIPE, SIG_IGN) }
}

/// `write(2)`, under a name that the method does not hide.
private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
