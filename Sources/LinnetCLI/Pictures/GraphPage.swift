import StudyApp
import StudyCore

/// The graph as one HTML file to explore in a browser, which needs nothing from the network.
enum GraphPage {
  /// In the order in which they build on each other.
  private static let scripts = [
    PackageResources.data_js, PackageResources.forces_js, PackageResources.layout_js,
    PackageResources.view_js,
    PackageResources.labels_js, PackageResources.drawing_js, PackageResources.panel_js,
    PackageResources.legend_js,
    PackageResources.search_js, PackageResources.table_js, PackageResources.main_js,
  ]

  /// Characters.
  private static let longestQuestion = 240

  /// - Parameter questions: the cards of each concept.
  static func text(_ picture: GraphPicture, questions: [Int64: [CardQuestion]]) -> String {
    let marks: [String: () -> String] = [
      "STYLE": { string(PackageResources.style_css) },
      "GRAPH": { data(picture, questions) },
      "SCRIPT": { scripts.map(string).joined(separator: "\n") },
    ]
    return string(PackageResources.page_html).split(separator: "@@", omittingEmptySubsequences: false)
      .map { piece in marks[String(piece)]?() ?? String(piece) }.joined()
  }

  private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What `data.js` reads: nodes as lists of values, lines as three numbers each.
  private static func data(_ picture: GraphPicture, _ questions: [Int64: [CardQuestion]]) -> String {
    let graph = picture.graph
    let lines = graph.lines.filter { $0.source != $0.target }
    var json = JSONText(capacity: 120 * graph.nodes.count + 14 * lines.count)
    json.raw("{\"center\": ")
    json.value(picture.center?.node ?? -1)
    json.raw(",\n\"bands\": ")
    json.list(RecallBand.allCases) { json, band in
      json.raw("[")
      json.value("\(band)")
      json.raw(",")
      json.value(band.least)
      json.raw("]")
    }
    json.raw(",\n\"nodes\": ")
    json.list(graph.nodes) { json, node in
      json.raw("[")
      json.value(node.title)
      json.raw(",")
      if let path = node.path { json.value(path) } else { json.raw("null") }
      json.raw(",")
      json.value(node.demand)
      json.raw(",")
      json.value(node.retrievability)
      json.raw(",")
      append(questions[node.concept] ?? [], to: &json)
      json.raw("]")
    }
    json.raw(",\n\"lines\": ")
    json.list(lines) { json, line in
      json.value(line.source)
      json.raw(",")
      json.value(line.target)
      json.raw(",")
      json.value(line.count)
    }
    json.raw("}")
    return json.text
  }

  private static func append(_ questions: [CardQuestion], to json: inout JSONText) {
    json.raw("[")
    for (index, question) in questions.enumerated() {
      json.raw(index == 0 ? "[" : ",[")
      json.value(question.card)
      json.raw(",")
      json.value(Words.shortened(PictureLabel.oneLine(question.text), to: longestQuestion))
      json.raw(",")
      json.value(question.recall)
      json.raw("]")
    }
    json.raw("]")
  }
}
