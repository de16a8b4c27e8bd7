package struct TerminalSize: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The size of the terminal behind a file descriptor, nil if there is none or it does not know.
  package static func of(_ descriptor: Int32) -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// The size of the terminal we run in, even when output and input are redirected.
  package static func current() -> TerminalSize? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
      if let size = of(descriptor) { return size }
    }
    let controlling = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard controlling >= 0 else { return nil }
    defer { close(controlling) }
    return of(controlling)
  }

  /// Columns to lay text out in: what the user asked for, then `COLUMNS`, then the terminal, then 80.
  package static func columns(requested: Int?, environment: [String: String], terminal: TerminalSize?) -> Int
  {
    let variable = environment["COLUMNS"].flatMap { Int($0) }
    return [requested, variable, terminal?.columns].compactMap { $0 }.first { $0 > 0 } ?? 80
  }
}

/// Whether a file descriptor is a terminal.
package func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
