import Markdown

/// What lines and blanks are in JavaScript (ECMA-262 §12.2, §12.3), in which Obsidian_to_Anki is written.
extension Bytes {
  /// The range without what `String.prototype.trim` takes off.
  func trimmedAsInJavaScript(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let length = blankLength(at: lower, limit: upper)
      if length == 0 { break }
      lower += length
    }
    while lower < upper {
      var start = upper - 1
      while start > lower, self[start] & 0xc0 == 0x80 { start -= 1 }
      guard blankLength(at: start, limit: upper) == upper - start else { break }
      upper = start
    }
    return lower..<upper
  }

  /// Where the line of `position` ends for a pattern's `.`: at a LF, a CR, U+2028 or U+2029.
  func lineEndInJavaScript(from position: Int) -> Int {
    var index = position
    while index < count, !isLineEnd(at: index) { index += 1 }
    return index
  }

  /// True where a pattern's `^` matches.
  func isLineStartInJavaScript(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    let before = self[position - 1]
    return before == Byte.newline || before == Byte.carriageReturn || isWideLineEnd(at: position - 3)
  }

  private func isLineEnd(at index: Int) -> Bool {
    self[index] == Byte.newline || self[index] == Byte.carriageReturn || isWideLineEnd(at: index)
  }

  private func isWideLineEnd(at index: Int) -> Bool {
    has("\u{2028}", at: index) || has("\u{2029}", at: index)
  }

  /// The bytes of the blank at `index`; 0 if there is none.
  private func blankLength(at index: Int, limit: Int) -> Int {
    let byte = self[index]
    if Byte.isSpace(byte) { return 1 }
    guard byte >= 0xc2 else { return 0 }
    let length = byte < 0xe0 ? 2 : 3
    guard byte < 0xf0, index + length <= limit,
      let scalar = text(index..<index + length).unicodeScalars.first, TextKey.isBlank(scalar)
    else { return 0 }
    return length
  }
}
