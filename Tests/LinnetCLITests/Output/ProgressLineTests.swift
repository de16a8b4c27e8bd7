import Foundation
import Synchronization
import Testing

@testable import LinnetCLI

@Suite struct ProgressLineTests {
  private let time = ManualTime()
  private let written = Written()

  private func line(columns: Int = 80) -> ProgressLine {
    ProgressLine(columns: columns, pause: time.pause, write: written.write)
  }

  @Test func `it appears after half a second and changes ten times a second at most`() {
    let line = line()
    for number in 1...100 { line.show("reading \(number)") }
    #expect(time.wait() == .milliseconds(500))
    #expect(written.texts == [])
    time.pass()
    #expect(time.wait() == .milliseconds(100))
    #expect(written.texts == ["\r\u{1b}[Kreading 100"])
    for number in 101...200 { line.show("reading \(number)") }
    #expect(written.texts.count == 1)
    time.pass()
    #expect(time.wait() == .milliseconds(100))
    #expect(written.texts.last == "\r\u{1b}[Kreading 200")
    line.clear()
    time.pass()
  }

  @Test func `what stays the same is not drawn again`() {
    let line = line()
    line.show("checking")
    for _ in 1...5 {
      _ = time.wait()
      time.pass()
    }
    #expect(written.texts.count == 1)
    line.clear()
    time.pass()
  }

  @Test func `it is taken away at the end, and nothing is drawn after that`() {
    let line = line()
    line.show("checking")
    _ = time.wait()
    time.pass()
    _ = time.wait()
    line.clear()
    line.show("too late")
    line.clear()
    time.pass()
    #expect(written.texts == ["\r\u{1b}[Kchecking", "\r\u{1b}[K"])
  }

  @Test func `work that ends within half a second writes nothing`() {
    let line = line()
    line.show("checking")
    _ = time.wait()
    line.clear()
    time.pass()
    #expect(written.texts == [])
  }

  /// A line that wraps or moves the cursor could not be taken away.
  @Test func `it stays on one line whatever a folder is named`() {
    let line = line(columns: 12)
    line.show("a\nb\u{1b}[2J and much more")
    _ = time.wait()
    time.pass()
    _ = time.wait()
    #expect(written.texts == ["\r\u{1b}[Ka b^[[2J an"])
    line.clear()
    time.pass()
  }
}

/// Time that passes when a test says so.
private final class ManualTime: Sendable {
  private let asked = DispatchSemaphore(value: 0)
  private let passed = DispatchSemaphore(value: 0)
  private let duration = Mutex(Duration.zero)

  func pause(_ length: Duration) {
    duration.withLock { $0 = length }
    asked.signal()
    passed.wait()
  }

  /// Waits until somebody pauses.
  ///
  /// - Returns: for how long.
  func wait() -> Duration {
    asked.wait()
    return duration.withLock { $0 }
  }

  func pass() { passed.signal() }
}

private final class Written: Sendable {
  private let list = Mutex<[String]>([])

  var texts: [String] { list.withLock { $0 } }

  func write(_ text: String) { list.withLock { $0.append(text) } }
}
