/// A document as a tree of things to recall: sections and list items, each with what it says itself and what lies below
/// it.
package struct Outline: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package enum Marker: Hashable, Sendable {
      case heading, bullet, number(Int), task(isTicked: Bool)
      /// Text that stands after items and belongs to none of them.
      case none
    }

    /// Its place in reading order, from 0.
    package fileprivate(set) var id = 0
    package var marker: Marker
    /// What it says itself; for a section its heading and the text up to its first item.
    package var blocks: [MarkdownBlock]
    package fileprivate(set) var children: [Item]

    /// How many items lie below it, on all levels.
    package var countBelow: Int { children.reduce(0) { $0 + 1 + $1.countBelow } }
  }

  /// What stands before the first item.
  package let introduction: [MarkdownBlock]
  package private(set) var items: [Item]
  /// What the text says in passing, which is nothing to recall.
  package let footnotes: Footnotes

  package init(_ document: MarkdownDocument) {
    footnotes = Footnotes(document)
    (introduction, items) = Outline.split(footnotes.body.blocks[...])
    var next = 0
    for index in items.indices { Outline.number(&items[index], &next) }
  }

  package var count: Int { items.reduce(0) { $0 + 1 + $1.countBelow } }

  /// False where there is nothing to fold or to tick one by one.
  package var isUseful: Bool { count > 1 }

  // MARK: Building

  /// The text up to the first item, and the items.
  private static func split(_ blocks: ArraySlice<MarkdownBlock>) -> (own: [MarkdownBlock], items: [Item]) {
    let own = blocks.prefix { !$0.beginsItem }
    var items: [Item] = []
    var rest = blocks[own.endIndex...]
    while let block = rest.first {
      switch block {
      case .heading(let level, _):
        let body = rest.dropFirst().prefix { !$0.isHeading(upTo: level) }
        let (text, children) = split(body)
        items.append(Item(marker: .heading, blocks: [block] + text, children: children))
        rest = rest[body.endIndex...]
      case .list(let start, _, let elements):
        for (index, element) in elements.enumerated() {
          let (text, children) = split(element.blocks[...])
          let marker = element.isTicked.map(Item.Marker.task) ?? start.map { .number($0 + index) } ?? .bullet
          items.append(Item(marker: marker, blocks: text, children: children))
        }
        rest = rest.dropFirst()
      default:
        let text = rest.prefix { !$0.beginsItem }
        // A rule between sections is nothing to recall.
        let said = text.filter { $0 != .rule }
        if !said.isEmpty { items.append(Item(marker: .none, blocks: said, children: [])) }
        rest = rest[text.endIndex...]
      }
    }
    return (Array(own), items)
  }

  private static func number(_ item: inout Item, _ next: inout Int) {
    item.id = next
    next += 1
    for index in item.children.indices { number(&item.children[index], &next) }
  }
}

extension MarkdownBlock {
  fileprivate var beginsItem: Bool {
    switch self {
    case .heading, .list: true
    default: false
    }
  }

  /// A section ends at the next heading of its level or a higher one.
  fileprivate func isHeading(upTo level: Int) -> Bool {
    if case .heading(let own, _) = self { own <= level } else { false }
  }
}
