import StudyCore
import StudyStore

/// Finds the notes whose title or alias is near a name.
package struct NoteTitles: Sendable {
  private let near: NearNames
  private let titles: [String: [String]]

  /// Reads all titles and aliases.
  package init(in store: StudyStore) throws(StudyStoreError) {
    let names = try store.noteNames()
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
  /// - Parameter titles: read, if there is such a link and they were not read before; to be kept as long as no note
  ///   changes, because reading those of ten thousand notes is noticed by who waits.
  /// - Throws: `StudyStoreError`
  package func withNearNames(
    _ overview: LinkOverview, from titles: inout NoteTitles?
  ) throws -> LinkOverview {
    let unresolved = overview.items.indices.filter { overview.items[$0].isUnresolved }
    guard !unresolved.isEmpty else { return overview }
    let known = try titles ?? NoteTitles(in: store)
    titles = known
    var result = overview
    for index in unresolved {
      result.items[index].end = .unresolved(near: known.nearest(to: result.items[index].name))
    }
    return result
  }
}

extension LinkOverview.Item {
  fileprivate var isUnresolved: Bool {
    if case .unresolved = end { true } else { false }
  }
}
