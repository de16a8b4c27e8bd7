import Foundation

/// Has igraph, where Python has it, do the same with the same links.
func runReference(on links: MadeLinks) {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("linnet-graph-benchmark")
  defer { try? FileManager.default.removeItem(at: file) }
  let numbers = links.edges.flatMap { [Int32($0.source), Int32($0.target)] }
  let script = """
    import sys, time
    try:
        import igraph, array
    except ImportError:
        sys.exit(print('no igraph to compare with: pip install igraph'))
    ends = array.array('i'); ends.frombytes(open(sys.argv[1], 'rb').read())
    graph = igraph.Graph(n=int(sys.argv[2]), edges=list(zip(ends[::2], ends[1::2])), directed=True).simplify(loops=False)
    for name, work in [('page ranks', lambda: max(enumerate(graph.pagerank()), key=lambda rank: rank[1])[0]),
                       ('components', lambda: len(graph.connected_components('weak'))),
                       ('strong components', lambda: len(graph.connected_components('strong')))]:
        start = time.perf_counter(); result = work()
        print('igraph, %s: %.3f s; %d' % (name, time.perf_counter() - start, result))
    """
  do {
    try numbers.withUnsafeBytes { try Data($0).write(to: file) }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script, file.path, String(links.noteCount)]
    try python.run()
    python.waitUntilExit()
  } catch {
    print("no Python to compare with: \(error.localizedDescription)")
  }
}
