import Foundation
import Synchronization
import Terminal

/// One line on standard error that tells how far long work is. It appears after half a second, changes at most ten times
/// a second, and is taken away at the end.
///
/// It is drawn on a thread of its own: a step that lasts is told too, and telling it costs the work nothing.
final class ProgressLine: Sendable {
  private struct State {
    var text: String?
    var shown: String?
    var isOver = false
  }

  private let state = Mutex(State())
  private let columns: Int
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - columns: the width of the terminal; a line that wraps could not be taken away.
  ///   - pause: waits so long.
  ///   - write: writes to the terminal.
  init(
    columns: Int, pause: @escaping @Sendable (Duration) -> Void = ProgressLine.sleep,
    write: @escaping @Sendable (String) -> Void = Console.standardErrorUnended
  ) {
    self.columns = columns
    self.write = write
    Thread.detachNewThread { [self] in
      pause(.milliseconds(500))
      while draw() { pause(.milliseconds(100)) }
    }
  }

  func show(_ text: String) { state.withLock { $0.text = text } }

  /// Takes the line away for good.
  func clear() {
    state.withLock { state in
      if state.shown != nil { write(ProgressLine.erasure) }
      state = State(isOver: true)
    }
  }

  /// - Returns: whether there may be more to draw.
  private func draw() -> Bool {
    state.withLock { state in
      if let text = state.text, text != state.shown, !state.isOver {
        state.shown = text
        write(ProgressLine.erasure + line(text))
      }
      return !state.isOver
    }
  }

  private func line(_ text: String) -> String {
    // Names of folders may hold anything.
    StyledText(text.sanitised.replacing("\n", with: " ")).cropped(to: columns - 1).string
  }

  private static let erasure = "\r\u{1b}[K"

  private static func sleep(_ duration: Duration) { Thread.sleep(forTimeInterval: duration / .seconds(1)) }
}
