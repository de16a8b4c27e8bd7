import StudyCore
import StudyStore

/// Links that lead to no note although one has nearly the name: mostly a slip of the keyboard. A link to a note that is still to be
/// written is nothing to find.
package enum NearLinks {
  /// - Throws: `StudyStoreError`
  package static func findings(in store: StudyStore) throws(StudyStoreError) -> [LocatedFinding] {
    let links = try store.unresolvedLinks()
    guard !links.isEmpty else { return [] }
    let titles = try NoteTitles(in: store)
    return links.compactMap { link in
      let name = String(LinkIndex.lastPart(of: link.target))
      guard let title = titles.nearest(to: name).first(where: { isSlip(name, of: $0) }) else { return nil }
      let others = link.count > 1 ? "; \(link.count) links have this name" : ""
      return LocatedFinding(
        folder: link.folder, path: link.path,
        finding: Finding(
          severity: .note, code: .nearLink,
          message: "no note is named \"\(name)\"; \"\(title)\" is nearly the same\(others)",
          fix: "write [[\(title)]] if that note is meant", place: link.place))
    }
  }

  /// At most two letters changed in a name of some length, and no number: "Lecture 3" is not a slip of "Lecture 4".
  static func isSlip(_ name: String, of title: String) -> Bool {
    let (left, right) = (Array(name.lowercased()), Array(title.lowercased()))
    guard left != right, min(left.count, right.count) >= 5, abs(left.count - right.count) <= 2,
      left.filter(\.isNumber) == right.filter(\.isNumber)
    else { return false }
    return TextDistance.between(left, right) <= (min(left.count, right.count) >= 10 ? 2 : 1)
  }
}
