import Foundation
import Testing

/// The keys that scripts rely on: those that the commands promise, and of the promised kinds.
@Suite(.enabled(if: Sandbox.program != nil))
struct JSONContractTests {
  private typealias Object = [String: Any]

  private static let card: Set = [
    "id", "block", "kind", "ordinal", "type", "deck", "tags", "fields", "note", "line", "anki", "state",
    "due",
    "stability", "difficulty", "retrievability", "reps", "lapses", "suspended",
  ]

  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox([
      "notes/Load balancer.md": """
      A [[Target group]] and a [[Subnet]].

      START
      Basic
      What does [[Target group]] mean?
      Back: addresses
      Tags: aws
      END

      """,
      "notes/Target group.md": "TARGET DECK: AWS\n\nSTART\nCloze\n{{c1::A}} and {{c2::B}}\nEND\n",
      "notes/Draft.md": "START\nBasic\nWithout an end\n",
    ])
    try sandbox.run("linnet import notes")
  }

  /// The document of a command, which says its version.
  private func document(_ command: String) throws -> Object {
    let document = try sandbox.json(command)
    #expect(document["version"] as? Int == 1, "\(command)")
    return document
  }

  private func object(_ value: Any?, _ keys: Set<String>) throws -> Object {
    let object = try #require(value as? Object)
    #expect(keys.subtracting(object.keys) == [])
    return object
  }

  /// Objects of a list that is not empty, each with all the keys.
  @discardableResult
  private func list(_ value: Any?, _ keys: Set<String>) throws -> [Object] {
    let objects = try #require(value as? [Object])
    #expect(!objects.isEmpty)
    for object in objects { #expect(keys.subtracting(object.keys) == []) }
    return objects
  }

  private func isTime(_ value: Any?) -> Bool {
    (value as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/) != nil
  }

  private var firstCard: String { get throws { try sandbox.run("linnet cards -q | head -c 10").output } }

  @Test func `import`() throws {
    let document = try document("linnet import --json")
    let parts: [String: Set<String>] = [
      "notes": ["total", "added", "changed", "moved", "removed", "unchanged"], "blocks": ["total"],
      "cards": ["total", "added", "edited", "moved", "removed", "restored"],
      "links": ["total", "resolved", "unresolved", "embeds", "edges"], "concepts": ["total", "unresolved"],
      "findings": ["errors", "warnings", "notes"],
    ]
    for (name, keys) in parts {
      let figures = try object(document[name], keys)
      #expect(figures.values.allSatisfy { $0 is Int }, "\(name)")
    }
    #expect(document["seconds"] is Double)
    #expect((document["notes"] as? Object)?["unchanged"] as? Int == 3)
  }

  @Test func `cards, before and after an answer`() throws {
    for card in try list(document("linnet cards --json")["cards"], JSONContractTests.card) {
      #expect(card["state"] as? String == "new")
      #expect(card["stability"] is NSNull)
    }
    try sandbox.run("linnet answer \(firstCard) easy")
    let cards = try list(document("linnet cards --state review --json")["cards"], JSONContractTests.card)
    #expect(isTime(cards[0]["due"]))
    #expect(cards[0]["stability"] is Double)
    #expect((0...1).contains(cards[0]["retrievability"] as? Double ?? -1))
    #expect(cards[0]["fields"] is [String: String])
  }

  @Test func `next, and next when nothing is left`() throws {
    let document = try document("linnet next --json")
    let card = try object(document["card"], JSONContractTests.card.union(["question", "answer", "links"]))
    #expect(card["question"] is String)
    try #expect(object(document["counts"], ["new", "learning", "due"]).values.allSatisfy { $0 is Int })
    let ratings: Set = ["again", "hard", "good", "easy"]
    try #expect(object(document["intervals"], ratings).values.allSatisfy { $0 is Int })
    try sandbox.run("linnet suspend --deck notes; linnet suspend --deck AWS")
    let rest = try self.document("linnet next --json")
    #expect(rest["card"] is NSNull)
    #expect(rest["intervals"] is NSNull)
  }

  @Test func `next, of a sentence with choices`() throws {
    try sandbox.folder.write(
      "A [[Target group]] has nothing to do with [[Subnet|those]].\n", to: "brain/Sentence.md")
    try sandbox.folder.write("It has the [[Listener]].\n", to: "brain/Target group.md")
    try sandbox.folder.write("syntaxes: [link-question]\n", to: "brain/.linnet.yml")
    try sandbox.run("linnet import brain")
    let document = try document("linnet next --json --deck brain")
    let card = try object(document["card"], JSONContractTests.card.union(["choices"]))
    #expect(card["kind"] as? String == "cloze")
    let choices = try list(card["choices"], ["name", "isRight"])
    #expect(choices.count { $0["isRight"] as? Bool == true } == 1)
    let written = try self.document("linnet next --json --deck AWS")
    try #expect(object(written["card"], JSONContractTests.card)["choices"] == nil)
  }

  @Test func `answer and undo`() throws {
    let document = try document("linnet answer \(firstCard) good --took 3 --json")
    _ = try object(document["card"], JSONContractTests.card)
    let review = try object(document["review"], ["id", "rating", "at"])
    #expect(review["rating"] as? String == "good")
    #expect(isTime(review["at"]))
    #expect(isTime(document["next"]))
    let undone = try self.document("linnet undo --json")
    _ = try object(undone["card"], JSONContractTests.card)
  }

  @Test func `due`() throws {
    let document = try document("linnet due --days 3 --json")
    _ = try object(document["now"], ["new", "learning", "due"])
    #expect(try list(document["days"], ["date", "due"]).count == 3)
  }

  @Test func `links and graph`() throws {
    let links = try document("linnet links 'Load balancer' --json")
    #expect(links["concept"] as? String == "Load balancer")
    try list(links["out"], ["target", "resolved", "kind", "count"])
    try list(document("linnet links Subnet --json")["in"], ["source", "count"])
    let graph = try document("linnet graph --format json")
    let nodes = try list(graph["nodes"], ["id", "title", "resolved", "cards", "retrievability"])
    let ids = Set(nodes.compactMap { $0["id"] as? String })
    for edge in try list(graph["edges"], ["source", "target", "count", "kind"]) {
      #expect(ids.contains(edge["source"] as? String ?? ""))
      #expect(ids.contains(edge["target"] as? String ?? ""))
    }
  }

  @Test func `check, which ends with 65 all the same`() throws {
    #expect(try sandbox.run("linnet check --json").status == 65)
    let document = try document("linnet check --json")
    try list(document["findings"], ["path", "line", "column", "severity", "code", "message", "fix"])
    _ = try object(document["summary"], ["errors", "warnings", "notes"])
  }

  @Test(arguments: [
    "linnet --json", "linnet --json --database none.sqlite", "linnet doctor --json",
    "linnet log export --quiet | linnet log import - --json",
    "linnet export -o deck.csv --json", "linnet show 'Load balancer' --json", "linnet bury --deck AWS --json",
    "linnet set-due 3-7 --deck AWS --yes --json", "linnet reset --deck AWS --yes --json",
  ])
  func `every document has a version`(_ command: String) throws { _ = try document(command) }
}
