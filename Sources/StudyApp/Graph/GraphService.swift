import StudyCore
import StudyStore

/// The link graph with what is known of the learner's memory.
package struct GraphService: Sendable {
  let store: StudyStore
  let scheduler: Scheduler

  package init(store: StudyStore, scheduler: Scheduler) {
    self.store = store
    self.scheduler = scheduler
  }

  /// The whole graph; each note with reviewed cards has their mean predicted recall.
  ///
  /// - Throws: `StudyStoreError`
  package func graph(at now: Moment) throws -> LinkGraph {
    var graph = try store.linkGraph()
    var schedules: [Int64: [CardSchedule]] = [:]
    for (concept, schedule) in try store.reviewedSchedules() {
      schedules[concept, default: []].append(schedule)
    }
    for index in graph.nodes.indices {
      let cards = schedules[graph.nodes[index].concept] ?? []
      graph.nodes[index].retrievability = meanRecall(of: cards, at: now)
    }
    return graph
  }

  /// Mean predicted recall (0–1) of those cards that were reviewed; nil if none was.
  func meanRecall(of cards: [CardSchedule], at now: Moment) -> Double? {
    let recalls = cards.compactMap { scheduler.retrievability(of: $0, at: now.timestamp) }
    return recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count)
  }
}
