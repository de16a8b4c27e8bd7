import StudyCore

/// What is around a concept, indented by how many links it is away.
enum NeighbourhoodText {
  /// Below one concept; of a hub nobody reads more.
  private static let most = 20

  static func text(_ graph: LinkGraph, around center: Int, depth: Int) -> String {
    let node = graph.nodes[center]
    var text = NodeWords.line(node) + (node.path.map { "  " + PictureLabel.oneLine($0) } ?? "") + "\n"
    let tree = LinkTree(graph, around: center, depth: depth)
    append(tree.branches, graph, indent: "  ", to: &text)
    if tree.branches.isEmpty { text += "  no links from or to others\n" }
    return text
  }

  private static func append(
    _ branches: [LinkTree.Branch], _ graph: LinkGraph, indent: String, to text: inout String
  ) {
    for branch in branches.prefix(most) {
      text += "\(indent)\(arrow(branch.direction)) \(NodeWords.line(graph.nodes[branch.node]))\n"
      append(branch.branches, graph, indent: indent + "  ", to: &text)
    }
    let more = branches.count - most
    if more > 0 { text += "\(indent)… and \(Words.grouped(more)) more; --format json has all\n" }
  }

  private static func arrow(_ direction: LinkTree.Direction) -> String {
    switch direction {
    case .to: "→"
    case .from: "←"
    case .both: "↔"
    }
  }
}
