import Foundation
import StudyApp
import StudyCore
import Testing

@testable import LinnetCLI

/// The page in a browser, used as a person would.
@Suite(.enabled(if: PictureReader.hasBrowser, "needs python3 and Chromium"), .serialized)
struct GraphPageTests {
  private func complaints(about page: String, _ arguments: String...) throws -> String {
    let script = PictureReader.script("check_page.py")
    let command = #"cp "$1" "$1.html"; python3 "$2" "$1.html" $3"#
    let result = try PictureReader.read(page, by: command, script, arguments.joined(separator: " "))
    return result.isDone ? "" : result.output
  }

  /// Concepts with links mostly to those before them, by a fixed sequence.
  private func picture(of count: Int, linksEach: Int) -> GraphPicture {
    var graph = LinkGraph()
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for index in 0..<count {
      graph.nodes.append(
        LinkGraph.Node(
          concept: Int64(index), title: "Concept \(index)", path: index % 9 == 8 ? nil : "\(index).md",
          cards: 2,
          retrievability: index % 4 == 0 ? nil : Double(60 + next(41)) / 100))
    }
    for index in 1..<count {
      let targets = Set((0..<linksEach).map { _ in min(next(index), next(index)) })
      for target in targets.sorted() {
        graph.add(LinkGraph.Edge(source: index, target: target, kind: "wiki", count: 1))
      }
    }
    return GraphPicture(graph)
  }

  private func questions(_ picture: GraphPicture) -> [Int64: [CardQuestion]] {
    Dictionary(
      uniqueKeysWithValues: picture.graph.nodes.filter { $0.path != nil }.map { node in
        let text = "What is \(node.title)?"
        return (
          node.concept,
          [
            CardQuestion(card: "a", text: text, recall: node.retrievability),
            CardQuestion(card: "b", text: text, recall: nil),
          ]
        )
      })
  }

  @Test(arguments: [(30, 2), (3000, 14)])
  func `it can be looked at, searched and clicked, by mouse and by keys`(_ count: Int, _ links: Int) throws {
    let picture = picture(of: count, linksEach: links)
    #expect(try complaints(about: GraphPage.text(picture, questions: questions(picture))) == "")
  }

  @Test func `names stay text`() throws {
    let page = GraphPage.text(HostileNames.picture, questions: HostileNames.questions)
    #expect(try complaints(about: page, "hostile") == "")
  }
}

/// What can be told of the page without a browser.
struct GraphPageTextTests {
  private let page = GraphPage.text(HostileNames.picture, questions: HostileNames.questions)

  @Test func `it asks the network for nothing`() {
    #expect(page.contains("default-src 'none'"))
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(!page.contains("src="))
    #expect(!page.contains("href="))
  }

  @Test func `the graph in it is the graph`() throws {
    let data = page.components(separatedBy: "application/json\">")[1].components(separatedBy: "</script>")[0]
    let read = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let nodes = try #require(read["nodes"] as? [[Any]])
    #expect(nodes.map { $0[0] as? String } == HostileNames.all)
    let lines = HostileNames.picture.graph.lines.filter { $0.source != $0.target }
    #expect(read["lines"] as? [Int] == lines.flatMap { [$0.source, $0.target, $0.count] })
  }
}
