import StudyCore
import StudyStore

/// Finds the notes whose title or alias is near a name.
package struct NoteTitles: Sendable {
  private let near: NearNames
  private let titles: [String: [String]]

  /// Knows all titles and aliases.
  package init(in store: StudyStore) throws(StudyStoreError) {
    self.init(try store.noteNames())
  }

  /// Knows those that are near some targets. To find the few in a large collection takes far less time than to learn all.
  package init(near targets: [String], in store: StudyStore) throws(StudyStoreError) {
    let names = targets.map { String(LinkIndex.lastPart(of: $0)) }
    self.init(names.isEmpty ? [] : try store.noteNames(passing: NameSieve(names)))
  }

  private init(_ names: [NoteName]) {
    titles = Dictionary(grouping: names, by: \.name).mapValues { $0.map(\.title) }
    near = NearNames(titles.keys.sorted())
  }

  /// Titles of the nearest notes, best first; at most three.
  ///
  /// - Parameter target: a link's target; of a path the last part counts.
  package func nearest(to target: String) -> [String] {
    var found: [String] = []
    for name in near.nearest(to: String(LinkIndex.lastPart(of: target)), limit: 6) {
      for title in titles[name] ?? [] where !found.contains(title) { found.append(title) }
    }
    return Array(found.prefix(3))
  }
}

extension GraphService {
  /// Names, for each link that leads nowhere, the notes that may be meant.
  ///
  /// - Throws: `StudyStoreError`
  package func withNearNames(_ overview: LinkOverview) throws -> LinkOverview {
    let unresolved = overview.items.indices.filter { overview.items[$0].isUnresolved }
    guard !unresolved.isEmpty else { return overview }
    let titles = try NoteTitles(near: unresolved.map { overview.items[$0].name }, in: store)
    var result = overview
    for index in unresolved {
      result.items[index].end = .unresolved(near: titles.nearest(to: result.items[index].name))
    }
    return result
  }
}

extension LinkOverview.Item {
  fileprivate var isUnresolved: Bool {
    if case .unresolved = end { true } else { false }
  }
}
