import StudyCore

/// How far an outline is open, what of it was recalled, and which item the learner is at.
package struct OutlineState: Hashable, Sendable {
  private struct Node: Hashable, Sendable {
    var parent: Int?
    var children: [Int]
    var level: Int
  }

  /// By the items' ids.
  private var nodes: [Node] = []
  private let top: [Int]
  /// Items whose children show.
  package private(set) var open = Set<Int>()
  package private(set) var recalled = Set<Int>()
  /// Items that were shown at some time: only these can have been recalled.
  private var seen = Set<Int>()
  package private(set) var cursor = 0

  /// Shows the top level only.
  package init(_ outline: Outline) {
    top = outline.items.map(\.id)
    for item in outline.items { add(item, parent: nil, level: 0) }
    seen = Set(top)
  }

  private mutating func add(_ item: Outline.Item, parent: Int?, level: Int) {
    nodes.append(Node(parent: parent, children: item.children.map(\.id), level: level))
    for child in item.children { add(child, parent: item.id, level: level + 1) }
  }

  /// The items that show, in reading order.
  package var visible: [Int] { visible(below: top) }

  private func visible(below items: [Int]) -> [Int] {
    items.flatMap { [$0] + (open.contains($0) ? visible(below: nodes[$0].children) : []) }
  }

  package func isFolded(_ item: Int) -> Bool { !nodes[item].children.isEmpty && !open.contains(item) }

  /// Whether an item that shows has more below it.
  package var hasFoldedItems: Bool { visible.contains(where: isFolded) }

  // MARK: Folding

  /// Opens the items of the highest level that has folded ones. When nothing is folded any more, only the top level
  /// shows again.
  package mutating func openNextLevel() {
    let folded = visible.filter(isFolded)
    if let level = folded.map({ nodes[$0].level }).min() {
      open.formUnion(folded.filter { nodes[$0].level == level })
    } else {
      open = []
      while let parent = nodes[cursor].parent { cursor = parent }
    }
    seen.formUnion(visible)
  }

  /// Opens the item at the cursor; in an open one, goes to its first child.
  package mutating func openItem() {
    if isFolded(cursor) {
      open.insert(cursor)
      seen.formUnion(visible)
    } else {
      cursor = nodes[cursor].children.first ?? cursor
    }
  }

  /// Folds the item at the cursor; from one with nothing to fold, goes to its parent.
  package mutating func closeItem() {
    if open.remove(cursor) == nil { cursor = nodes[cursor].parent ?? cursor }
  }

  // MARK: Recalling

  /// Moves among the items that show.
  package mutating func moveCursor(by steps: Int) {
    let visible = visible
    guard let place = visible.firstIndex(of: cursor) else { return }
    cursor = visible[max(0, min(visible.count - 1, place + steps))]
  }

  /// The item at the cursor was recalled, and the next one is looked at; or it was not, after all.
  package mutating func tick() {
    if recalled.remove(cursor) == nil {
      recalled.insert(cursor)
      moveCursor(by: 1)
    }
  }

  /// How many of the items shown so far were recalled.
  package var tally: (recalled: Int, of: Int) { (recalled.count, seen.count) }

  /// What the tally suggests: all of it is good, three fifths are hard; nil as long as nothing is ticked.
  package var suggestion: Rating? {
    let (count, all) = tally
    if count == 0 { return nil }
    if count == all { return .good }
    return count * 5 >= all * 3 ? .hard : .again
  }
}
