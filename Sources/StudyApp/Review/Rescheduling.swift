import StudyCore
import StudyStore

/// The cards that other settings put on other days.
package struct Rescheduling: Hashable, Sendable {
  package struct Move: Hashable, Sendable {
    /// As it is before.
    package var card: QueuedCard
    package var due: Day
    /// Days.
    package var interval: Int
  }

  package var moves: [Move] = []
  /// Review cards that keep their day.
  package var kept = 0
  /// Reviews due today or before, now and after.
  package var dueBefore = 0
  package var dueAfter = 0

  package var earlier: Int {
    moves.count { move in move.card.schedule.loadedDay.map { move.due < $0 } ?? false }
  }
  package var later: Int {
    moves.count { move in move.card.schedule.loadedDay.map { move.due > $0 } ?? false }
  }
}

extension ReviewService {
  /// What rescheduling the cards would do. Nothing is changed.
  package func rescheduling(_ cards: [QueuedCard], at now: Moment) throws -> Rescheduling {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    var loads = try store.dueLoads(from: today, presets: presets)
    var result = Rescheduling()
    for card in cards {
      guard let due = card.schedule.loadedDay else { continue }
      if due <= today { result.dueBefore += 1 }
      // Without itself.
      var without = card
      without.schedule.isSuspended = true
      loads.move(without, from: card.schedule)
      let moved = scheduler(of: card).rescheduled(
        card.schedule, card: card.key, at: now, beside: loads.beside(card))
      var after = card
      if let moved {
        after.schedule.phase = .review(due: moved.due, interval: moved.interval)
        result.moves.append(Rescheduling.Move(card: card, due: moved.due, interval: moved.interval))
      } else {
        result.kept += 1
      }
      loads.move(after, from: without.schedule)
      if (moved?.due ?? due) <= today { result.dueAfter += 1 }
    }
    return result
  }

  /// Carries it out, in one transaction.
  package func reschedule(_ rescheduling: Rescheduling, at now: Moment) throws {
    let actions = rescheduling.moves.map {
      (card: $0.card.id, action: LogEntry.Action.reschedule($0.due, interval: $0.interval))
    }
    _ = try store.record(actions, at: now, presets: presets)
  }
}
