import StudyCore

/// The graph in GraphML, which Gephi, yEd and networkx read: whole names, and each kind of link by itself.
enum GraphMLText {
  static func text(_ picture: GraphPicture) -> String {
    let graph = picture.graph
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    text.reserveCapacity(320 * graph.nodes.count + 120 * graph.edges.count)
    for key in Key.allCases {
      text += """
          <key id="\(key)" for="\(key.owner)" attr.name="\(key)" attr.type="\(key.type)"/>

        """
    }
    text += "  <graph id=\"linnet\" edgedefault=\"directed\">\n"
    for (index, node) in graph.nodes.enumerated() {
      text += "    <node id=\"n\(index)\">"
      append(node.title, as: .label, to: &text)
      if let path = node.path { append(path, as: .path, to: &text) }
      append(node.path == nil ? "false" : "true", as: .resolved, to: &text)
      append("\(node.cards)", as: .cards, to: &text)
      append("\(node.demand)", as: .demand, to: &text)
      if let recall = node.retrievability { append("\(recall)", as: .retrievability, to: &text) }
      text += "</node>\n"
    }
    for edge in graph.edges {
      text += "    <edge source=\"n\(edge.source)\" target=\"n\(edge.target)\">"
      append("\(edge.count)", as: .count, to: &text)
      append(edge.kind, as: .kind, to: &text)
      text += "</edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  private enum Key: CaseIterable {
    case label, path, resolved, cards, demand, retrievability
    case count, kind

    var owner: String { self == .count || self == .kind ? "edge" : "node" }

    var type: String {
      switch self {
      case .label, .path, .kind: "string"
      case .resolved: "boolean"
      case .cards, .demand, .count: "int"
      case .retrievability: "double"
      }
    }
  }

  private static func append(_ value: String, as key: Key, to text: inout String) {
    text += "<data key=\"\(key)\">"
    for scalar in value.unicodeScalars {
      switch scalar {
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "&": text += "&amp;"
      // A reader of XML takes it for a line feed otherwise.
      case "\r": text += "&#13;"
      default: text.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{fffd}")
      }
    }
    text += "</data>"
  }

  /// Source: Extensible Markup Language 1.0, production 2. The others cannot be written in any way.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...: true
    default: false
    }
  }
}
