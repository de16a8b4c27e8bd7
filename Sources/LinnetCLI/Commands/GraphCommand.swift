import ArgumentParser
import Foundation
import StudyApp
import StudyCore
import StudyStore

struct GraphCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, dot }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Write the link graph.",
    discussion: """
      linnet graph --format dot -o graph.dot                  for Graphviz
      linnet graph --around "ECS service" --depth 2           a part of it, as JSON
      """)

  @Option(help: ArgumentHelp("Only what is near this note or concept.", valueName: "concept"))
  var around: String?

  @Option(parsing: .unconditional, help: "How many links away from it (1 or more).")
  var depth = 1

  @Option(help: "json or dot.")
  var format: Format = .json

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if depth < 1 { throw ValidationError("--depth must be 1 or more") }
  }

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    var graph = try GraphService(store: store, presets: try context.reviewService(store).presets)
      .graph(at: context.environment.start)
    if let around {
      let concept = try ConceptFinder.concept(named: around, in: store)
      guard let center = graph.nodes.firstIndex(where: { $0.concept == concept.id }) else {
        throw StudyAppError.conceptNotFound(around, near: [])
      }
      graph = graph.neighbourhood(of: center, depth: depth)
    }
    let text =
      switch global.json ? .json : format {
      case .json: try JSONDocument(GraphDocument(graph)).text()
      case .dot: GraphText.dot(graph)
      }
    try OutputFile.write(text + "\n", to: output)
    if output != "-" {
      context.say(
        "\(Words.count(graph.nodes.count, "concept")), \(Words.count(graph.edges.count, "edge")) in \(output)"
      )
    }
  }
}

/// `graph --format json`.
private struct GraphDocument: Encodable {
  struct Node: Encodable {
    var id: String
    var title: String
    var resolved: Bool
    var cards: Int
    var retrievability: Double?

    private enum Key: String, CodingKey { case id, title, resolved, cards, retrievability }

    /// A value that is not there is null, so that every node has the same keys.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(id, forKey: .id)
      try container.encode(title, forKey: .title)
      try container.encode(resolved, forKey: .resolved)
      try container.encode(cards, forKey: .cards)
      try container.encode(retrievability, forKey: .retrievability)
    }
  }

  struct Edge: Encodable {
    var source: String
    var target: String
    var count: Int
    var kind: String
  }

  var nodes: [Node]
  var edges: [Edge]

  init(_ graph: LinkGraph) {
    nodes = graph.nodes.map {
      Node(
        id: $0.id, title: $0.title, resolved: $0.path != nil, cards: $0.cards,
        retrievability: $0.retrievability)
    }
    edges = graph.edges.map {
      Edge(
        source: graph.nodes[$0.source].id, target: graph.nodes[$0.target].id, count: $0.count, kind: $0.kind)
    }
  }
}

/// The graph in the languages of other programs.
enum GraphText {
  /// The DOT language of Graphviz; concepts without a note have a dashed outline.
  static func dot(_ graph: LinkGraph) -> String {
    var lines = ["digraph linnet {", "  node [shape=box, style=rounded];"]
    for node in graph.nodes {
      let style = node.path == nil ? ", style=\"rounded,dashed\"" : ""
      lines.append("  \(quoted(node.id)) [label=\(quoted(node.title))\(style)];")
    }
    var counts: [[Int]: Int] = [:]
    for edge in graph.edges { counts[[edge.source, edge.target], default: 0] += edge.count }
    for (ends, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let weight = count > 1 ? " [weight=\(count)]" : ""
      lines.append("  \(quoted(graph.nodes[ends[0]].id)) -> \(quoted(graph.nodes[ends[1]].id))\(weight);")
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
  }
}
