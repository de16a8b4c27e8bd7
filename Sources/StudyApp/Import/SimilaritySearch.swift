import NoteParsing
import StudyCore

/// Finds the pairs of two lists that are alike enough, without looking at all pairs: after a change of one word
/// in every card of a large collection, all of its cards are in both lists.
///
/// Two sets that are alike to some degree share at least one of the rarest elements of each, so only those are
/// looked up (prefix filtering; Chaudhuri, Ganti, Kaushik 2006).
struct SimilaritySearch {
  /// A front that more cards than this share tells one from another in the same note only.
  static let commonFront = 8

  private let right: [Shape]
  private let frequency: [UInt64: Int]
  private let frontCounts: [String: Int]
  private let anywhere: [UInt64: [Int]]
  private let inNote: [NoteGram: [Int]]
  private let byFront: [String: [Int]]
  private let byFrontInNote: [NoteFront: [Int]]

  private struct NoteGram: Hashable {
    var note: String
    var gram: UInt64
  }

  private struct NoteFront: Hashable {
    var note: String
    var front: String
  }

  init(in items: [SimilarityPairing.Item]) {
    right = items.map(Shape.init)
    var frequency: [UInt64: Int] = [:]
    for shape in right { for gram in shape.grams { frequency[gram, default: 0] += 1 } }
    self.frequency = frequency

    var anywhere: [UInt64: [Int]] = [:]
    var inNote: [NoteGram: [Int]] = [:]
    var byFront: [String: [Int]] = [:]
    var byFrontInNote: [NoteFront: [Int]] = [:]
    for (index, shape) in right.enumerated() {
      let grams = shape.rarestFirst(frequency)
      for gram in grams.prefix(Shape.decisive(of: grams.count, for: SimilarityPairing.leastScoreElsewhere)) {
        anywhere[gram, default: []].append(index)
      }
      for gram in grams.prefix(Shape.decisive(of: grams.count, for: SimilarityPairing.leastScoreInNote)) {
        inNote[NoteGram(note: shape.note, gram: gram), default: []].append(index)
      }
      guard !shape.front.isEmpty else { continue }
      byFront[shape.front, default: []].append(index)
      byFrontInNote[NoteFront(note: shape.note, front: shape.front), default: []].append(index)
    }
    (self.anywhere, self.inNote, self.byFrontInNote) = (anywhere, inNote, byFrontInNote)
    frontCounts = byFront.mapValues(\.count)
    self.byFront = byFront.filter { $0.value.count <= SimilaritySearch.commonFront }
  }

  func pairs(with items: [SimilarityPairing.Item]) -> [SimilarityPairing.Pair] {
    items.enumerated().flatMap { left, item in
      let shape = Shape(item)
      return others(near: shape).sorted().compactMap { other -> SimilarityPairing.Pair? in
        let isSameNote = right[other].note == shape.note
        let score = score(shape, right[other], isSameNote: isSameNote)
        let least = isSameNote ? SimilarityPairing.leastScoreInNote : SimilarityPairing.leastScoreElsewhere
        guard score >= least else { return nil }
        return SimilarityPairing.Pair(left: left, right: other, score: score, isSameNote: isSameNote)
      }
    }
  }

  private func others(near shape: Shape) -> Set<Int> {
    let grams = shape.rarestFirst(frequency)
    var found = Set(byFront[shape.front] ?? [])
    found.formUnion(byFrontInNote[NoteFront(note: shape.note, front: shape.front)] ?? [])
    for gram in grams.prefix(Shape.decisive(of: grams.count, for: SimilarityPairing.leastScoreElsewhere)) {
      found.formUnion(anywhere[gram] ?? [])
    }
    for gram in grams.prefix(Shape.decisive(of: grams.count, for: SimilarityPairing.leastScoreInNote)) {
      found.formUnion(inNote[NoteGram(note: shape.note, gram: gram)] ?? [])
    }
    return found
  }

  /// 1 if the first fields are equal, else Dice's coefficient.
  private func score(_ left: Shape, _ right: Shape, isSameNote: Bool) -> Double {
    let isTelling = isSameNote || frontCounts[left.front, default: 0] <= SimilaritySearch.commonFront
    if !left.front.isEmpty, left.front == right.front, isTelling { return 1 }
    let shared = left.grams.intersection(right.grams).count
    return 2 * Double(shared) / Double(left.grams.count + right.grams.count)
  }
}

/// A block as far as likeness is concerned.
private struct Shape {
  let note: String
  /// The words of the first field.
  let front: String
  /// Hashes of every three words in a row over all fields; a text of one or two words is one of its own.
  let grams: Set<UInt64>

  init(_ item: SimilarityPairing.Item) {
    let words = item.fields.map { field in
      TextKey.composed(field).split { $0.isWhitespace }.map { $0.lowercased() }
    }
    note = item.note
    front = words.first?.joined(separator: " ") ?? ""
    let all = words.flatMap { $0 }
    grams =
      all.count > 2
      ? Set((2..<all.count).map { StableHash.of(Array(all[$0 - 2...$0])) }) : [StableHash.of(all)]
  }

  /// The same order for all shapes.
  func rarestFirst(_ frequency: [UInt64: Int]) -> [UInt64] {
    grams.map { (frequency[$0, default: 0], $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// How many of a set's rarest elements any set that is alike to this degree shares one of.
  static func decisive(of count: Int, for score: Double) -> Int {
    // Dice's coefficient s is Jaccard's s / (2 - s), and so much of either set is shared at least.
    let shared = score / (2 - score) * Double(count)
    return count - Int((shared - 1e-9).rounded(.up)) + 1
  }
}
