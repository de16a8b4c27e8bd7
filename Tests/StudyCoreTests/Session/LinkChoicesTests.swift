import TestSupport
import Testing

@testable import StudyCore

struct LinkChoicesTests {
  private func choices(
    _ rings: [[String]], aliases: [String] = [], besides taken: [String] = [], seed: UInt64 = 1
  ) -> LinkChoices? {
    LinkChoices(
      LinkNeighbourhood(name: "Thalamus", aliases: aliases, rings: rings), besides: taken, seed: seed)
  }

  private static let names = [
    "Amygdala", "Cortex", "Pons", "Retina", "Cochlea", "Cerebellum", "Medulla", "Insula",
  ]

  @Test(arguments: 0..<200) func `one is right, and the others are different concepts of the neighbourhood`(
    _ seed: Int
  ) {
    var random = SeededGenerator(seed: UInt64(seed))
    let all = LinkChoicesTests.names + ["thalamus", "Thalamus nuclei", "Talamus", "cortex", "Sensory relay"]
    let rings = (0..<3).map { _ in
      (0..<random.index(below: 6)).map { _ in random.element(of: all) }
    }
    let taken = (0..<random.index(below: 3)).map { _ in random.element(of: all) }
    guard let choices = choices(rings, aliases: ["Sensory relay"], besides: taken, seed: UInt64(seed)) else {
      return
    }
    #expect((2...LinkChoices.most).contains(choices.names.count))
    #expect(choices.names[choices.right] == "Thalamus")
    let others = choices.names.filter { $0 != "Thalamus" }
    #expect(others.count == choices.names.count - 1)
    #expect(Set(choices.names.map { $0.lowercased() }).count == choices.names.count)
    #expect(others.allSatisfy { name in rings.contains { $0.contains(name) } })
    #expect(Set(others.map { $0.lowercased() }).isDisjoint(with: taken.map { $0.lowercased() }))
    #expect(others.allSatisfy { !["thalamus", "talamus", "sensory relay"].contains($0.lowercased()) })
  }

  @Test func `the nearest ones are taken first`() {
    for seed in 0..<50 as Range<UInt64> {
      let names = choices([["Pons"], ["Retina"], LinkChoicesTests.names], seed: seed)?.names ?? []
      #expect(names.count == 4 && names.contains("Pons") && names.contains("Retina"))
    }
  }

  @Test func `without neighbours there is no choice, and with few there are few`() {
    #expect(choices([]) == nil)
    #expect(choices([["Thalamus", "Talamus"]]) == nil)
    #expect(choices([["Pons"]], besides: ["pons"]) == nil)
    #expect(choices([["Pons"]])?.names.count == 2)
  }

  @Test func `a seed decides, and every place is right now and then`() {
    let rights = (0..<200 as Range<UInt64>).compactMap { choices([LinkChoicesTests.names], seed: $0)?.right }
    #expect(Set(rights) == [0, 1, 2, 3])
    #expect(choices([LinkChoicesTests.names], seed: 7) == choices([LinkChoicesTests.names], seed: 7))
    #expect(
      choices([LinkChoicesTests.names], seed: 7) == choices([LinkChoicesTests.names.reversed()], seed: 7))
  }

  @Test func `letters choose, and what was chosen suggests a rating`() throws {
    let two = try #require(choices([["Pons"]]) as LinkChoices?)
    #expect(["a", " B\n", "c", "", "ab"].map(two.choice) == [0, 1, nil, nil, nil])
    #expect(two.suggestion(choosing: two.right) == .good)
    #expect(two.suggestion(choosing: 1 - two.right) == .again)
  }

  @Test(arguments: [
    ("{{c1::[[A]]}} and {{c2::[[f/B.md#H|b]]}}", 2, ["f/B.md"]),
    ("{{c1::[[A|x]]}} {{c1::[[a#y]]}}", 1, ["A", "a"]),
    ("{{c1::[[ A \\| x]]}}", 1, ["A"]), ("{{c1::A}}", 1, []), ("{{c1::[[A]]}}", 2, []),
    ("{{c1::[[#A]]}}", 1, []),
  ])
  func `a card knows what it hides`(_ text: String, _ number: Int, _ targets: [String]) {
    #expect(LinkQuestion.targets(of: number, in: text) == targets)
  }
}
