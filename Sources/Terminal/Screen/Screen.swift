/// A terminal's alternate screen, on which frames are shown; see ``TerminalInput/withScreen(lastWords:_:)``.
package final class Screen {
  private let output: OutputWriter
  private var shown: Frame?
  /// How often the screen had been entered when `shown` was drawn.
  private var entries = 0

  init(output: OutputWriter) { self.output = output }

  /// The size of the terminal now.
  package var size: TerminalSize {
    TerminalSize.of(output.descriptor) ?? .current() ?? TerminalSize(columns: 80, rows: 24)
  }

  /// Writes what differs from the frame before, at once. After another program had the terminal, or the size changed,
  /// everything is drawn.
  package func show(_ frame: Frame, rendering: Rendering) throws(TerminalFailure) {
    let now = signalState.pointee.screenEntries
    let update = frame.update(from: entries == now ? shown : nil, rendering: rendering)
    if !update.isEmpty { try output.write(update) }
    (shown, entries) = (frame, now)
  }

  /// What the terminal shows is not known any more: the next frame is drawn whole.
  package func forget() { shown = nil }
}
