import StudyApp
import StudyCore
import StudyStore

/// A card in JSON, as `cards`, `next` and `answer` print it.
struct CardDocument: Encodable {
  private let content: CardContent
  private let presets: Presets
  private let now: Moment

  init(_ content: CardContent, presets: Presets, now: Moment) {
    self.content = content
    self.presets = presets
    self.now = now
  }

  private enum Key: String, CodingKey {
    case id, block, kind, ordinal, type, deck, tags, fields, note, line, anki, state, due, stability,
      difficulty
    case retrievability, reps, lapses, suspended, flag, mark
  }

  /// Keys without a value are null, so that every card has the same keys.
  func encode(to encoder: any Encoder) throws {
    let key = content.card.key
    let schedule = content.card.schedule
    let scheduler = presets.scheduler(of: content.deck)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(key.shortID, forKey: .id)
    try container.encode(key.block.rawValue, forKey: .block)
    try container.encode(key.kind.direction.rawValue, forKey: .kind)
    try container.encode(key.kind.ordinal, forKey: .ordinal)
    try container.encode(content.noteType.name, forKey: .type)
    try container.encode(content.deck.description, forKey: .deck)
    try container.encode(content.tags, forKey: .tags)
    let fields = Dictionary(content.fields.map { ($0.name, $0.text) }) { first, _ in first }
    try container.encode(fields, forKey: .fields)
    try container.encode(content.filePath, forKey: .note)
    try container.encode(content.line, forKey: .line)
    try container.encode(content.ankiID?.rawValue, forKey: .anki)
    try container.encode(schedule.phase.name, forKey: .state)
    try container.encode(
      CardDocument.due(schedule, rolloverHour: presets.general.rolloverHour, at: now)?.description,
      forKey: .due)
    try container.encode(scheduler.stability(of: schedule), forKey: .stability)
    try container.encode(schedule.memory?.difficulty, forKey: .difficulty)
    try container.encode(scheduler.retrievability(of: schedule, at: now.timestamp), forKey: .retrievability)
    try container.encode(schedule.repetitions, forKey: .reps)
    try container.encode(schedule.lapses, forKey: .lapses)
    try container.encode(schedule.isSuspended, forKey: .suspended)
    try container.encode(schedule.flag, forKey: .flag)
    try container.encode(content.mark, forKey: .mark)
  }

  /// When a card comes back, with the offset of now; nil for a new one.
  static func due(_ schedule: CardSchedule, rolloverHour: Int, at now: Moment) -> Moment? {
    schedule.due(rolloverHour: rolloverHour, utcOffset: now.utcOffset)
      .map { Moment(timestamp: $0, utcOffset: now.utcOffset) }
  }
}
