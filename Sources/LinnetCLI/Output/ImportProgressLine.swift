import Foundation
import StudyApp
import Synchronization

/// One line on standard error that tells how far a long import is. It appears after half a second and is
/// taken away at the end.
final class ImportProgressLine: Sendable {
  private struct State {
    var shownAt: ContinuousClock.Instant?
    var isVisible = false
  }

  private let isOn: Bool
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  init(isOn: Bool) { self.isOn = isOn }

  func show(_ progress: ImportService.Progress) {
    let now = ContinuousClock.now
    guard isOn, now - started > .milliseconds(500) else { return }
    state.withLock { state in
      if let last = state.shownAt, now - last < .milliseconds(100) { return }
      state.shownAt = now
      state.isVisible = true
      Console.standardErrorUnended("\r\u{1b}[K" + ImportProgressLine.text(progress))
    }
  }

  func clear() {
    state.withLock { state in
      if state.isVisible { Console.standardErrorUnended("\r\u{1b}[K") }
      state.isVisible = false
    }
  }

  private static func text(_ progress: ImportService.Progress) -> String {
    switch progress {
    case .walking(let folder): "looking through \(folder)"
    case .reading(let done, let total): "reading notes: \(Words.grouped(done)) of \(Words.grouped(total))"
    case .writing(let notes): "writing \(Words.count(notes, "note"))"
    }
  }
}
