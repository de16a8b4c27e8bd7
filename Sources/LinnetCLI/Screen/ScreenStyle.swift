import Terminal

/// How the screens of a quiz are drawn.
struct ScreenStyle: Sendable {
  var rendering: Rendering
  var glyphs: Glyphs
  var keys = KeyMap.standard
  /// Whether the status row tells how long the card has been shown.
  var showsTimer = true
  /// Seconds; shorter intervals are shown as `<10m`.
  var learnAhead: Int64

  /// Smaller windows show nothing but that they are.
  static let smallest = TerminalSize(columns: 40, rows: 10)
  /// From so many columns on, the card's links stand beside it.
  static let columnsForSidePanel = 100
  static let sidePanelWidth = 30

  func rule(_ width: Int) -> StyledText {
    StyledText(String(repeating: glyphs.horizontal, count: width), .faint)
  }

  /// The keys that go to the left and to the right.
  var arrows: String { glyphs == .unicode ? "← →" : "left right" }

  /// `l links (2)`
  func item(_ key: String, _ word: String) -> StyledText {
    StyledText(key, .key) + (word.isEmpty ? StyledText() : StyledText(" " + word, .faint))
  }

  func item(_ act: ReviewAct, _ word: String) -> StyledText { item(keys.key(for: act), word) }

  /// One row of keys, the most used first; those that do not fit are dropped from the right, but for the last.
  func keyRow(_ items: [StyledText], width: Int) -> StyledText {
    guard let last = items.last else { return StyledText() }
    var row = StyledText()
    for item in items.dropLast() {
      let longer = row.isEmpty ? item : row + "  " + item
      if longer.width + 2 + last.width > width { break }
      row = longer
    }
    return row.isEmpty ? last : row + "  " + last
  }

  /// A row with a text at each end. The left one gives way, because text of notes stands there.
  func ends(_ left: StyledText, _ right: StyledText, width: Int) -> StyledText {
    let room = max(0, width - right.width - 1)
    return left.cropped(to: room, ellipsis: StyledText(glyphs.ellipsis)).padded(
      to: max(0, width - right.width))
      + right
  }
}
