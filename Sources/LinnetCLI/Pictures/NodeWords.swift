import StudyCore

/// A concept of the graph in words.
enum NodeWords {
  /// `ECS service  (3 cards, R 91%)`.
  static func line(_ node: LinkGraph.Node) -> String {
    let remarks = NodeWords.remarks(node)
    return PictureLabel.short(node.title) + (remarks.isEmpty ? "" : "  (\(remarks.joined(separator: ", ")))")
  }

  private static func remarks(_ node: LinkGraph.Node) -> [String] {
    guard node.path != nil else { return ["no note yet"] }
    guard node.cards > 0 else { return [] }
    return [Words.count(node.cards, "card")] + (node.retrievability.map { [LinkWords.recall($0)] } ?? [])
  }
}
