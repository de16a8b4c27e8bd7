import StudyApp
import StudyCore

@testable import LinnetCLI

/// Names that are taken for something else where they are not written with care.
enum HostileNames {
  static let all = [
    #""><script>document.title='taken'</script>"#, "</script><script>fetch('http://x.test')</script>",
    "<!-- a", "]]> &amp; &lt;b&gt;", "a\u{2028}b\u{2029}c", "quote \" and ' and `", "back\\slash \\n \\",
    "two\nlines\r\nand\tmore",
    "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}", "end", "subgraph", "click n0 href \"x\"",
    "**bold** _it_ `code`",
    "#35; &#35; #quot;", "a --> b; c", "n1", "- 1. list", "{curly} [square] (round) |bar|", "%% comment",
    "🦉 e\u{301} عربى 日本",
    " ", String(repeating: "long name ", count: 1000), "$math$ @@GRAPH@@ @@SCRIPT@@", "°°34¶ß",
  ]

  /// Each linked with the next; every third has no note, and a card asks with the name.
  static let picture: GraphPicture = {
    var graph = LinkGraph()
    for (index, name) in all.enumerated() {
      graph.nodes.append(
        LinkGraph.Node(
          concept: Int64(index), title: name, path: index % 3 == 2 ? nil : name + ".md", cards: index % 2,
          retrievability: index % 2 == 1 ? Double(index) / Double(all.count) : nil))
    }
    for index in all.indices {
      graph.add(
        LinkGraph.Edge(source: index, target: (index + 1) % all.count, kind: "wiki", count: 1 + index))
    }
    graph.add(LinkGraph.Edge(source: 0, target: 0, kind: "wiki", count: 1))
    return GraphPicture(graph)
  }()

  static let questions = Dictionary(
    uniqueKeysWithValues: all.enumerated().filter { $0.offset % 2 == 1 }.map { index, name in
      (Int64(index), [CardQuestion(card: "abcd", text: "What is \(name)?", recall: nil)])
    })
}
