/// Finds what somebody probably meant to type.
package enum NearName {
  /// The name with the fewest changed letters, if that is at most a third of its letters (one for short names).
  package static func nearest(to name: String, among names: [String]) -> String? {
    let letters = Array(name.lowercased())
    let ranked = names.map { ($0, TextDistance.between(letters, Array($0.lowercased()))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, best.0.count / 3) ? best.0 : nil
  }
}
