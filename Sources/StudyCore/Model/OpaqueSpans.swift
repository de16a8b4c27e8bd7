/// Code spans and formulas, as far as cloze gaps need to know about them: stretches whose braces are not the
/// gap's own.
struct OpaqueSpans {
  private let openings: [Int]
  private let doubleCloses: [Int]

  /// The spans in order, none inside another. What looks like a span but leaves a gap open inside is none:
  /// the two dollars of `{{c1::$x}} or {{c2::$y}}` are prices, not the ends of a formula.
  static func find(in bytes: [UInt8], openings: [ClozeOpening]) -> [Range<Int>] {
    let marks = OpaqueSpans(
      openings: openings.map(\.range.upperBound),
      doubleCloses: bytes.indices.filter { bytes.hasPair(UInt8(ascii: "}"), at: $0) })
    var spans: [Range<Int>] = []
    var end = 0
    for run in DelimiterRun.all(in: bytes) where run.start >= end {
      guard let close = run.close, !marks.leaveGapOpen(in: run.start..<close) else { continue }
      spans.append(run.start..<close)
      end = close
    }
    return spans
  }

  private func leaveGapOpen(in span: Range<Int>) -> Bool {
    guard let opening = openings.last(before: span.upperBound), opening > span.lowerBound else {
      return false
    }
    guard let close = doubleCloses.last(before: span.upperBound - 1) else { return true }
    return close < opening
  }
}

/// A run of backticks or dollars, and the end of the run that would close it.
private struct DelimiterRun {
  var start: Int
  var close: Int?

  /// All runs in order of their start; one pass from the end of the text, which knows for every run the next
  /// one that can close it.
  static func all(in bytes: [UInt8]) -> [DelimiterRun] {
    var runs: [DelimiterRun] = []
    var nextCode: [Int: Int] = [:]
    var nextInlineMath: Int?
    var nextDisplayMath: Int?
    var index = bytes.count - 1
    while index >= 0 {
      let byte = bytes[index]
      if bytes.hasPair(UInt8(ascii: "\n"), at: index) {
        // A blank line ends the paragraph, and with it all that is not a fence or a displayed formula.
        nextCode[1] = nil
        nextCode[2] = nil
        nextInlineMath = nil
      }
      guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "$") else {
        index -= 1
        continue
      }
      let end = index + 1
      while index >= 0, bytes[index] == byte { index -= 1 }
      let start = index + 1
      let isEscaped = index >= 0 && bytes[index] == UInt8(ascii: "\\")
      let length = end - start
      var close: Int?
      switch (byte, length) {
      case (UInt8(ascii: "`"), _):
        close = nextCode[length]
        nextCode[length] = end
      case (_, 1):
        close = end < bytes.count && !bytes[end].isBlank ? nextInlineMath : nil
        let isBeforeDigit = end < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end])
        if !isEscaped, index >= 0, !bytes[index].isBlank, !isBeforeDigit { nextInlineMath = end }
      case (_, 2):
        close = nextDisplayMath
        nextDisplayMath = end
      default:
        break
      }
      runs.append(DelimiterRun(start: start, close: isEscaped ? nil : close))
    }
    return runs.reversed()
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }
}

extension [Int] {
  /// The last element below `limit` of ascending elements.
  fileprivate func last(before limit: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : self[low - 1]
  }
}
