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
  /// What was wrong and is put right.
  package var repairs: [String] = []
  package var problems: [String] = []
  package var warnings: [String] = []
}

/// Examines the collection, and repairs what can be computed again.
package struct DoctorService: Sendable {
  package enum Progress: Hashable, Sendable {
    case checkingDatabase
    /// So many of the log's entries were replayed.
    case replaying(done: Int, of: Int)
  }

  private let store: StudyStore
  private let location: CollectionLocation
  private let presets: Presets

  package init(store: StudyStore, location: CollectionLocation, presets: Presets = Presets()) {
    self.store = store
    self.presets = presets
    self.location = location
  }

  /// - Parameters:
  ///   - isRepairing: whether schedules that are not what the log says are set to that, and what is counted of cards is counted anew.
  ///     Nothing else is changed.
  ///   - progress: what it throws ends the examination; nothing was changed then.
  /// - Throws: `StudyStoreError`
  package func examine(
    isRepairing: Bool = false, progress: (Progress) throws -> Void = { _ in }
  ) throws -> DoctorReport {
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
    let stale = try staleCards(&report, progress)
    if isRepairing {
      try store.replay(stale.map(\.id), presets: presets)
      report.repairs = stale.map { "the schedule of card \($0.key.shortID) is what its log says again" }
    } else {
      report.problems += stale.map { "the schedule of card \($0.key.shortID) is not what its log says" }
    }
    if try !store.dueLoadsAreTrue() {
      let counts = "the counts of what is due by day"
      if isRepairing {
        try store.countDueLoads()
        report.repairs.append("\(counts) are those of the cards again")
      } else {
        report.problems.append("\(counts) are not those of the cards")
      }
    }
    return report
  }

  /// The cards whose schedules are not what the log says.
  private func staleCards(
    _ report: inout DoctorReport, _ progress: (Progress) throws -> Void
  ) throws -> [QueuedCard] {
    var entries: [CardKey: [LogEntry]] = [:]
    try store.forEachLogEntry {
      entries[$0.card, default: []].append($0)
      report.logEntries += 1
    }
    let copies = try store.copies()
    var replayed = 0
    var stale: [QueuedCard] = []
    for card in try store.cards(matching: CardFilter()) {
      let history = entries[card.key] ?? []
      if !history.isEmpty {
        report.cards += 1
        replayed += history.count
        try progress(.replaying(done: replayed, of: report.logEntries))
      }
      var start = CardSchedule()
      start.isSuspended = copies.contains(card.key.block)
      let schedule = Replay(scheduler: presets.scheduler(of: card.deck), start: start).schedule(of: history)
      if !isSame(schedule, card.schedule) { stale.append(card) }
    }
    return stale
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
