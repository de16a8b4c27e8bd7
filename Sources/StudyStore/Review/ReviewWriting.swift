import GRDB
import StudyCore

/// An entry that was just appended to the log, and its card after it.
package struct Recorded: Hashable, Sendable {
  package var entry: LogEntry
  package var card: QueuedCard
}

extension StudyStore {
  /// Appends one action for each card and keeps their schedules, in one transaction.
  ///
  /// The action is applied to the schedule as it is stored now: what another program answered meanwhile counts.
  /// Cards that do not exist are left out.
  package func record(
    _ action: LogEntry.Action, of cards: [CardID], at moment: Moment, presets: Presets
  ) throws(StudyStoreError) -> [Recorded] {
    try write { db in
      try cards.compactMap { try LogWriting.record(action, of: $0, at: moment, presets, db) }
    }
  }

  /// Appends an answer and keeps the card's schedule, in one transaction.
  ///
  /// Where the answer leads was decided when the card was shown, with what was due on other days then. If another program changed the
  /// card since, it is decided anew.
  ///
  /// - Parameter card: as it was shown.
  /// - Returns: nil if there is no such card.
  package func record(
    _ answer: LogEntry.Answer, to card: QueuedCard, at moment: Moment, presets: Presets
  ) throws(StudyStoreError) -> Recorded? {
    try write { db in
      try LogWriting.record(.answer(answer), of: card.id, shownAs: card.schedule, at: moment, presets, db)
    }
  }

  /// Appends an action for each card, each its own, and keeps their schedules, in one transaction.
  package func record(
    _ actions: [(card: CardID, action: LogEntry.Action)], at moment: Moment, presets: Presets
  ) throws(StudyStoreError) -> [Recorded] {
    try write { db in
      try actions.compactMap { try LogWriting.record($0.action, of: $0.card, at: moment, presets, db) }
    }
  }

  /// Does once what the first answer of a run would do and later ones need not: names the device, begins SQLite's write-ahead log
  /// on disk, prepares the statements and brings in the pages they touch. Nothing else is kept of it.
  package func rehearse(
    _ action: LogEntry.Action, of card: CardID, at moment: Moment, presets: Presets
  ) throws(StudyStoreError) {
    try write { db in
      try DeviceRows.touch(db)
      try db.inSavepoint {
        _ = try LogWriting.record(action, of: card, at: moment, presets, db)
        return .rollback
      }
    }
  }

  /// Appends an undo of the entry named and sets its card's schedule by replay, in one transaction.
  ///
  /// - Returns: the undo and the card as it was; nil if there is no such entry or its card does not exist.
  package func takeBack(
    _ id: LogEntry.ID, at moment: Moment, presets: Presets
  ) throws(StudyStoreError) -> Recorded? {
    try write { db in
      try LogRows.entry(id, db).flatMap { try LogWriting.takeBack($0, at: moment, presets, db) }
    }
  }

  /// Takes back the newest answer or change of a card that this device recorded and did not take back yet.
  ///
  /// - Returns: the entry taken back and its card as it was before; nil if there is none.
  package func takeBackLast(
    at moment: Moment, presets: Presets
  ) throws(StudyStoreError) -> (entry: LogEntry, card: QueuedCard)? {
    try write { db in
      guard let last = try LogWriting.lastUndoable(db),
        let recorded = try LogWriting.takeBack(last, at: moment, presets, db)
      else { return nil }
      return (last, recorded.card)
    }
  }
}

/// Steps of the transactions that write the log.
enum LogWriting {
  /// - Returns: nil if there is no such card.
  static func record(
    _ action: LogEntry.Action, of id: CardID, shownAs shown: CardSchedule? = nil, at moment: Moment,
    _ presets: Presets, _ db: Database
  ) throws -> Recorded? {
    guard var card = try CardRows.fetch(id, db) else { return nil }
    let scheduler = presets.scheduler(of: card.deck)
    if let memory = card.schedule.memory, !scheduler.remembers(memory) {
      // What comes next is to follow from what the log says.
      try replay(id, presets, db)
      card = try CardRows.fetch(id, db) ?? card
    }
    var action = action
    if card.schedule != shown, case .answer = action {
      let today = moment.studyDay(rolloverHour: presets.general.rolloverHour)
      let load = try DueLoadRows.loads(from: today, presets, db).beside(card)
      action = scheduler.logged(action, for: card.schedule, card: card.key, at: moment, beside: load)
    }
    let entry = try append(action, of: card.key, at: moment, presets, db)
    card.schedule = scheduler.applying(action, to: card.schedule, card: card.key, at: moment)
    try ScheduleColumns.write(card.schedule, to: id, db)
    return Recorded(entry: entry, card: card)
  }

  static func append(
    _ action: LogEntry.Action, of card: CardKey, at moment: Moment, _ presets: Presets, _ db: Database
  ) throws -> LogEntry {
    let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM logEntry")) ?? 0
    let entry = LogEntry(
      id: LogEntry.ID(
        number: max(moment.timestamp.milliseconds, last + 1), device: try DeviceRows.own(db)),
      card: card, moment: moment, studyDay: moment.studyDay(rolloverHour: presets.general.rolloverHour),
      action: action)
    try LogRows.append(entry, db)
    return entry
  }

  static func takeBack(
    _ target: LogEntry, at moment: Moment, _ presets: Presets, _ db: Database
  ) throws -> Recorded? {
    guard let id = try CardRows.id(of: target.card, db) else { return nil }
    let entry = try append(.undo(target.id), of: target.card, at: moment, presets, db)
    try replay(id, presets, db)
    return try CardRows.fetch(id, db).map { Recorded(entry: entry, card: $0) }
  }

  /// Sets a card's schedule to what its log says. A copy of another block begins suspended, without an entry.
  static func replay(_ id: CardID, _ presets: Presets, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT block.uid, card.direction, card.ordinal, block.isCopy, deck.name AS deck
          FROM \(CardRows.source) JOIN deck ON deck.id = card.deck WHERE card.id = ?
          """),
      arguments: [id.rawValue])
    guard let row else { return }
    let key = CardRows.key(block: row["uid"], direction: row["direction"], ordinal: row["ordinal"])
    var start = CardSchedule()
    start.isSuspended = row["isCopy"]
    let replay = Replay(scheduler: presets.scheduler(of: DeckName(row["deck"])), start: start)
    try ScheduleColumns.write(replay.schedule(of: LogRows.entries(of: key, db)), to: id, db)
  }

  /// Walks back from the newest entry. What takes an entry back is always newer than it, so it has been met. A
  /// suspension that a resume ended is history: taking it back would change nothing.
  static func lastUndoable(_ db: Database) throws -> LogEntry? {
    guard let own = try DeviceRows.ownIfNamed(db) else { return nil }
    var takenBack: Set<LogEntry.ID> = []
    var resumed: Set<CardKey> = []
    let rows = try Row.fetchCursor(
      db, sql: LogRows.selection + " ORDER BY logEntry.id DESC, deviceUID DESC")
    while let row = try rows.next() {
      let entry = LogRows.entry(row)
      guard !takenBack.contains(entry.id) else { continue }
      switch entry.action {
      case .undo(let target): takenBack.insert(target)
      case .resume: resumed.insert(entry.card)
      case .suspend where resumed.contains(entry.card): break
      case .answer, .bury, .suspend, .flag, .reset, .setDue, .reschedule:
        if entry.id.device == own { return entry }
      case .unbury, .adopt: break
      }
    }
    return nil
  }
}
