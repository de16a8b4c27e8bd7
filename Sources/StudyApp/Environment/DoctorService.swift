import Foundation
import StudyCore
import StudyStore

/// What an examination of the collection found.
package struct DoctorReport: Hashable, Sendable {
  package var database: String
  package var sqliteVersion: String
  package var folders: [String]
  /// Cards with log entries whose schedule was compared with a replay.
  package var cards = 0
  package var logEntries = 0
  package var problems: [String] = []
  package var warnings: [String] = []
}

/// Examines the collection and changes nothing.
package struct DoctorService: Sendable {
  package enum Progress: Hashable, Sendable {
    case checkingDatabase
    /// So many of the log's entries were replayed.
    case replaying(done: Int, of: Int)
  }

  private let store: StudyStore
  private let location: CollectionLocation
  private let scheduler: Scheduler

  package init(store: StudyStore, location: CollectionLocation, scheduler: Scheduler = Scheduler()) {
    self.store = store
    self.scheduler = scheduler
    self.location = location
  }

  /// - Parameter progress: what it throws ends the examination.
  /// - Throws: `StudyStoreError`
  package func examine(progress: (Progress) throws -> Void = { _ in }) throws -> DoctorReport {
    try progress(.checkingDatabase)
    let folders = try store.folders()
    var report = DoctorReport(
      database: location.path, sqliteVersion: try store.sqliteVersion(), folders: folders.map(\.path))
    report.problems = try store.integrityProblems()
    for folder in folders where PosixFile.entries(of: folder.path) == nil {
      report.warnings.append(
        "the folder \(folder.path) cannot be listed; if it moved: linnet move \(folder.path) NEW")
    }
    if let warning = location.syncWarning { report.warnings.append(warning) }
    try compareWithReplay(&report, progress)
    return report
  }

  /// The schedules beside the cards must be what the log says.
  private func compareWithReplay(
    _ report: inout DoctorReport, _ progress: (Progress) throws -> Void
  ) throws {
    var entries: [CardKey: [LogEntry]] = [:]
    try store.forEachLogEntry { entries[$0.card, default: []].append($0) }
    report.logEntries = entries.values.reduce(0) { $0 + $1.count }
    var replayed = 0
    let replay = Replay(scheduler: scheduler)
    for card in try store.cards(matching: CardFilter()) {
      guard let history = entries[card.key] else { continue }
      report.cards += 1
      replayed += history.count
      try progress(.replaying(done: replayed, of: report.logEntries))
      if !isSame(replay.schedule(of: history), card.schedule) {
        report.problems.append(
          "the schedule of card \(card.key.shortID) is not what its log says")
      }
    }
  }

  /// Memory is compared to nine digits: another processor may round the last ones differently.
  private func isSame(_ left: CardSchedule, _ right: CardSchedule) -> Bool {
    var (left, right) = (left, right)
    if let one = left.memory, let other = right.memory {
      let (ones, others) = (DoctorService.figures(of: one), DoctorService.figures(of: other))
      guard ones.count == others.count,
        zip(ones, others).allSatisfy({ abs($0 - $1) <= 1e-9 * max(abs($0), abs($1)) })
      else { return false }
      (left.memory, right.memory) = (nil, nil)
    }
    return left == right
  }

  private static func figures(of memory: MemoryState) -> [Double] {
    switch memory {
    case .fsrs6(let state): [state.stability, state.difficulty]
    case .fsrs7(let state): [state.slow, state.fast, state.difficulty]
    }
  }
}
