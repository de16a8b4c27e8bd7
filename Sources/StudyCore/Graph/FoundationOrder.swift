/// An order to learn card blocks in: what a note leans on comes before it, and the blocks of a note stay together.
///
/// Otherwise the order given stays: a foundation comes just before the first note that needs it. Where notes lean on each other in a circle, the
/// weaker half of what holds the circle together gives way, again and again, until it is none. (Block by block,
/// simulated learners did worse where links carry learning: `Benchmarks/graph-order.md`.)
package enum FoundationOrder {
  /// One card block. Notes are any numbers from 0 that tell them apart.
  package struct Block: Hashable, Sendable {
    /// The note it stands in.
    package var note: Int
    package var leanings: [Leaning]

    package init(note: Int, leanings: [Leaning]) {
      self.note = note
      self.leanings = leanings
    }
  }

  /// That a block leans on the blocks of a note.
  package struct Leaning: Hashable, Sendable {
    package var note: Int
    /// 0–1; see ``LinkStrength``.
    package var strength: Double

    package init(note: Int, strength: Double) {
      self.note = note
      self.strength = strength
    }
  }

  /// What is weaker is a link of an index, or to what everything links to, and orders nothing.
  package static let leastStrength = 0.02

  /// The indexes of all blocks in their order.
  ///
  /// - Parameter blocks: in the order they would have otherwise.
  package static func order(_ blocks: [Block]) -> [Int] {
    // Notes by their first blocks.
    var places: [Int: Int] = [:]
    var members: [[Int]] = []
    for (index, block) in blocks.enumerated() {
      if let place = places[block.note] {
        members[place].append(index)
      } else {
        places[block.note] = members.count
        members.append([index])
      }
    }
    var leanings: [FoundationCircle.Leaning] = []
    for block in blocks {
      for leaning in block.leanings where leaning.strength >= leastStrength && leaning.note != block.note {
        guard let source = places[block.note], let target = places[leaning.note] else { continue }
        leanings.append(.init(source: source, target: target, strength: leaning.strength))
      }
    }
    var order: [Int] = []
    order.reserveCapacity(members.count)
    FoundationCircle(notes: Array(members.indices), leanings: leanings).append(to: &order)
    return order.flatMap { members[$0] }
  }
}

/// Notes to be put in order: all of them, or some that lean on each other in a circle.
private struct FoundationCircle {
  /// That one note leans on another, by their places among the notes.
  struct Leaning {
    var source: Int
    var target: Int
    var strength: Double
  }

  /// What the caller calls them, in the order given.
  let notes: [Int]
  let leanings: [Leaning]

  func append(to order: inout [Int]) {
    guard !leanings.isEmpty else {
      order += notes
      return
    }
    let graph = Adjacency(nodeCount: notes.count, edges: leanings.map { ($0.source, $0.target) })
    let groups = graph.strongComponents
    // In a circle the notes have the order given, and only what leads from one to another of them holds it together.
    var places = [(group: Int, place: Int)](repeating: (0, 0), count: notes.count)
    let members = (0..<groups.count).map { group in
      let members = groups[group].map(Int.init).sorted()
      for (place, note) in members.enumerated() { places[note] = (group, place) }
      return members
    }
    var inner: [Int: [Leaning]] = [:]
    for leaning in leanings where places[leaning.source].group == places[leaning.target].group {
      let (source, target) = (places[leaning.source], places[leaning.target])
      inner[source.group, default: []].append(
        Leaning(source: source.place, target: target.place, strength: leaning.strength))
    }
    for (group, members) in members.enumerated() {
      FoundationCircle(
        notes: members.map { notes[$0] }, leanings: FoundationCircle.strongerHalf(of: inner[group] ?? [])
      ).append(to: &order)
    }
  }

  /// At least one gives way. Those that are as strong stay or give way together.
  private static func strongerHalf(of leanings: [Leaning]) -> [Leaning] {
    let strengths = leanings.map(\.strength).sorted()
    guard let least = strengths.first else { return [] }
    let limit = strengths[strengths.count / 2]
    return leanings.filter { limit > least ? $0.strength >= limit : $0.strength > limit }
  }
}
