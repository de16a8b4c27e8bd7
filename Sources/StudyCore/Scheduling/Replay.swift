/// Rebuilds a card's schedule from its log, the only truth about what the learner did.
package struct Replay: Sendable {
  /// One entry that counts, with the schedule before and after it.
  package struct Step: Hashable, Sendable {
    package var entry: LogEntry
    package var before: CardSchedule
    package var after: CardSchedule
  }

  private let scheduler: Scheduler
  private let start: CardSchedule

  /// - Parameter start: the schedule before the first entry.
  package init(scheduler: Scheduler, start: CardSchedule = CardSchedule()) {
    self.scheduler = scheduler
    self.start = start
  }

  /// The schedule after all entries of one card, in whatever order they come.
  package func schedule(of entries: some Sequence<LogEntry>) -> CardSchedule {
    steps(of: entries).last?.after ?? start
  }

  /// The entries of one card that count, each with what it changed.
  package func steps(of entries: some Sequence<LogEntry>) -> [Step] {
    var schedule = start
    return Self.effective(entries).map { entry in
      let before = schedule
      schedule = scheduler.applying(entry.action, to: before, card: entry.card, at: entry.moment)
      return Step(entry: entry, before: before, after: schedule)
    }
  }

  /// The entries that count, oldest first: without undo entries and without what they take back. An undo that
  /// is itself taken back takes nothing back.
  package static func effective(_ entries: some Sequence<LogEntry>) -> [LogEntry] {
    let ordered = entries.sorted { ($0.id.number, $0.id.device) < ($1.id.number, $1.id.device) }
    var takenBack: Set<LogEntry.ID> = []
    for entry in ordered.reversed() {
      if case .undo(let target) = entry.action, !takenBack.contains(entry.id) { takenBack.insert(target) }
    }
    return ordered.filter { entry in
      if case .undo = entry.action { return false }
      return !takenBack.contains(entry.id)
    }
  }
}
