import Terminal

/// For each row, how many readable characters stand before it. The number hardly depends on how wide the text was laid
/// out, so it finds the same text again in another width.
func readableOffsets(_ rows: [StyledText]) -> [Int] {
  var count = 0
  return rows.map { row in
    defer { count += row.readableCount }
    return count
  }
}

extension StyledText {
  /// Bars, rules and marks for what goes on come anew with every row, so they do not count.
  fileprivate var readableCount: Int {
    runs.reduce(0) { count, run in
      if run.styles.contains(.faint) || run.styles == [.quote] { return count }
      return count + run.text.utf8.count { $0 != UInt8(ascii: " ") }
    }
  }
}
