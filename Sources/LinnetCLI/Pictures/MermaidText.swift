import StudyCore

/// A picture as a flowchart of Mermaid, which Obsidian and GitHub draw.
enum MermaidText {
  /// More lines than this Mermaid draws only where its settings were changed, which a chart cannot do. There is a limit to the characters
  /// too.
  private static let most = (lines: 500, characters: 50_000)

  /// Says that the chart is too large for Mermaid as it is set up everywhere; nil for one that is not.
  static func limit(_ picture: GraphPicture) -> String? {
    let lines = picture.graph.lines.count
    guard lines > most.lines || text(picture).utf8.count > most.characters else { return nil }
    return
      "this is more than Mermaid draws (\(most.lines) lines, \(Words.grouped(most.characters)) characters): "
      + "--around CONCEPT makes it smaller"
  }

  static func text(_ picture: GraphPicture) -> String {
    let graph = picture.graph
    let lines = graph.lines
    var text = "flowchart LR\n"
    text.reserveCapacity(64 * graph.nodes.count + 20 * lines.count)
    for band in RecallBand.allCases {
      text += "  classDef \(band) fill:\(band.colour),stroke:#666,color:#000\n"
    }
    text += "  classDef unknown fill:\(RecallBand.unknownColour),stroke:#666,color:#000\n"
    text += "  classDef missing fill:none,stroke-dasharray:4\n"
    text += "  classDef center stroke-width:3px\n"
    for (index, node) in graph.nodes.enumerated() {
      text += "  n\(index)(\""
      append(PictureLabel.short(node.title), to: &text)
      text += "\"):::\(style(of: node))\n"
    }
    if let center = picture.center { text += "  class n\(center.node) center\n" }
    for line in lines { text += "  n\(line.source) --> n\(line.target)\n" }
    return text
  }

  private static func style(of node: LinkGraph.Node) -> String {
    if node.path == nil { return "missing" }
    return node.retrievability.map { "\(RecallBand($0))" } ?? "unknown"
  }

  /// Mermaid looks for its own signs, for Markdown and for HTML also between quotes, so all that could be one is written as a number. The
  /// degree and paragraph signs are what it writes such numbers with inside.
  private static func append(_ label: String, to text: inout String) {
    // An empty label would not be one.
    guard label.unicodeScalars.contains(where: { $0 != " " }) else { return text += "#160;" }
    for (place, scalar) in label.unicodeScalars.enumerated() {
      let isPlain =
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "(", ")", "'", "/": true
        case "-": place > 0
        case "°", "¶": false
        default: !scalar.isASCII
        }
      if isPlain { text.unicodeScalars.append(scalar) } else { text += "#\(scalar.value);" }
    }
  }
}
