/// Pairs blocks read now with blocks there were by how alike they are (`design.md` §5.2).
struct SimilarityPairing {
  struct Item {
    /// Path of the note the block stands in.
    var note: String
    var fields: [String]
  }

  struct Pair: Hashable {
    var left: Int
    var right: Int
    /// 1 if the first fields are equal, else Dice's coefficient of the word trigrams over all fields (0–1).
    var score: Double
    var isSameNote: Bool

    fileprivate var strength: Double { isSameNote ? score + clearMargin : score }

    /// True also if it is stronger.
    fileprivate func isAbout(asStrongAs other: Pair) -> Bool {
      // Sums of tenths are not exact.
      strength > other.strength - clearMargin + 1e-9
    }
  }

  static let leastScoreInNote = 0.5
  static let leastScoreElsewhere = 0.75
  /// A runner-up this close makes the choice unclear, and then none is made. Standing in the same note counts
  /// for as much.
  static let clearMargin = 0.1

  /// Each item of either side occurs once at most.
  private(set) var pairs: [Pair] = []
  /// Items of the left side that two of the right side fit about equally well, or the other way round.
  private(set) var unclear: [Int] = []

  init(left: [Item], right: [Item]) {
    var candidates = SimilaritySearch(in: right).pairs(with: left)
    candidates.sort { SimilarityPairing.rank($0) < SimilarityPairing.rank($1) }
    choose(from: candidates)
  }

  /// Best first; at equal strength in the order of appearance.
  private static func rank(_ pair: Pair) -> (Double, Int, Int) { (-pair.strength, pair.left, pair.right) }

  private mutating func choose(from candidates: [Pair]) {
    let byLeft = Dictionary(grouping: candidates, by: \.left)
    let byRight = Dictionary(grouping: candidates, by: \.right)
    var pairedLeft = Set<Int>()
    var pairedRight = Set<Int>()
    var unclearLeft = Set<Int>()
    for pair in candidates {
      let isOpen =
        !pairedLeft.contains(pair.left) && !pairedRight.contains(pair.right)
        && !unclearLeft.contains(pair.left)
      guard isOpen else { continue }
      // What is paired is no rival any more; what was unclear still is.
      let rivals =
        (byLeft[pair.left] ?? []).filter { !pairedRight.contains($0.right) }
        + (byRight[pair.right] ?? []).filter { !pairedLeft.contains($0.left) }
      if rivals.contains(where: { $0 != pair && $0.isAbout(asStrongAs: pair) }) {
        unclearLeft.insert(pair.left)
        unclear.append(pair.left)
      } else {
        pairedLeft.insert(pair.left)
        pairedRight.insert(pair.right)
        pairs.append(pair)
      }
    }
  }
}
