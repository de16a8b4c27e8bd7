import Markdown

/// A note's text as the readers of card styles look at it: its lines, and what in them is code, formula, link or comment.
struct StyleText {
  struct Line {
    /// Without the LF.
    var range: Range<Int>
    /// Without quote marks, and blanks at both ends.
    var content: Range<Int>
    var isInFence: Bool
    /// Part of a card that was found already.
    var isTaken = false

    var isBlank: Bool { content.isEmpty }
    /// True for a line that ends whatever text stands above it.
    var endsText: Bool { isTaken || (isBlank && !isInFence) }
  }

  let bytes: Bytes
  private(set) var lines: [Line] = []
  /// Code spans, formulas, links and HTML comments, in order and apart from each other.
  private let opaque: [Range<Int>]

  /// - Parameter range: the text below the front matter.
  init(_ bytes: Bytes, in range: Range<Int>, spans: [SyntaxSpan]) {
    self.bytes = bytes
    var opaque: [Range<Int>] = []
    for span in spans {
      switch span.kind {
      case .codeSpan, .math, .htmlComment, .link, .fence:
        if span.range.lowerBound >= opaque.last?.upperBound ?? 0 { opaque.append(span.range) }
      case .comment, .highlight, .footnoteReference: break
      }
    }
    self.opaque = opaque
    readLines(in: range, fences: spans.fences)
  }

  private mutating func readLines(in range: Range<Int>, fences: [FenceScanner.Fence]) {
    var nextFence = 0
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.lineEnd(from: start, limit: range.upperBound)
      while nextFence < fences.count, fences[nextFence].range.upperBound < start { nextFence += 1 }
      let isInFence = nextFence < fences.count && fences[nextFence].range.lowerBound <= end
      lines.append(
        Line(range: start..<end, content: content(of: start..<end), isInFence: isInFence))
      start = end + 1
    }
  }

  private func content(of line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start < line.upperBound, Byte.isBlank(bytes[start]) || bytes[start] == Byte.greater { start += 1 }
    return bytes.trimmed(start..<line.upperBound)
  }

  // MARK: Looking

  /// True within code, a formula, a link or an HTML comment.
  func isOpaque(_ offset: Int) -> Bool { opaqueRange(at: offset) != nil }

  func opaqueRange(at offset: Int) -> Range<Int>? {
    var (low, high) = (0, opaque.count)
    while low < high {
      let middle = (low + high) / 2
      if opaque[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < opaque.count && opaque[low].lowerBound <= offset ? opaque[low] : nil
  }

  /// The first place of a text within a range that is neither code, formula, link nor comment.
  func find(_ text: [UInt8], in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while let found = bytes.find(text, from: position, limit: range.upperBound) {
      guard let hidden = opaqueRange(at: found) else { return found }
      position = hidden.upperBound
    }
    return nil
  }

  func has(_ text: StaticString, atStartOf line: Line) -> Bool {
    bytes.has(text, at: line.range.lowerBound) && line.range.count >= text.utf8CodeUnitCount
  }

  /// True if the line is an HTML comment, or begins one.
  func beginsComment(_ line: Line) -> Bool { bytes.has("<!--", at: line.content.lowerBound) }

  /// The level of an ATX heading outside code (CommonMark 0.31 §4.2), and where its title stands.
  func heading(_ line: Line) -> (level: Int, title: Range<Int>)? {
    guard !line.isInFence else { return nil }
    let start = line.content.lowerBound
    var index = start
    while index < line.content.upperBound, bytes[index] == Byte.hash { index += 1 }
    guard index > start, index - start <= 6, index < line.content.upperBound, Byte.isBlank(bytes[index])
    else {
      return nil
    }
    return (index - start, bytes.trimmed(index..<line.content.upperBound))
  }

  /// The text of lines, without what quotes them.
  ///
  /// - Parameter limit: where the text ends within the last line; nil at its end.
  func text(of indices: Range<Int>, endingAt limit: Int? = nil) -> String {
    guard let first = indices.first, let last = indices.last else { return "" }
    let end = limit ?? lines[last].range.upperBound
    let isQuoted = indices.contains { index in
      lines[index].range.lowerBound < lines[index].content.lowerBound
        && bytes[lines[index].range.lowerBound..<lines[index].content.lowerBound].contains(Byte.greater)
    }
    guard isQuoted else { return TextKey.trimmed(bytes.text(lines[first].range.lowerBound..<end)) }
    let texts = indices.map { index in
      bytes.text(
        unquoted(lines[index].range.lowerBound..<(index == last ? end : lines[index].range.upperBound)))
    }
    return TextKey.trimmed(texts.joined(separator: "\n"))
  }

  private func unquoted(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    var index = start
    while index < line.upperBound, Byte.isBlank(bytes[index]) || bytes[index] == Byte.greater {
      index += 1
      if bytes[index - 1] == Byte.greater { start = index }
    }
    if start > line.lowerBound, start < line.upperBound, bytes[start] == Byte.space { start += 1 }
    return start..<line.upperBound
  }

  // MARK: Taking

  /// Marks the lines of a card as found.
  ///
  /// - Returns: false if some of them belong to another card already; then nothing is marked.
  mutating func take(_ range: Range<Int>) -> Bool {
    guard let indices = indices(of: range), !lines[indices].contains(where: \.isTaken) else { return false }
    for index in indices { lines[index].isTaken = true }
    return true
  }

  /// Marks whatever lines there are.
  mutating func mark(_ range: Range<Int>) {
    for index in self.lines(of: range) { lines[index].isTaken = true }
  }

  /// The lines that a range of the text touches.
  func lines(of range: Range<Int>) -> Range<Int> { indices(of: range) ?? 0..<0 }

  private func indices(of range: Range<Int>) -> Range<Int>? {
    guard let last = lines.last, range.lowerBound <= last.range.upperBound else { return nil }
    let first = index(at: range.lowerBound)
    var end = first
    while end < lines.count, lines[end].range.lowerBound < max(range.upperBound, range.lowerBound + 1) {
      end += 1
    }
    return first..<end
  }

  /// The first line that does not end before an offset.
  private func index(at offset: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
