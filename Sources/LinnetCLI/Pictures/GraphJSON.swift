import StudyCore

/// `graph --format json`: `nodes` and `edges`, one a line.
enum GraphJSON {
  static func text(_ picture: GraphPicture) -> String {
    let graph = picture.graph
    let ids = picture.ids
    var json = JSONText(capacity: 200 * graph.nodes.count + 140 * graph.edges.count)
    json.raw("{\n\"version\": 1,\n\"nodes\": ")
    json.list(zip(graph.nodes, ids)) { json, node in
      json.raw("{\"id\": ")
      json.value(node.1)
      json.raw(", \"title\": ")
      json.value(node.0.title)
      json.raw(", \"resolved\": ")
      json.value(node.0.path != nil)
      json.raw(", \"cards\": ")
      json.value(node.0.cards)
      json.raw(", \"retrievability\": ")
      json.value(node.0.retrievability)
      json.raw(", \"demand\": ")
      json.value(node.0.demand)
      json.raw("}")
    }
    json.raw(",\n\"edges\": ")
    json.list(graph.edges) { json, edge in
      json.raw("{\"source\": ")
      json.value(ids[edge.source])
      json.raw(", \"target\": ")
      json.value(ids[edge.target])
      json.raw(", \"count\": ")
      json.value(edge.count)
      json.raw(", \"kind\": ")
      json.value(edge.kind)
      json.raw("}")
    }
    json.raw("\n}\n")
    return json.text
  }
}
