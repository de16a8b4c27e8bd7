// What the whole of a large link graph costs: ranks, components, depths, the order of its notes, and near names. Beside it, where Python has
// igraph, what that library (in C) takes for the same graph.
//
//   LINNET_BENCHMARKS=1 swift run -c release GraphBenchmark

import Foundation
import StudyCore

let noteCount = 100_000
let linkCount = 1_500_000
let nameCount = 50_000

/// The least of a few runs, in seconds.
func report(_ name: String, atMost limit: Double, _ work: () -> Int) {
  let clock = ContinuousClock()
  var result = 0
  let seconds = (0..<3).map { _ in clock.measure { result = work() } / .seconds(1) }.min() ?? .infinity
  print("\(name): \(String(format: "%.3f", seconds)) s, at most \(limit); \(result)")
}

let links = MadeLinks(notes: noteCount, links: linkCount, seed: 7)
let graph = Adjacency(nodeCount: noteCount, edges: links.edges)
let blocks = links.blocks

report("building the graph", atMost: 1) { Adjacency(nodeCount: noteCount, edges: links.edges).edgeCount }
report("page ranks", atMost: 1) {
  let ranks = graph.pageRanks()
  return ranks.indices.max { ranks[$0] < ranks[$1] } ?? 0
}
report("components", atMost: 1) { graph.components.count }
report("strong components", atMost: 1) { graph.strongComponents.count }
report("depths", atMost: 1) { graph.depths.max() ?? 0 }
report("a shortest path", atMost: 1) {
  graph.shortestPath(from: noteCount - 1, to: noteCount / 2)?.count ?? 0
}
report("the order of \(blocks.count) blocks", atMost: 1) { FoundationOrder.order(blocks).first ?? 0 }

let names = MadeNames(count: nameCount, seed: 7)
report("ten names near \(nameCount)", atMost: 0.3) {
  let sieve = NameSieve(names.misspelt)
  let passed = names.all.filter { name in
    var lowercased = name.lowercased()
    return lowercased.withUTF8 { sieve.passes($0) }
  }
  let near = NearNames(passed)
  return names.misspelt.count { !near.nearest(to: $0).isEmpty }
}

print("memory: \(peakMegabytes()) MB, at most 300")

runReference(on: links)
