extension Adjacency {
  /// A shortest way from one node to another, both included; nil if there is none. Of several the one that takes the earlier edge first.
  package func shortestPath(from start: Int, to end: Int) -> [Int]? {
    var previous = [Int32](repeating: -1, count: nodeCount)
    previous[start] = Int32(start)
    var met = [Int32(start)]
    var next = 0
    while next < met.count, previous[end] < 0 {
      for target in targets(of: Int(met[next])) where previous[Int(target)] < 0 {
        previous[Int(target)] = met[next]
        met.append(target)
      }
      next += 1
    }
    guard previous[end] >= 0 else { return nil }
    var path = [end]
    while let last = path.last, last != start { path.append(Int(previous[last])) }
    return path.reversed()
  }
}
