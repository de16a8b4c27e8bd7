import GRDB
import StudyCore

/// The columns of `card` that hold its schedule: the one place that reads and writes them.
enum ScheduleColumns {
  /// In the order of ``values(of:)``, for a `SELECT` on `card`.
  static let names = [
    "phase", "step", "dueAt", "dueDay", "interval", "slow", "fast", "difficulty", "repetitions", "lapses",
    "lastReview", "shortStays", "shortStaysDay", "isSuspended", "buriedUntil", "flag",
  ]

  static let selection = names.map { "card." + $0 }.joined(separator: ", ")

  /// What the column `phase` holds. The partial indexes of the schema know `new`.
  private enum Phase: Int {
    case new, learning, review, relearning
  }

  /// Reads a schedule from a row that has the columns by name.
  static func schedule(of row: Row) -> CardSchedule {
    var schedule = CardSchedule()
    schedule.phase = phase(of: row)
    schedule.memory = memory(of: row)
    schedule.repetitions = row["repetitions"]
    schedule.lapses = row["lapses"]
    schedule.lastReview = (row["lastReview"] as Int64?).map(Timestamp.init(milliseconds:))
    schedule.shortStays = row["shortStays"]
    schedule.shortStaysDay = (row["shortStaysDay"] as Int?).map(Day.init(number:))
    schedule.isSuspended = row["isSuspended"]
    schedule.buriedUntil = (row["buriedUntil"] as Int?).map(Day.init(number:))
    schedule.flag = row["flag"]
    return schedule
  }

  /// The stability of FSRS-6 stands alone where FSRS-7 has two.
  private static func memory(of row: Row) -> MemoryState? {
    guard let slow: Double = row["slow"], let difficulty: Double = row["difficulty"] else { return nil }
    guard let fast: Double = row["fast"] else {
      return .fsrs6(FSRS6.State(stability: slow, difficulty: difficulty))
    }
    return .fsrs7(FSRS7.State(slow: slow, fast: fast, difficulty: difficulty))
  }

  private static func stabilities(of memory: MemoryState?) -> (slow: Double?, fast: Double?) {
    switch memory {
    case .fsrs6(let state): (state.stability, nil)
    case .fsrs7(let state): (state.slow, state.fast)
    case nil: (nil, nil)
    }
  }

  static func write(_ schedule: CardSchedule, to card: CardID, _ db: Database) throws {
    let assignments = names.map { $0 + " = ?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "UPDATE card SET \(assignments) WHERE id = ?")
      .execute(arguments: StatementArguments(values(of: schedule) + [card.rawValue]))
  }

  private static func phase(of row: Row) -> CardSchedule.Phase {
    let due = Timestamp(milliseconds: row["dueAt"] ?? 0)
    switch Phase(rawValue: row["phase"]) ?? .new {
    case .new: return .new
    case .learning: return .learning(step: row["step"], due: due)
    case .review: return .review(due: Day(number: row["dueDay"] ?? 0), interval: row["interval"])
    case .relearning: return .relearning(step: row["step"], due: due, interval: row["interval"])
    }
  }

  private static func values(of schedule: CardSchedule) -> [(any DatabaseValueConvertible)?] {
    var phase = Phase.new
    var step = 0
    var dueAt: Int64?
    var dueDay: Int?
    var interval = 0
    switch schedule.phase {
    case .new: break
    case .learning(let waiting, let due): (phase, step, dueAt) = (.learning, waiting, due.milliseconds)
    case .relearning(let waiting, let due, let left):
      (phase, step, dueAt, interval) = (.relearning, waiting, due.milliseconds, left)
    case .review(let day, let given): (phase, dueDay, interval) = (.review, day.number, given)
    }
    let (slow, fast) = stabilities(of: schedule.memory)
    return [
      phase.rawValue, step, dueAt, dueDay, interval, slow, fast,
      schedule.memory?.difficulty, schedule.repetitions, schedule.lapses, schedule.lastReview?.milliseconds,
      schedule.shortStays, schedule.shortStaysDay?.number, schedule.isSuspended,
      schedule.buriedUntil?.number, schedule.flag,
    ]
  }
}
