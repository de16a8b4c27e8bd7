import Markdown
import StudyCore
import TestSupport
import Testing

struct OutlineTests {
  private func outline(_ text: String) -> Outline { Outline(MarkdownParser.parse(text)) }

  /// `a(b c) d`: the first words of items, with what lies below them.
  private func dump(_ items: [Outline.Item]) -> String {
    items.map { item in
      let word = words(item.blocks).first ?? "?"
      return word + (item.children.isEmpty ? "" : "(" + dump(item.children) + ")")
    }.joined(separator: " ")
  }

  private func words(_ blocks: [MarkdownBlock]) -> [String] {
    PlainTextRenderer().text(of: MarkdownDocument(blocks: blocks))
      .split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.first == "w" }
  }

  @Test(arguments: [
    ("- wa\n- wb\n    - wc\n        - wd\n    - we\n- wf", "wa wb(wc(wd) we) wf"),
    ("1. wa\n   - wb\n2. wc", "wa(wb) wc"),
    ("# wa\nwx\n## wb\n- wc\n## wd\n# we", "wa(wb(wc) wd) we"),
    ("## wa\n# wb\n### wc\n## wd", "wa wb(wc wd)"),
    ("wx\n\n- wa\n\nwy\n\n- wb", "wa wy wb"),
    ("- wa\n\n  wx\n\n  - wb\n\n  wy", "wa(wb wy)"),
    ("> - wa\n> - wb", ""),
    ("- wa\n\n---\n\n# wb\n\n---\n\nwc", "wa wb"),
    ("- [ ] wa\n- [x] wb", "wa wb"),
  ])
  func `sections and items make a tree`(_ text: String, _ expected: String) {
    #expect(dump(outline(text).items) == expected)
  }

  @Test func `what has fewer than two items has nothing to fold`() {
    #expect(!outline("wa\n\nwb").isUseful && !outline("- wa").isUseful && outline("- wa\n- wb").isUseful)
    #expect(outline("- wa\n  - wb\n    - wc").items[0].countBelow == 2)
  }

  @Test func `footnotes are nothing to recall`() {
    let outline = outline("- wa[^1]\n- wb\n\n[^1]: wx")
    #expect(dump(outline.items) == "wa wb")
    #expect(outline.footnotes.notes.count == 1)
  }

  /// Made of numbered words, so that a lost or doubled one is seen.
  private func document(_ generator: inout SeededGenerator) -> String {
    var text = ""
    var depth = 0
    for number in 0..<generator.index(below: 40) {
      let word = "w\(number)"
      switch generator.index(below: 8) {
      case 0:
        text += "\n" + String(repeating: "#", count: 1 + generator.index(below: 4)) + " \(word)\n\n"
        depth = 0
      case 1:
        text += "\n\(word)\n\n"
        depth = 0
      case 2: text += "\n```\n\(word)\n```\n\n"
      case 3: text += "\n| \(word) |\n| --- |\n| x |\n\n"
      default:
        depth = generator.index(below: min(depth + 2, 5))
        text +=
          String(repeating: "    ", count: depth) + (generator.happens(oneIn: 3) ? "1. " : "- ") + word + "\n"
      }
    }
    return text
  }

  @Test(arguments: 1...60) func `nothing is lost, and everything stays in its order`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = document(&generator)
    let document = MarkdownParser.parse(text)
    let outline = Outline(document)
    func blocks(_ items: [Outline.Item]) -> [MarkdownBlock] {
      items.flatMap { $0.blocks + blocks($0.children) }
    }
    #expect(words(outline.introduction + blocks(outline.items)) == words(document.blocks), "\(text)")
    func ids(_ items: [Outline.Item]) -> [Int] { items.flatMap { [$0.id] + ids($0.children) } }
    #expect(ids(outline.items) == Array(0..<outline.count))
  }

  // MARK: How far it is open

  /// One, four and five, as a card's author counts them.
  private var state: OutlineState {
    OutlineState(outline("- wa\n    - wb\n        - wc\n- wd\n- we\n    - wf"))
  }

  @Test func `it opens level by level, and then begins anew`() {
    var state = state
    var levels = [state.visible]
    for _ in 0..<3 {
      state.openNextLevel()
      levels.append(state.visible)
    }
    #expect(levels == [[0, 3, 4], [0, 1, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 3, 4]])
    #expect(!OutlineState(outline("- wa\n- wb")).hasFoldedItems && state.hasFoldedItems)
  }

  @Test func `items open and close one by one, and the cursor never leaves what shows`() {
    var state = state
    state.openItem()
    #expect(state.visible == [0, 1, 3, 4] && state.cursor == 0)
    state.openItem()
    #expect(state.cursor == 1)
    state.closeItem()
    #expect(state.cursor == 0)
    state.closeItem()
    #expect(state.visible == [0, 3, 4])
    state.moveCursor(by: 99)
    #expect(state.cursor == 4)
    state.moveCursor(by: -1)
    #expect(state.cursor == 3)
  }

  @Test(
    arguments: [
      ([], nil), ([0], Rating.again), ([0, 3], .hard), ([0, 3, 4], .good),
    ] as [([Int], Rating?)])
  func `what was recalled of what was seen suggests a rating`(_ recalled: [Int], _ expected: Rating?) {
    var state = state
    for _ in recalled { state.tick() }
    #expect(state.recalled == Set(recalled) && state.tally == (recalled.count, 3))
    #expect(state.suggestion == expected)
  }

  @Test(arguments: 1...30) func `whatever is done, the state makes sense`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let outline = outline(document(&generator))
    guard outline.isUseful else { return }
    var state = OutlineState(outline)
    for _ in 0..<60 {
      switch generator.index(below: 6) {
      case 0: state.openNextLevel()
      case 1: state.openItem()
      case 2: state.closeItem()
      case 3: state.tick()
      default: state.moveCursor(by: generator.index(below: 5) - 2)
      }
      #expect(state.visible.contains(state.cursor))
      #expect(state.visible == state.visible.sorted() && Set(state.visible).count == state.visible.count)
      #expect(state.tally.recalled <= state.tally.of && state.tally.of <= outline.count)
    }
  }
}
