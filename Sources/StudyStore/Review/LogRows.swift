import GRDB
import StudyCore

/// How an entry of another collection names its block.
package enum BlockNaming: Hashable, Sendable {
  /// As this collection names the block, where it has it.
  case here
  /// As it was written: the same on every machine.
  case asWritten
}

/// The rows of the review log: the one place that reads and appends them.
enum LogRows {
  /// The column `kind`.
  private enum Kind: String {
    case answer, undo, suspend, resume, bury, unbury, reset, setDue, reschedule, adopt, flag
  }

  /// Selects entries with the devices' own names in place of their rows.
  static let selection = """
    SELECT logEntry.*, device.uid AS deviceUID, undone.uid AS undoneUID, known.uid AS knownUID
    FROM logEntry JOIN device ON device.id = logEntry.device
      LEFT JOIN device AS undone ON undone.id = logEntry.undoneDevice
      LEFT JOIN foreignBlock ON foreignBlock.uid = logEntry.block
      LEFT JOIN block AS known ON known.id = foreignBlock.block
    """

  static func entry(_ row: Row, naming: BlockNaming = .here) -> LogEntry {
    let written: String = row["block"]
    let block: String =
      switch naming {
      case .here: row["knownUID"] ?? written
      case .asWritten: written
      }
    return LogEntry(
      id: LogEntry.ID(number: row["id"], device: row["deviceUID"]),
      card: CardRows.key(block: block, direction: row["direction"], ordinal: row["ordinal"]),
      moment: Moment(timestamp: Timestamp(milliseconds: row["at"]), utcOffset: row["utcOffset"]),
      studyDay: Day(number: row["studyDay"]), action: action(row))
  }

  /// A kind that this version does not know counts as one that changes nothing: an undo of nothing.
  private static func action(_ row: Row) -> LogEntry.Action {
    switch Kind(rawValue: row["kind"]) {
    case .answer:
      .answer(
        LogEntry.Answer(
          rating: Rating(rawValue: row["rating"] ?? 0) ?? .again, secondsTaken: row["secondsTaken"] ?? 0,
          interval: row["interval"] ?? 0, model: row["model"] ?? "", parameterSet: row["parameterSet"] ?? 0,
          phase: (row["phase"] as String?).flatMap(LoggedPhase.phase)))
    case .suspend: .suspend
    case .resume: .resume
    case .bury: .bury(until: Day(number: row["value"] ?? 0))
    case .unbury: .unbury
    case .reset: .reset
    case .setDue:
      .setDue(Day(number: row["value"] ?? 0), interval: (row["interval"] as Int64?).map { Int($0 / 86_400) })
    case .reschedule:
      .reschedule(
        Day(number: row["value"] ?? 0), interval: Int(((row["interval"] as Int64?) ?? 86_400) / 86_400))
    case .flag: .flag(row["value"] ?? 0)
    case .adopt: adoption(row)
    case .undo, nil: .undo(LogEntry.ID(number: row["undoneID"] ?? 0, device: row["undoneUID"] ?? ""))
    }
  }

  /// The kind of memory and its numbers stand in one column, with blanks between.
  private static func adoption(_ row: Row) -> LogEntry.Action {
    let words = ((row["memory"] as String?) ?? "").split(separator: " ")
    let numbers = words.dropFirst().compactMap { Double($0) }
    let strength: ForeignMemory.Strength? =
      switch (words.first, numbers.count) {
      case ("ease", 1): .ease(numbers[0])
      case ("memory", 2): .memory(stability: numbers[0], difficulty: numbers[1])
      default: nil
      }
    guard let strength else { return .undo(LogEntry.ID(number: 0, device: "")) }
    let interval = Double((row["interval"] as Int64?) ?? 0) / 86_400
    return .adopt(ForeignMemory(due: Day(number: row["value"] ?? 0), interval: interval, strength: strength))
  }

  private static func text(of strength: ForeignMemory.Strength) -> String {
    switch strength {
    case .ease(let ease): "ease \(ease)"
    case .memory(let stability, let difficulty): "memory \(stability) \(difficulty)"
    }
  }

  /// The entries of one card, under whatever name its block has in them; oldest first.
  static func entries(of card: CardKey, _ db: Database) throws -> [LogEntry] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: selection + """
           WHERE logEntry.block IN (
              SELECT ?1 UNION ALL
              SELECT other.uid FROM block JOIN foreignBlock AS other ON other.block = block.id WHERE block.uid = ?1)
            AND logEntry.direction = ?2 AND logEntry.ordinal = ?3
          ORDER BY logEntry.id, deviceUID
          """),
      arguments: [card.block.rawValue, card.kind.direction.rawValue, card.kind.ordinal]
    ).map { entry($0) }
  }

  static func entry(_ id: LogEntry.ID, naming: BlockNaming = .here, _ db: Database) throws -> LogEntry? {
    try Row.fetchOne(
      db.cachedStatement(sql: selection + " WHERE logEntry.id = ? AND device.uid = ?"),
      arguments: [id.number, id.device]
    ).map { entry($0, naming: naming) }
  }

  static func append(_ entry: LogEntry, _ db: Database) throws {
    var row = Columns(kind: .undo)
    switch entry.action {
    case .answer(let answer):
      row.kind = .answer
      row.answer = answer
    case .undo(let target): row.undone = target
    case .suspend: row.kind = .suspend
    case .resume: row.kind = .resume
    case .bury(let day): (row.kind, row.value) = (.bury, day.number)
    case .unbury: row.kind = .unbury
    case .reset: row.kind = .reset
    case .setDue(let day, let interval):
      (row.kind, row.value, row.interval) = (.setDue, day.number, interval.map { Int64($0) * 86_400 })
    case .reschedule(let day, let interval):
      (row.kind, row.value, row.interval) = (.reschedule, day.number, Int64(interval) * 86_400)
    case .flag(let number): (row.kind, row.value) = (.flag, number)
    case .adopt(let memory):
      (row.kind, row.value) = (.adopt, memory.due.number)
      row.interval = Int64((min(memory.interval, 100_000) * 86_400).rounded())
      row.memory = text(of: memory.strength)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO logEntry (id, device, block, direction, ordinal, kind, at, utcOffset, studyDay, rating,
          secondsTaken, interval, model, parameterSet, undoneID, undoneDevice, value, memory, phase)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.id.number, try DeviceRows.row(of: entry.id.device, db), entry.card.block.rawValue,
      entry.card.kind.direction.rawValue, entry.card.kind.ordinal, row.kind.rawValue,
      entry.moment.timestamp.milliseconds, entry.moment.utcOffset, entry.studyDay.number,
      row.answer?.rating.rawValue, row.answer?.secondsTaken, row.answer?.interval ?? row.interval,
      row.answer?.model,
      row.answer?.parameterSet, row.undone?.number,
      try row.undone.map { try DeviceRows.row(of: $0.device, db) },
      row.value, row.memory, row.answer?.phase.map(LoggedPhase.text),
    ])
  }

  /// The columns that depend on the kind.
  private struct Columns {
    var kind: Kind
    var answer: LogEntry.Answer?
    var undone: LogEntry.ID?
    var value: Int?
    /// Seconds.
    var interval: Int64?
    var memory: String?
  }
}
