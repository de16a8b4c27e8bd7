import Foundation
import Markdown
import Terminal
import TestSupport
import Testing

@testable import LinnetCLI

struct OutlineLayoutTests {
  /// "1 + 3 + 2": details below each of the things to name, and one of them deeper.
  private static let note = """
    What has to stand before a [[site]] goes live[^1]:

    - a [[cluster]]
        - machines of one's own, or machines that somebody else looks after
    - a [[Load balancer]] in front of everything, which the world outside can reach
        - ports `80` and `443`
        - a target group
            - with a health check
        - a certificate
    - a service
        - how many tasks
        - which [[task definition]]

    [^1]: And stays alive.
    """

  private func shown(
    _ text: String = note, width: Int, glyphs: Glyphs = .unicode, as rendering: Rendering = .plain,
    _ change: (inout OutlineState) -> Void = { _ in }
  ) -> String {
    layout(text, width: width, glyphs: glyphs, as: rendering, change).rows
      .map { $0.rendered(as: rendering) }.joined(separator: "\n")
  }

  private func layout(
    _ text: String, width: Int, glyphs: Glyphs = .unicode, as rendering: Rendering = .plain,
    _ change: (inout OutlineState) -> Void = { _ in }
  ) -> OutlineLayout {
    let outline = Outline(MarkdownParser.parse(text))
    var state = OutlineState(outline)
    change(&state)
    return OutlineLayout(
      outline, state, markdown: TerminalMarkdown(width: width, rendering: rendering, glyphs: glyphs))
  }

  private func openAll(_ state: inout OutlineState) { while state.hasFoldedItems { state.openNextLevel() } }

  @Test func `only the top level shows at first`() {
    #expect(
      shown(width: 80) == """
          What has to stand before a [site] goes live[1]:

         ›  • a [cluster]  ▸ 1
            • a [Load balancer] in front of everything, which the world outside can reach
              ▸ 4
            • a service  ▸ 2
        """)
    #expect(
      shown(width: 40) == """
          What has to stand before a [site] goes
          live[1]:

         ›  • a [cluster]  ▸ 1
            • a [Load balancer] in front of
              everything, which the world outside
              can reach  ▸ 4
            • a service  ▸ 2
        """)
  }

  @Test func `ticks, cursor and what is folded have ASCII forms`() {
    #expect(
      shown(width: 80, glyphs: .ascii) { $0.tick() } == """
          What has to stand before a [site] goes live[1]:

          x * a [cluster]  +1
         >  * a [Load balancer] in front of everything, which the world outside can reach
              +4
            * a service  +2
        """)
  }

  @Test func `everything is open, and footnotes come last`() {
    #expect(
      shown(width: 80, openAll) == """
          What has to stand before a [site] goes live[1]:

         ›  • a [cluster]
              ◦ machines of one's own, or machines that somebody else looks after
            • a [Load balancer] in front of everything, which the world outside can reach
              ◦ ports `80` and `443`
              ◦ a target group
                ‣ with a health check
              ◦ a certificate
            • a service
              ◦ how many tasks
              ◦ which [task definition]

          [1] And stays alive.
        """)
    #expect(
      shown(width: 40, glyphs: .ascii, openAll) == """
          What has to stand before a [site] goes
          live[1]:

         >  * a [cluster]
              - machines of one's own, or machines
                that somebody else looks after
            * a [Load balancer] in front of
              everything, which the world outside
              can reach
              - ports `80` and `443`
              - a target group
                + with a health check
              - a certificate
            * a service
              - how many tasks
              - which [task definition]

          [1] And stays alive.
        """)
  }

  @Test func `the item at the cursor stands out`() {
    #expect(
      shown("- a\n    - b\n- c", width: 40, as: .tags) { $0.tick() } == """
         <key> </key><good>✓</good> • a  <faint>▸ 1</faint>
         <key>›</key><good> </good> • <strong>c</strong>
        """)
  }

  @Test(arguments: [20, 30, 40, 80]) func `rows fit, and each belongs to one item`(width: Int) {
    let layout = layout(Self.note, width: width, openAll)
    for row in layout.rows { #expect(row.width <= width + 2, "\(row.string)") }
    let ranges = layout.rowsOfItem.sorted { $0.key < $1.key }.map(\.value)
    #expect(ranges.count == 10)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }
}

/// The note that the outline was thought of for: its author counts "(1 + 4 + 5)" in the question.
@Suite(.enabled(if: SharedMaterial.isPresent, "needs ../shared/seed"))
struct SeedOutlineTests {
  @Test func `the seed's answer opens level by level`() throws {
    let file = SharedMaterial.folder.appending(path: "seed/example website in ECS.md")
    let note = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(note.range(of: "Back:"))
    let end = try #require(note.range(of: "____", range: start.upperBound..<note.endIndex))
    let outline = Outline(MarkdownParser.parse(String(note[start.upperBound..<end.lowerBound])))
    #expect(outline.items.map(\.countBelow) == [1, 3, 4])
    var state = OutlineState(outline)
    state.openNextLevel()
    #expect(state.visible.count == outline.count && !state.hasFoldedItems)
    let rows = OutlineLayout(outline, state, markdown: TerminalMarkdown(width: 80, rendering: .plain)).rows
    #expect(rows.contains { $0.string == "      ◦ [AWS autoscaling policy]" })
  }
}
