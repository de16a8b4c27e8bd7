import StudyCore

/// What a program around the session does, in memory: a log, and cards whose schedules are replayed from it.
struct Collection {
  private(set) var log: [LogEntry] = []
  private(set) var identities: [CardID: (key: CardKey, deck: DeckName, position: Int)] = [:]
  private let presets: Presets
  private var settings: SchedulerSettings { presets.general }
  private let seed: UInt64

  init(presets: Presets, seed: UInt64) {
    self.presets = presets
    self.seed = seed
  }

  mutating func add(_ id: CardID, _ key: CardKey, in deck: DeckName, position: Int) {
    identities[id] = (key, deck, position)
  }

  mutating func append(_ action: LogEntry.Action, to card: CardKey, at now: Moment) {
    let number = max(now.timestamp.milliseconds, (log.last?.id.number ?? 0) + 1)
    log.append(
      LogEntry(
        id: LogEntry.ID(number: number, device: "a"), card: card, moment: now,
        studyDay: now.studyDay(rolloverHour: settings.rolloverHour), action: action))
  }

  /// Carries out what a session asks for.
  mutating func carryOut(_ effects: [ReviewSession.Effect], at now: Moment) {
    for effect in effects {
      switch effect {
      case .record(let change): append(change.action, to: change.card.key, at: now)
      case .takeBack(let change):
        guard let last = Replay.effective(log).last else { continue }
        append(.undo(last.id), to: change.card.key, at: now)
      case .showQuestion, .showAnswer, .nextLearning, .finished: break
      }
    }
  }

  /// The queue, built from nothing but the log.
  func queue(at now: Moment) -> StudyQueue {
    let entries = Dictionary(grouping: log, by: \.card)
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    var progress = DayProgress(day: today)
    var steps: [CardKey: [Replay.Step]] = [:]
    for (key, deck, _) in identities.values {
      steps[key] = Replay(scheduler: presets.scheduler(of: deck)).steps(of: entries[key] ?? [])
      progress.count(steps[key] ?? [], in: deck, rolloverHour: settings.rolloverHour)
    }
    var loads = DueLoads(presets)
    var dueDays: [CardKey: Day] = [:]
    for (key, deck, _) in identities.values {
      dueDays[key] = (steps[key]?.last?.after ?? CardSchedule()).loadedDay
      if let day = dueDays[key] { loads.add(1, on: day, of: presets.preset(of: deck)?.deck) }
    }
    let cards = identities.map { id, identity in
      let siblings = dueDays.filter { $0.key.block == identity.key.block && $0.key != identity.key }
      return QueuedCard(
        id: id, key: identity.key, deck: identity.deck,
        schedule: steps[identity.key]?.last?.after ?? CardSchedule(),
        position: identity.position, siblingDays: siblings.values.sorted())
    }
    return StudyQueue(cards: cards, progress: progress, presets: presets, loads: loads, seed: seed)
  }
}
