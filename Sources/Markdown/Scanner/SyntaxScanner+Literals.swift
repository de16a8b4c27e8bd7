/// Code spans, formulas, HTML comments and highlights.
extension SyntaxScanner {
  /// A code span closes at the next run of as many backticks in the same paragraph (CommonMark 0.31 §6.1).
  mutating func codeSpan(at start: Int) -> Int {
    let bodyStart = backtickRunEnd(from: start)
    let length = bodyStart - start
    if start >= lookahead.paragraphEnd { indexBackticks(from: start) }
    guard let last = lookahead.lastBacktickRun[length], last > start else { return bodyStart }
    var index = bodyStart
    while index <= last {
      guard bytes[index] == Byte.backtick else {
        index += 1
        continue
      }
      let runEnd = backtickRunEnd(from: index)
      if runEnd - index == length {
        add(.codeSpan, start..<runEnd)
        return runEnd
      }
      index = runEnd
    }
    return bodyStart
  }

  private func backtickRunEnd(from start: Int) -> Int {
    var index = start
    while index < stop, bytes[index] == Byte.backtick { index += 1 }
    return index
  }

  /// Walks to the end of the paragraph and notes its runs of backticks.
  private mutating func indexBackticks(from start: Int) {
    lookahead.lastBacktickRun.removeAll(keepingCapacity: true)
    var index = start
    while index < stop {
      switch bytes[index] {
      case Byte.backtick:
        let runEnd = backtickRunEnd(from: index)
        lookahead.lastBacktickRun[runEnd - index] = index
        index = runEnd
      case Byte.newline where isBlankLine(at: index + 1):
        lookahead.paragraphEnd = index + 1
        return
      default: index += 1
      }
    }
    lookahead.paragraphEnd = stop
  }

  func isBlankLine(at start: Int) -> Bool {
    var index = start
    while index < stop, Byte.isBlank(bytes[index]) { index += 1 }
    return index >= stop || bytes[index] == Byte.newline
  }

  /// `$$…$$` may span lines; `$…$` stays on one, touches its content at both ends and stands apart from words
  /// and digits, so that `$5 and $6` is money.
  mutating func math(at start: Int) -> Int {
    bytes.has("$$", at: start) ? displayMath(at: start) : inlineMath(at: start)
  }

  private mutating func displayMath(at start: Int) -> Int {
    guard start >= lookahead.noDisplayMath else { return start + 2 }
    guard let close = bytes.find("$$", from: start + 2, limit: stop) else {
      lookahead.noDisplayMath = stop
      return start + 2
    }
    add(.math(isDisplay: true, body: start + 2..<close), start..<close + 2)
    return close + 2
  }

  private mutating func inlineMath(at start: Int) -> Int {
    let bodyStart = start + 1
    if start > 0, isWordByte(bytes[start - 1]) || bytes[start - 1] == Byte.dollar { return bodyStart }
    guard bodyStart < end, !Byte.isSpace(bytes[bodyStart]) else { return bodyStart }
    var index = bodyStart
    while index < end {
      switch bytes[index] {
      case Byte.newline: return bodyStart
      case Byte.backslash where index + 1 < end && bytes[index + 1] != Byte.newline: index += 2
      case Byte.dollar:
        let next = index + 1 < end ? bytes[index + 1] : Byte.space
        guard index > bodyStart, !Byte.isSpace(bytes[index - 1]), !Byte.isDigit(next), next != Byte.dollar
        else { return bodyStart }
        add(.math(isDisplay: false, body: bodyStart..<index), start..<index + 1)
        return index + 1
      default: index += 1
      }
    }
    return bodyStart
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// An HTML comment may span a fence, which is then part of it, but not end in one.
  mutating func htmlComment(at start: Int) -> Int {
    guard bytes.has("<!--", at: start) else { return start + 1 }
    if lookahead.commentClose < start + 4 {
      lookahead.commentClose = bytes.find("-->", from: start + 4, limit: end) ?? end
    }
    let close = lookahead.commentClose
    guard close < end, fences.fence(at: close) == nil else { return start + 1 }
    add(.htmlComment, start..<close + 3)
    return close + 3
  }

  /// Obsidian's `==text==`: touches its content at both ends and stays in its paragraph. The content is
  /// scanned as usual, so only the two marks are passed over.
  mutating func highlight(at start: Int) -> Int {
    var bodyStart = start
    while bodyStart < stop, bytes[bodyStart] == Byte.equals { bodyStart += 1 }
    guard bodyStart - start == 2, bodyStart < stop, !Byte.isSpace(bytes[bodyStart]) else { return bodyStart }
    // The closing mark of the highlight before, or one of a paragraph without closing marks.
    guard bodyStart != highlightEnd, bodyStart >= lookahead.noHighlight else { return bodyStart }
    var index = bodyStart
    while index < stop {
      if bytes[index] == Byte.newline, isBlankLine(at: index + 1) { break }
      if bytes.has("==", at: index), !Byte.isSpace(bytes[index - 1]) {
        add(.highlight(body: bodyStart..<index), start..<index + 2)
        highlightEnd = index + 2
        return bodyStart
      }
      index += 1
    }
    lookahead.noHighlight = index
    return bodyStart
  }
}
