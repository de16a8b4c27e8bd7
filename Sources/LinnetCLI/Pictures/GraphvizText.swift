import StudyCore

/// A picture in the DOT language of Graphviz.
enum GraphvizText {
  static func text(_ picture: GraphPicture) -> String {
    let graph = picture.graph
    let lines = graph.lines
    var text = """
      // Colour: predicted recall. Size: links from other notes. Dashed: no note has the name yet.
      digraph linnet {
        node [shape=box, style="rounded,filled", fillcolor="\(RecallBand.unknownColour)", fontname="Helvetica"];
        edge [color="#00000060"];

      """
    text.reserveCapacity(128 * graph.nodes.count + 24 * lines.count)
    for (index, node) in graph.nodes.enumerated() {
      text += "  n\(index) [label="
      append(PictureLabel.short(node.title), to: &text)
      if let path = node.path {
        text += ", tooltip="
        append(PictureLabel.oneLine(path), to: &text)
        if let recall = node.retrievability { text += ", fillcolor=\"\(RecallBand(recall).colour)\"" }
      } else {
        text += ", style=\"rounded,dashed\""
      }
      text += ", fontsize=\(fontSize(demand: node.demand))"
      if picture.center?.node == index { text += ", penwidth=3" }
      text += "];\n"
    }
    for line in lines {
      text += "  n\(line.source) -> n\(line.target)"
      text += line.count > 1 ? " [weight=\(line.count)];\n" : ";\n"
    }
    return text + "}\n"
  }

  /// In points: two more each time that twice as many links lead to a concept.
  private static func fontSize(demand: Int) -> Int { 12 + 2 * (Int.bitWidth - demand.leadingZeroBitCount) }

  /// Graphviz reads `\` as the beginning of a code, and `&amp;` as HTML does.
  private static func append(_ label: String, to text: inout String) {
    text += "\""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "&": text += "&amp;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
