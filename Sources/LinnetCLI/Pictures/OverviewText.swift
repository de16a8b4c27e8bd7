import StudyCore

/// The shape of the whole graph on one page.
enum OverviewText {
  /// Of ranked concepts, of knots, and of the names of each.
  private static let most = (ranked: 10, knots: 5, names: 4)

  static func text(_ picture: GraphPicture) -> String {
    let graph = picture.graph
    let overview = GraphOverview(graph, limit: most.ranked)
    guard !graph.nodes.isEmpty else { return "There are no notes yet.\n" }
    let sections = [figures(overview), ranked(overview, graph), knots(overview, graph)]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func figures(_ overview: GraphOverview) -> [String] {
    let concepts = overview.notes + overview.unresolved
    let missing =
      overview.unresolved == 0
      ? "each with a note" : "\(Words.grouped(overview.unresolved)) of them without a note yet"
    let parts =
      overview.parts.count == 1
      ? "all of them joined by links"
      : "\(Words.count(overview.parts.count, "part")) that no link joins, the largest of "
        + "\(Words.count(overview.parts.largest, "concept")), "
        + "\(Words.count(overview.alone, "concept")) without any link"
    var figures = [
      ("concepts", "\(Words.grouped(concepts)), \(missing)"),
      (
        "links", "\(Words.grouped(overview.links)) between \(Words.count(overview.lines, "pair")) of concepts"
      ),
      ("parts", parts),
    ]
    if overview.depth > 0 {
      figures.append(
        (
          "depth",
          "\(Words.count(overview.depth, "link")) one after the other at most, a knot counted as one concept"
        ))
    }
    return TextTable.lines(figures.map { [$0, $1] }, [.leading, .leading])
  }

  private static func ranked(_ overview: GraphOverview, _ graph: LinkGraph) -> [String] {
    guard !overview.ranked.isEmpty else { return [] }
    let rows = overview.ranked.map { graph.nodes[$0] }.map { [Words.grouped($0.demand), NodeWords.line($0)] }
    return ["what most leads to (by PageRank, with links from other notes)"] + indented(rows)
  }

  private static func knots(_ overview: GraphOverview, _ graph: LinkGraph) -> [String] {
    guard !overview.knots.isEmpty else { return [] }
    let rows = overview.knots.prefix(most.knots).map { knot in
      let names = knot.prefix(most.names).map { PictureLabel.short(graph.nodes[$0].title) }
      let more = knot.count - names.count
      return [
        Words.grouped(knot.count), Words.list(names + (more > 0 ? ["\(Words.grouped(more)) more"] : [])),
      ]
    }
    let more = overview.knots.count - rows.count
    return ["knots: concepts that all lead to each other (\(Words.grouped(overview.knots.count)))"]
      + indented(rows)
      + (more > 0 ? ["  … and \(Words.grouped(more)) more, none of them larger"] : [])
  }

  /// Counts and what they count.
  private static func indented(_ rows: [[String]]) -> [String] {
    TextTable.lines(rows, [.trailing, .leading]).map { "  " + $0 }
  }
}
