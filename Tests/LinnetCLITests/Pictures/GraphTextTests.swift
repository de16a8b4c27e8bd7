import Foundation
import StudyApp
import StudyCore
import TestSupport
import Testing

@testable import LinnetCLI

/// What other programs read in pictures, with names that try to be more than names.
struct GraphTextTests {
  private let picture = HostileNames.picture
  private var graph: LinkGraph { picture.graph }
  private let names = HostileNames.all

  @Test(.enabled(if: PictureReader.hasGraphviz, "dot of Graphviz is not installed"))
  func `Graphviz draws each concept with its name and each pair with a line`() throws {
    let result = try PictureReader.read(GraphvizText.text(picture), by: #"dot -Tjson "$1""#)
    try #require(result.isDone, "\(result.output)")
    let drawn = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let nodes = try #require(drawn["objects"] as? [[String: Any]])
    #expect(nodes.count == names.count)
    #expect((drawn["edges"] as? [Any])?.count == graph.lines.count)
    for (node, name) in zip(nodes, names) {
      let label = (node["label"] as? String)?.replacing("&amp;", with: "&").replacing(#"\\"#, with: #"\"#)
      #expect(label == PictureLabel.short(name))
    }
    #expect(nodes[2]["style"] as? String == "rounded,dashed")
    #expect(nodes[21]["fillcolor"] as? String == RecallBand.fair.colour)
  }

  @Test(.enabled(if: PictureReader.hasNetworkx, "python3 with the package networkx is not installed"))
  func `networkx reads whole names, facts and every kind of link in GraphML`() throws {
    let program = """
      import json, sys, networkx
      graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
      print(json.dumps({"nodes": [dict(data) for _, data in graph.nodes(data=True)],
        "edges": [[a, b, data["count"], data["kind"]] for a, b, data in graph.edges(data=True)]}))
      """
    let result = try PictureReader.read(
      GraphMLText.text(picture), by: #"python3 -c "$2" "$1""#, program)
    try #require(result.isDone, "\(result.output)")
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let nodes = try #require(read["nodes"] as? [[String: Any]])
    #expect((read["edges"] as? [Any])?.count == graph.edges.count)
    #expect(nodes.count == names.count)
    for (data, node) in zip(nodes, graph.nodes) {
      #expect(data["label"] as? String == GraphTextTests.allowed(node.title))
      #expect(data["path"] as? String == node.path.map(GraphTextTests.allowed))
      #expect(data["resolved"] as? Bool == (node.path != nil))
      #expect(data["cards"] as? Int == node.cards)
      #expect(data["demand"] as? Int == node.demand)
      #expect(data["retrievability"] as? Double == node.retrievability)
    }
  }

  /// XML has no way to write these.
  private static func allowed(_ name: String) -> String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: name.unicodeScalars.map { scalar in
        let isControl = scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)
        return isControl || scalar.value == 0xfffe ? "\u{fffd}" : scalar
      })
    return text
  }

  @Test(.enabled(if: PictureReader.hasMermaid, "Chromium or mermaid-parser-py is not installed"))
  func `Mermaid reads each concept with its name and each pair as a line`() throws {
    let script = PictureReader.script("parse_mermaid.py")
    let result = try PictureReader.read(
      MermaidText.text(picture), by: #"python3 "$2" "$1""#, script)
    try #require(result.isDone, "\(result.output)")
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let nodes = try #require(read["nodes"] as? [String: String])
    #expect(nodes.count == names.count)
    #expect((read["edges"] as? [[String]])?.count == graph.lines.count)
    for (index, name) in names.enumerated() {
      let blank: Set<Character> = [" ", "\u{a0}"]
      let label = nodes["n\(index)"]?.trimmingCharacters(in: .whitespaces)
      let wanted = PictureLabel.short(name).trimmingCharacters(in: .whitespaces)
      #expect(label == wanted || label?.allSatisfy(blank.contains) == true && wanted.isEmpty, "\(name)")
    }
  }

  @Test func `JSON has whole names, and ids that are names of one node each`() throws {
    var graph = graph
    graph.nodes.append(LinkGraph.Node(concept: 99, title: "end", path: "end.md", cards: 0))
    graph.nodes.append(LinkGraph.Node(concept: 100, title: "other", path: "end.md", cards: 0))
    graph.nodes.append(LinkGraph.Node(concept: 101, title: "end.md (2)", path: nil, cards: 0))
    let text = GraphJSON.text(GraphPicture(graph))
    let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let nodes = try #require(read["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["title"] as? String } == graph.nodes.map(\.title))
    #expect(Set(nodes.map { $0["id"] as? String }).count == graph.nodes.count)
    let edges = try #require(read["edges"] as? [[String: Any]])
    #expect(edges.map { $0["count"] as? Int } == graph.edges.map(\.count))
    #expect(edges[1]["source"] as? String == nodes[1]["id"] as? String)
    #expect(edges[1]["target"] as? String == nodes[2]["id"] as? String)
  }

  @Test func `a graph without nodes is one in every format`() throws {
    let empty = GraphPicture(LinkGraph())
    #expect(OverviewText.text(empty) == "There are no notes yet.\n")
    #expect(GraphJSON.text(empty) == "{\n\"version\": 1,\n\"nodes\": [],\n\"edges\": []\n}\n")
    #expect(GraphMLText.text(empty).hasSuffix("</graphml>\n"))
    #expect(GraphvizText.text(empty).hasSuffix("}\n"))
    #expect(MermaidText.text(empty).hasPrefix("flowchart LR\n"))
  }

  @Test func `what Mermaid does not draw is told`() {
    var graph = LinkGraph()
    for index in 0...501 {
      graph.nodes.append(LinkGraph.Node(concept: Int64(index), title: "n", path: nil, cards: 0))
    }
    for index in 1...500 { graph.add(LinkGraph.Edge(source: 0, target: index, kind: "wiki", count: 1)) }
    #expect(MermaidText.limit(GraphPicture(graph)) == nil)
    graph.add(LinkGraph.Edge(source: 0, target: 501, kind: "wiki", count: 1))
    #expect(MermaidText.limit(GraphPicture(graph)) != nil)
  }
}
