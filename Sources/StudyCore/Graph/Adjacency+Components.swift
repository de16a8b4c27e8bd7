extension Adjacency {
  /// The connected parts, whichever way the edges point: in order of their first nodes.
  package var components: NodeGroups {
    let neighbours = undirected
    var groups = NodeGroups()
    var isMet = [Bool](repeating: false, count: nodeCount)
    for start in 0..<nodeCount where !isMet[start] {
      isMet[start] = true
      var group = [Int32(start)]
      var next = 0
      while next < group.count {
        for node in neighbours.targets(of: Int(group[next])) where !isMet[Int(node)] {
          isMet[Int(node)] = true
          group.append(node)
        }
        next += 1
      }
      groups.append(group)
    }
    return groups
  }

  /// The strongly connected components: nodes each of which leads to all others of its component. A component comes after all that it leads to,
  /// and otherwise they come in the order of the nodes and of the edges of each.
  ///
  /// Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972; here without recursion, as chains may be long.
  package var strongComponents: NodeGroups {
    var search = StrongComponentSearch(self)
    for node in 0..<nodeCount { search.visit(node) }
    return search.groups
  }

  /// For each node the number of edges in the longest way from it, where nodes that lead to each other count as one.
  package var depths: [Int] {
    var depths = [Int](repeating: 0, count: nodeCount)
    let groups = strongComponents
    var groupOf = [Int](repeating: 0, count: nodeCount)
    for group in 0..<groups.count {
      for node in groups[group] { groupOf[Int(node)] = group }
      let below = groups[group].lazy.flatMap { self.targets(of: Int($0)) }
        .filter { groupOf[Int($0)] != group }.map { depths[Int($0)] + 1 }
      let depth = below.max() ?? 0
      for node in groups[group] { depths[Int(node)] = depth }
    }
    return depths
  }
}

private struct StrongComponentSearch {
  private(set) var groups = NodeGroups()
  private let graph: Adjacency
  /// When each node was met, from 1; 0 before.
  private var met: [Int32]
  /// The earliest node met that each leads to without leaving what is open.
  private var earliest: [Int32]
  private var isOpen: [Bool]
  private var open: [Int32] = []
  private var time: Int32 = 0

  init(_ graph: Adjacency) {
    self.graph = graph
    met = Array(repeating: 0, count: graph.nodeCount)
    earliest = met
    isOpen = Array(repeating: false, count: graph.nodeCount)
  }

  mutating func visit(_ start: Int) {
    guard met[start] == 0 else { return }
    var way: [(node: Int, targets: ArraySlice<Int32>)] = [(start, enter(start))]
    while let last = way.indices.last {
      let node = way[last].node
      if let target = way[last].targets.popFirst().map(Int.init) {
        if met[target] == 0 {
          way.append((target, enter(target)))
        } else if isOpen[target] {
          earliest[node] = min(earliest[node], met[target])
        }
        continue
      }
      way.removeLast()
      if let above = way.last?.node { earliest[above] = min(earliest[above], earliest[node]) }
      if earliest[node] == met[node] { close(node) }
    }
  }

  private mutating func enter(_ node: Int) -> ArraySlice<Int32> {
    time += 1
    met[node] = time
    earliest[node] = time
    isOpen[node] = true
    open.append(Int32(node))
    return graph.targets(of: node)
  }

  /// Everything opened since the node is one component with it.
  private mutating func close(_ node: Int) {
    let start = open.lastIndex(of: Int32(node))!
    for member in open[start...] { isOpen[Int(member)] = false }
    groups.append(open[start...])
    open.removeSubrange(start...)
  }
}
