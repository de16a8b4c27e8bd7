import StudyCore
import StudyStore

/// The link graph with what is known of the learner's memory.
package struct GraphService: Sendable {
  let store: StudyStore
  let presets: Presets

  package init(store: StudyStore, presets: Presets) {
    self.store = store
    self.presets = presets
  }

  /// The whole graph; each note with reviewed cards has their mean predicted recall.
  ///
  /// - Throws: `StudyStoreError`
  package func graph(at now: Moment) throws -> LinkGraph {
    var graph = try store.linkGraph()
    let cards = try store.reviewedCards()
    for index in graph.nodes.indices {
      let cards = cards[graph.nodes[index].concept] ?? []
      graph.nodes[index].retrievability = meanRecall(of: cards, at: now)
    }
    return graph
  }

  /// Mean predicted recall (0–1) of those cards that were reviewed; nil if none was.
  func meanRecall(of cards: [QueuedCard], at now: Moment) -> Double? {
    let recalls = cards.compactMap {
      presets.scheduler(of: $0.deck).retrievability(of: $0.schedule, at: now.timestamp)
    }
    return recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count)
  }
}
