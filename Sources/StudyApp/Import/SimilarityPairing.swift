import NoteParsing
import StudyCore

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
  }

  static let leastScoreInNote = 0.5
  static let leastScoreElsewhere = 0.75
  /// A runner-up this close makes the choice unclear, and then none is made.
  static let clearMargin = 0.1

  /// Each item of either side occurs once at most.
  private(set) var pairs: [Pair] = []
  /// Items of the left side that two of the right side fit about equally well, or the other way round.
  private(set) var unclear: [Int] = []

  init(left: [Item], right: [Item]) {
    var candidates = SimilarityPairing.candidates(left.map(Shape.init), right.map(Shape.init))
    candidates.sort { SimilarityPairing.rank($0) < SimilarityPairing.rank($1) }
    choose(from: candidates)
  }

  /// Falling score; at equal scores the same note first, then the order of appearance.
  private static func rank(_ pair: Pair) -> (Double, Int, Int, Int) {
    (-pair.score, pair.isSameNote ? 0 : 1, pair.left, pair.right)
  }

  private mutating func choose(from candidates: [Pair]) {
    let byLeft = Dictionary(grouping: candidates, by: \.left)
    let byRight = Dictionary(grouping: candidates, by: \.right)
    var settledLeft = Set<Int>()
    var settledRight = Set<Int>()
    for pair in candidates where !settledLeft.contains(pair.left) && !settledRight.contains(pair.right) {
      let rivals = (byLeft[pair.left] ?? []) + (byRight[pair.right] ?? [])
      let isUnclear = rivals.contains { rival in
        rival != pair && rival.isSameNote == pair.isSameNote
          && rival.score > pair.score - SimilarityPairing.clearMargin
          && !(rival.left != pair.left && settledLeft.contains(rival.left))
          && !(rival.right != pair.right && settledRight.contains(rival.right))
      }
      settledLeft.insert(pair.left)
      if isUnclear {
        unclear.append(pair.left)
      } else {
        settledRight.insert(pair.right)
        pairs.append(pair)
      }
    }
  }

  // MARK: Scores

  private struct Shape {
    let note: String
    let firstField: String
    let trigrams: Set<UInt64>

    init(_ item: Item) {
      let words = item.fields.map { field in
        TextKey.composed(field).split { $0.isWhitespace }.map { $0.lowercased() }
      }
      note = item.note
      firstField = words.first?.joined(separator: " ") ?? ""
      trigrams = Shape.trigrams(words.flatMap { $0 })
    }

    /// A text of one or two words is one gram.
    private static func trigrams(_ words: [String]) -> Set<UInt64> {
      guard words.count > 2 else { return [StableHash.of(words)] }
      return Set((2..<words.count).map { StableHash.of(Array(words[$0 - 2...$0])) })
    }
  }

  /// All pairs that are alike enough. Only items that share a first field or a trigram are looked at.
  private static func candidates(_ left: [Shape], _ right: [Shape]) -> [Pair] {
    var byTrigram: [UInt64: [Int]] = [:]
    var byFirstField: [String: [Int]] = [:]
    for (index, shape) in right.enumerated() {
      for trigram in shape.trigrams { byTrigram[trigram, default: []].append(index) }
      if !shape.firstField.isEmpty { byFirstField[shape.firstField, default: []].append(index) }
    }
    return left.enumerated().flatMap { index, shape in
      var shared: [Int: Int] = [:]
      for trigram in shape.trigrams {
        for other in byTrigram[trigram] ?? [] { shared[other, default: 0] += 1 }
      }
      var scores = shared.map { other, count in
        let total = shape.trigrams.count + right[other].trigrams.count
        return (other, 2 * Double(count) / Double(total))
      }
      scores += (byFirstField[shape.firstField] ?? []).map { ($0, 1) }
      return Dictionary(scores, uniquingKeysWith: max).compactMap { other, score -> Pair? in
        let isSameNote = right[other].note == shape.note
        guard score >= (isSameNote ? leastScoreInNote : leastScoreElsewhere) else { return nil }
        return Pair(left: index, right: other, score: score, isSameNote: isSameNote)
      }
    }
  }
}
