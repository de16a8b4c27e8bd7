/// All nodes of a graph in groups, both in order.
package struct NodeGroups: Hashable, Sendable {
  /// Group by group.
  package private(set) var nodes: [Int32] = []
  /// Where each group begins.
  private var starts: [Int] = []

  package init() {}

  package var count: Int { starts.count }

  package subscript(group: Int) -> ArraySlice<Int32> {
    nodes[starts[group]..<(group + 1 < starts.count ? starts[group + 1] : nodes.count)]
  }

  /// The number of nodes in the largest group; 0 without any.
  package var largest: Int { (0..<count).lazy.map { self[$0].count }.max() ?? 0 }

  mutating func append(_ group: some Sequence<Int32>) {
    starts.append(nodes.count)
    nodes.append(contentsOf: group)
  }
}
