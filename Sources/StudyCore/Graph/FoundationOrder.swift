/// An order to learn card blocks in: what a block leans on comes before it.
///
/// Otherwise the order given stays: a foundation comes just before the first block that needs it. Where blocks lean on each other in a circle, the
/// weaker half of what holds the circle together gives way, again and again, until it is none.
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
    var part = FoundationCircle(blocks: Array(blocks.indices), notes: blocks.map(\.note), leanings: [])
    for (index, block) in blocks.enumerated() {
      for leaning in block.leanings where leaning.strength >= leastStrength && leaning.note != block.note {
        part.leanings.append((index, leaning.note, leaning.strength))
      }
    }
    var order: [Int] = []
    order.reserveCapacity(blocks.count)
    part.append(to: &order)
    return order
  }
}

/// Blocks to be put in order, all of a graph or some that lean on each other in a circle.
private struct FoundationCircle {
  /// What the caller of the order calls them, in the order given.
  var blocks: [Int]
  /// The note of each.
  var notes: [Int]
  /// By places in ``blocks``.
  var leanings: [(block: Int, note: Int, strength: Double)]

  func append(to order: inout [Int]) {
    guard !leanings.isEmpty else {
      order += blocks
      return
    }
    let (groups, groupOfNote) = components()
    // Those within one group, as only they can hold a circle together.
    var places = [(group: Int, place: Int)](repeating: (-1, 0), count: blocks.count)
    for (group, members) in groups.enumerated() where members.count > 1 {
      for (place, block) in members.enumerated() { places[block] = (group, place) }
    }
    var inner: [Int: [(block: Int, note: Int, strength: Double)]] = [:]
    for leaning in leanings where places[leaning.block].group >= 0 {
      let (group, place) = places[leaning.block]
      if groupOfNote[leaning.note] == group {
        inner[group, default: []].append((place, leaning.note, leaning.strength))
      }
    }
    for (group, members) in groups.enumerated() {
      FoundationCircle(
        blocks: members.map { blocks[$0] }, notes: members.map { notes[$0] },
        leanings: FoundationCircle.strongerHalf(of: inner[group] ?? [])
      ).append(to: &order)
    }
  }

  /// Blocks that lean on each other together, and after what they lean on; each group in the order given.
  ///
  /// In the graph a block leads to the notes it leans on, and a note to its blocks.
  private func components() -> (groups: [[Int]], groupOfNote: [Int: Int]) {
    var nodes: [Int: Int] = [:]
    for note in notes + leanings.map(\.note) where nodes[note] == nil {
      nodes[note] = blocks.count + nodes.count
    }
    let edges =
      leanings.map { ($0.block, nodes[$0.note]!) } + notes.enumerated().map { (nodes[$1]!, $0) }
    let components = Adjacency(nodeCount: blocks.count + nodes.count, edges: edges).strongComponents
    var groups: [[Int]] = []
    var groupOfNode = [Int](repeating: -1, count: nodes.count)
    for component in 0..<components.count {
      let members = components[component].lazy.map(Int.init)
      let group = members.filter { $0 < blocks.count }.sorted()
      guard !group.isEmpty else { continue }
      for node in members where node >= blocks.count { groupOfNode[node - blocks.count] = groups.count }
      groups.append(group)
    }
    return (groups, nodes.mapValues { groupOfNode[$0 - blocks.count] })
  }

  /// At least one gives way. Those that are as strong stay or give way together.
  private static func strongerHalf(
    of leanings: [(block: Int, note: Int, strength: Double)]
  ) -> [(block: Int, note: Int, strength: Double)] {
    let strengths = leanings.map(\.strength).sorted()
    guard let least = strengths.first else { return [] }
    let limit = strengths[strengths.count / 2]
    return leanings.filter { limit > least ? $0.strength >= limit : $0.strength > limit }
  }
}
