import StudyCore
import StudyStore

/// The link graph with what is known of the learner's memory.
package struct GraphService: Sendable {
  private let store: StudyStore
  private let scheduler: Scheduler

  package init(store: StudyStore, scheduler: Scheduler) {
    self.store = store
    self.scheduler = scheduler
  }

  /// The whole graph; each note with reviewed cards has their mean predicted recall.
  ///
  /// - Throws: `StudyStoreError`
  package func graph(at now: Moment) throws -> LinkGraph {
    var graph = try store.linkGraph()
    var recalls: [Int64: [Double]] = [:]
    for (concept, schedule) in try store.reviewedSchedules() {
      guard let recall = scheduler.retrievability(of: schedule, at: now.timestamp) else { continue }
      recalls[concept, default: []].append(recall)
    }
    for index in graph.nodes.indices {
      guard let recall = recalls[graph.nodes[index].concept] else { continue }
      graph.nodes[index].retrievability = recall.reduce(0, +) / Double(recall.count)
    }
    return graph
  }
}
