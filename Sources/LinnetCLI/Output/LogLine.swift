import Foundation
import StudyCore
import StudyStore

/// A log entry in JSON: one line of `log export`, one element of a card's history.
struct LogLine: Encodable {
  private struct Name: Encodable {
    var number: Int64
    var device: String

    init(_ id: LogEntry.ID) { (number, device) = (id.number, id.device) }
  }

  private let entry: LogEntry
  /// Everything the block is known by elsewhere: kind and value.
  private let keys: [String: [String]]?

  init(_ entry: LogEntry, keys: [String: [String]]? = nil) {
    self.entry = entry
    self.keys = keys
  }

  private enum Key: String, CodingKey {
    case id, device, at, day, block, kind, ordinal, keys, action, rating, took, interval, model, parameters,
      undone
    case until, due, flag, ease, stability, difficulty
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
      try container.encode("answer", forKey: .action)
      try container.encode(answer.rating.name, forKey: .rating)
      try container.encode(answer.secondsTaken, forKey: .took)
      try container.encode(answer.interval, forKey: .interval)
      try container.encode(answer.model, forKey: .model)
      try container.encode(answer.parameterSet, forKey: .parameters)
    case .undo(let id):
      try container.encode("undo", forKey: .action)
      try container.encode(Name(id), forKey: .undone)
    case .suspend: try container.encode("suspend", forKey: .action)
    case .resume: try container.encode("resume", forKey: .action)
    case .bury(let day):
      try container.encode("bury", forKey: .action)
      try container.encode(day.description, forKey: .until)
    case .unbury: try container.encode("unbury", forKey: .action)
    case .reset: try container.encode("reset", forKey: .action)
    case .setDue(let day):
      try container.encode("setDue", forKey: .action)
      try container.encode(day.description, forKey: .due)
    case .adopt(let memory):
      try container.encode("adopt", forKey: .action)
      try container.encode(memory.due.description, forKey: .due)
      try container.encode(memory.interval * 86_400, forKey: .interval)
      switch memory.strength {
      case .ease(let ease): try container.encode(ease, forKey: .ease)
      case .memory(let stability, let difficulty):
        try container.encode(stability, forKey: .stability)
        try container.encode(difficulty, forKey: .difficulty)
      }
    case .flag(let flag):
      try container.encode("flag", forKey: .action)
      try container.encode(flag, forKey: .flag)
    }
  }

  /// One line without line ends.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
