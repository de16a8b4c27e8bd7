import Foundation
import StudyCore
import StudyStore

/// A log entry in JSON: one line of `log export`, one element of a card's history.
struct LogLine: Codable, Hashable {
  private struct Name: Codable {
    var number: Int64
    var device: String

    init(_ id: LogEntry.ID) { (number, device) = (id.number, id.device) }

    var id: LogEntry.ID { LogEntry.ID(number: number, device: device) }
  }

  let entry: LogEntry
  /// Everything the block is known by elsewhere: kind and value.
  let keys: [String: [String]]?

  init(_ entry: LogEntry, keys: [String: [String]]? = nil) {
    self.entry = entry
    self.keys = keys
  }

  /// The numbers that an entry can have: milliseconds from 1970 to the year 9999. The next number always exists.
  private static let numbers: ClosedRange<Int64> = 1...253_402_300_799_999

  private enum Key: String, CodingKey {
    case id, device, at, day, block, kind, ordinal, keys, action, rating, took, interval, model, parameters,
      undone
    case until, due, flag, ease, stability, difficulty, phase
  }

  private enum Action: String {
    case answer, undo, suspend, resume, bury, unbury, reset, setDue, reschedule, adopt, flag
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(entry.id.number, forKey: .id)
    try container.encode(entry.id.device, forKey: .device)
    try container.encode(entry.moment.preciseDescription, forKey: .at)
    try container.encode(entry.studyDay.description, forKey: .day)
    try container.encode(entry.card.block.rawValue, forKey: .block)
    try container.encode(entry.card.kind.direction.rawValue, forKey: .kind)
    try container.encode(entry.card.kind.ordinal, forKey: .ordinal)
    try container.encodeIfPresent(keys, forKey: .keys)
    switch entry.action {
    case .answer(let answer):
      try container.encode(Action.answer.rawValue, forKey: .action)
      try container.encode(answer.rating.name, forKey: .rating)
      try container.encode(answer.secondsTaken, forKey: .took)
      try container.encode(answer.interval, forKey: .interval)
      try container.encode(answer.model, forKey: .model)
      try container.encode(answer.parameterSet, forKey: .parameters)
      try container.encodeIfPresent(answer.phase.map(LoggedPhase.text), forKey: .phase)
    case .undo(let id):
      try container.encode(Action.undo.rawValue, forKey: .action)
      try container.encode(Name(id), forKey: .undone)
    case .suspend: try container.encode(Action.suspend.rawValue, forKey: .action)
    case .resume: try container.encode(Action.resume.rawValue, forKey: .action)
    case .bury(let day):
      try container.encode(Action.bury.rawValue, forKey: .action)
      try container.encode(day.description, forKey: .until)
    case .unbury: try container.encode(Action.unbury.rawValue, forKey: .action)
    case .reset: try container.encode(Action.reset.rawValue, forKey: .action)
    case .setDue(let day, let interval):
      try container.encode(Action.setDue.rawValue, forKey: .action)
      try container.encode(day.description, forKey: .due)
      try container.encodeIfPresent(interval.map { $0 * 86_400 }, forKey: .interval)
    case .reschedule(let day, let interval):
      try container.encode(Action.reschedule.rawValue, forKey: .action)
      try container.encode(day.description, forKey: .due)
      try container.encode(interval * 86_400, forKey: .interval)
    case .adopt(let memory):
      try container.encode(Action.adopt.rawValue, forKey: .action)
      try container.encode(memory.due.description, forKey: .due)
      try container.encode((memory.interval * 86_400).rounded(), forKey: .interval)
      switch memory.strength {
      case .ease(let ease): try container.encode(ease, forKey: .ease)
      case .memory(let stability, let difficulty):
        try container.encode(stability, forKey: .stability)
        try container.encode(difficulty, forKey: .difficulty)
      }
    case .flag(let flag):
      try container.encode(Action.flag.rawValue, forKey: .action)
      try container.encode(flag, forKey: .flag)
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let block = BlockUID(try container.word(.block))
    let kind = CardKind(
      direction: try container.read(.kind) { CardKind.Direction(rawValue: $0) },
      ordinal: try container.number(.ordinal, in: 0...Int.max))
    let id = LogEntry.ID(
      number: try container.number(.id, in: LogLine.numbers), device: try container.word(.device))
    let moment = try container.read(.at) { Moment(iso: $0) }
    entry = LogEntry(
      id: id, card: CardKey(block: block, kind: kind), moment: moment,
      studyDay: try container.read(.day) { Day(iso: $0) }, action: try LogLine.action(container))
    keys = try container.decodeIfPresent([String: [String]].self, forKey: .keys)
  }

  private static func action(_ container: KeyedDecodingContainer<Key>) throws -> LogEntry.Action {
    switch try container.read(.action, { Action(rawValue: $0) }) {
    case .answer:
      .answer(
        LogEntry.Answer(
          rating: try container.read(.rating) { Rating(name: $0) },
          secondsTaken: try container.number(.took, in: 0...(.greatestFiniteMagnitude)),
          interval: try container.decode(Int64.self, forKey: .interval),
          model: try container.decode(String.self, forKey: .model),
          parameterSet: try container.decode(Int.self, forKey: .parameters),
          phase: try container.decodeIfPresent(String.self, forKey: .phase).flatMap(LoggedPhase.phase)))
    case .undo: .undo(try container.decode(Name.self, forKey: .undone).id)
    case .suspend: .suspend
    case .resume: .resume
    case .bury: .bury(until: try container.read(.until) { Day(iso: $0) })
    case .unbury: .unbury
    case .reset: .reset
    case .setDue:
      // Lines without an interval leave a card the one it has.
      .setDue(
        try container.read(.due) { Day(iso: $0) },
        interval: try container.contains(.interval) ? days(container) : nil)
    case .reschedule: .reschedule(try container.read(.due) { Day(iso: $0) }, interval: try days(container))
    case .adopt: .adopt(try memory(container))
    case .flag: .flag(try container.number(.flag, in: 0...7))
    }
  }

  private static func days(_ container: KeyedDecodingContainer<Key>) throws -> Int {
    try container.number(.interval, in: 86_400...100_000_000_000) / 86_400
  }

  private static func memory(_ container: KeyedDecodingContainer<Key>) throws -> ForeignMemory {
    let strength: ForeignMemory.Strength =
      if container.contains(.ease) {
        .ease(try container.decode(Double.self, forKey: .ease))
      } else {
        .memory(
          stability: try container.decode(Double.self, forKey: .stability),
          difficulty: try container.decode(Double.self, forKey: .difficulty))
      }
    return ForeignMemory(
      due: try container.read(.due) { Day(iso: $0) },
      interval: try container.number(.interval, in: 0...1e13) / 86_400, strength: strength)
  }

  /// One line without line ends.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension KeyedDecodingContainer {
  /// A text that `reading` understands.
  fileprivate func read<Value>(_ key: Key, _ reading: (String) -> Value?) throws -> Value {
    let text = try decode(String.self, forKey: key)
    guard let value = reading(text) else { throw unusable(key, "\"\(text)\"") }
    return value
  }

  /// A text that is not empty.
  fileprivate func word(_ key: Key) throws -> String { try read(key) { $0.isEmpty ? nil : $0 } }

  fileprivate func number<Value: Decodable & Comparable>(
    _ key: Key, in range: ClosedRange<Value>
  ) throws -> Value {
    let value = try decode(Value.self, forKey: key)
    guard range.contains(value) else { throw unusable(key, "\(value)") }
    return value
  }

  private func unusable(_ key: Key, _ value: String) -> DecodingError {
    .dataCorruptedError(
      forKey: key, in: self,
      debugDescription: "its \(key.stringValue) is \(value), which this Linnet does not know")
  }
}
