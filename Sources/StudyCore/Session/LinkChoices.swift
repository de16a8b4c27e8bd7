/// What a card whose hidden link leads to a concept may be answered with: that concept, and others from its neighbourhood.
///
/// The same card has the same choices in the same order until it was answered once more.
package struct LinkChoices: Hashable, Sendable {
  /// Names of concepts, not what the sentence calls them: a small letter would tell the right one.
  package let names: [String]
  /// Which of them is right.
  package let right: Int

  package static let most = 4

  /// - Parameters:
  ///   - concept: the one that the hidden link leads to.
  ///   - taken: names that are no choice: those that the question shows.
  ///   - seed: decides what is chosen and in which order.
  /// - Returns: nil if nothing else can be chosen.
  package init?(_ concept: LinkNeighbourhood, besides taken: [String], seed: UInt64) {
    var excluded = Set((taken + concept.aliases).map { $0.lowercased() })
    // Nobody tells names apart that are nearly the same, and they may well mean the same thing.
    var near = [concept.name] + concept.aliases
    var others: [String] = []
    for ring in concept.rings {
      let shuffled = ring.map { (StableHash.of([String(seed), $0]), $0) }.sorted { $0 < $1 }
      for (_, name) in shuffled where others.count < LinkChoices.most - 1 {
        guard excluded.insert(name.lowercased()).inserted, NearNames(near).nearest(to: name).isEmpty else {
          continue
        }
        near.append(name)
        others.append(name)
      }
    }
    guard !others.isEmpty else { return nil }
    let names = (others + [concept.name]).map { (StableHash.of(["place", String(seed), $0]), $0) }
      .sorted { $0 < $1 }.map(\.1)
    guard let right = names.firstIndex(of: concept.name) else { return nil }
    (self.names, self.right) = (names, right)
  }

  /// What a choice suggests; the learner decides.
  package func suggestion(choosing choice: Int) -> Rating { choice == right ? .good : .again }

  /// `a` to `d`: what chooses each.
  package static func letter(of choice: Int) -> String { String(letters[choice]) }

  /// Nil for a text that is no letter of a choice, in either case and whatever blanks are around.
  package func choice(_ text: String) -> Int? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    return LinkChoices.letters[..<names.count].firstIndex { String($0) == word }
  }

  private static let letters: [Character] = ["a", "b", "c", "d"]
}

/// A concept among others.
package struct LinkNeighbourhood: Hashable, Sendable {
  package var name: String
  package var aliases: [String]
  /// Names of other concepts, the nearest ones first.
  package var rings: [[String]]

  package init(name: String, aliases: [String], rings: [[String]]) {
    self.name = name
    self.aliases = aliases
    self.rings = rings
  }
}
