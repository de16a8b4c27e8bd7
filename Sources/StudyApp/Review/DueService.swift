import StudyCore
import StudyStore

/// What is due, in numbers.
package struct DueReport: Hashable, Sendable {
  package struct Deck: Hashable, Sendable {
    package var name: DeckName
    package var counts: StudyQueue.Counts
  }

  /// What still comes today.
  package var now: StudyQueue.Counts
  /// The same by deck, those with nothing left out.
  package var decks: [Deck]
  package var days: [DueDay]
  /// Whether a quiz would ask something at once.
  package var hasNext: Bool
}

extension ReviewService {
  /// How many new cards this day has, learned and still to come: the general limit, or more where decks have limits of their own.
  package func newToday(_ report: DueReport, at now: Moment) throws -> Int {
    max(settings.newPerDay, report.now.new + (try progress(at: now).answered(.new)))
  }

  package func due(days: Int, _ filter: CardFilter, at now: Moment) throws -> DueReport {
    let queue = try queue(ReviewScope(filter: filter), at: now)
    let today = queue.today(at: now)
    let decks = try store.decks(of: (today.new + today.learning + today.due).map(\.id))
    var counts: [DeckName: StudyQueue.Counts] = [:]
    func count(_ cards: [QueuedCard], _ path: WritableKeyPath<StudyQueue.Counts, Int>) {
      for card in cards {
        guard let deck = decks[card.id] else { continue }
        counts[deck, default: .init(new: 0, learning: 0, due: 0)][keyPath: path] += 1
      }
    }
    count(today.new, \.new)
    count(today.learning, \.learning)
    count(today.due, \.due)
    return DueReport(
      now: queue.counts(at: now),
      decks: counts.map { .init(name: $0, counts: $1) }.sorted { $0.name < $1.name },
      days: try store.dueDays(at: now, days: days, rolloverHour: settings.rolloverHour, filter: filter),
      hasNext: queue.next(at: now) != nil)
  }
}
