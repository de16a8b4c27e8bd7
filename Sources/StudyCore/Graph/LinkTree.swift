/// What is around a concept, as a tree: each concept once, below the nearest one that is linked with it.
package struct LinkTree: Hashable, Sendable {
  /// Which way links go between a concept and the one it stands below.
  package enum Direction: Hashable, Sendable { case to, from, both }

  package struct Branch: Hashable, Sendable {
    package let node: Int
    package let direction: Direction
    package fileprivate(set) var branches: [Branch] = []
  }

  /// What the concept itself is linked with, the most wanted first, as everywhere below.
  package let branches: [Branch]

  /// - Parameters:
  ///   - center: the concept that the tree is about.
  ///   - depth: how many links away from it, 1 or more.
  package init(_ graph: LinkGraph, around center: Int, depth: Int) {
    let out = graph.adjacency
    let back = out.reversed
    var isMet = [Bool](repeating: false, count: graph.nodes.count)
    isMet[center] = true
    var levels: [[(node: Int, parent: Int, direction: Direction)]] = []
    var front = [center]
    while levels.count < depth, !front.isEmpty {
      var level: [(node: Int, parent: Int, direction: Direction)] = []
      for parent in front {
        let targets = Set(out.targets(of: parent).map(Int.init))
        let sources = Set(back.targets(of: parent).map(Int.init))
        let new = targets.union(sources).filter { !isMet[$0] }.sorted { graph.isMoreWanted($0, than: $1) }
        for node in new {
          isMet[node] = true
          let direction: Direction = !sources.contains(node) ? .to : targets.contains(node) ? .both : .from
          level.append((node, parent, direction))
        }
      }
      levels.append(level)
      front = level.map(\.node)
    }
    var branches: [Int: [Branch]] = [:]
    for level in levels.reversed() {
      var above: [Int: [Branch]] = [:]
      for (node, parent, direction) in level {
        above[parent, default: []].append(
          Branch(node: node, direction: direction, branches: branches[node] ?? []))
      }
      branches = above
    }
    self.branches = branches[center] ?? []
  }
}

extension LinkGraph {
  /// What more links lead to comes first, then what has the lower index.
  func isMoreWanted(_ left: Int, than right: Int) -> Bool {
    (nodes[right].demand, left) < (nodes[left].demand, right)
  }
}
