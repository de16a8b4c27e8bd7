/// Code spans, formulas, HTML comments and highlights.
extension SyntaxScanner {
  /// A code span closes at the next run of as many backticks in the same paragraph (CommonMark 0.31 §6.1).
  mutating func codeSpan(at start: Int) -> Int {
    var bodyStart = start
    while bodyStart < end, bytes[bodyStart] == Byte.backtick { bodyStart += 1 }
    let length = bodyStart - start
    if let known = absent.backtickRuns[length], bodyStart < known { return bodyStart }
    var index = bodyStart
    while index < end {
      switch bytes[index] {
      case Byte.backtick:
        let runStart = index
        while index < end, bytes[index] == Byte.backtick { index += 1 }
        guard index - runStart == length else { continue }
        guard !isInFence(runStart) else { return bodyStart }
        add(.codeSpan, start..<index)
        return index
      case Byte.newline:
        index += 1
        guard isBlankLine(at: index) else { continue }
        absent.backtickRuns[length] = index
        return bodyStart
      default:
        index += 1
      }
    }
    absent.backtickRuns[length] = end
    return bodyStart
  }

  func isBlankLine(at start: Int) -> Bool {
    var index = start
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
    return index >= end || bytes[index] == Byte.newline
  }

  /// `$$…$$` may span lines; `$…$` stays on one, touches its content at both ends and stands apart from words
  /// and digits, so that `$5 and $6` is money.
  mutating func math(at start: Int) -> Int {
    bytes.has("$$", at: start) ? displayMath(at: start) : inlineMath(at: start)
  }

  private mutating func displayMath(at start: Int) -> Int {
    guard !absent.displayMath else { return start + 2 }
    guard let close = bytes.find("$$", from: start + 2, limit: end) else {
      absent.displayMath = true
      return start + 2
    }
    guard !isInFence(close) else { return start + 2 }
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
      case Byte.backslash: index += 2
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

  mutating func htmlComment(at start: Int) -> Int {
    guard bytes.has("<!--", at: start), !absent.htmlComment else { return start + 1 }
    guard let close = bytes.find("-->", from: start + 4, limit: end) else {
      absent.htmlComment = true
      return start + 1
    }
    guard !isInFence(close) else { return start + 1 }
    add(.htmlComment, start..<close + 3)
    return close + 3
  }

  /// Obsidian's `==text==`: touches its content at both ends and stays in its paragraph. The content is
  /// scanned as usual, so only the two marks are passed over.
  mutating func highlight(at start: Int) -> Int {
    var bodyStart = start
    while bodyStart < end, bytes[bodyStart] == Byte.equals { bodyStart += 1 }
    guard bodyStart - start == 2, bodyStart < end, !Byte.isSpace(bytes[bodyStart]) else { return bodyStart }
    // The closing mark of the highlight before, or one of a paragraph without closing marks.
    guard bodyStart != highlightEnd, bodyStart >= absent.highlight else { return bodyStart }
    var index = bodyStart
    while index < end {
      if bytes[index] == Byte.newline, isBlankLine(at: index + 1) { break }
      if bytes.has("==", at: index), !Byte.isSpace(bytes[index - 1]) {
        add(.highlight(body: bodyStart..<index), start..<index + 2)
        highlightEnd = index + 2
        return bodyStart
      }
      index += 1
    }
    absent.highlight = index
    return bodyStart
  }
}
