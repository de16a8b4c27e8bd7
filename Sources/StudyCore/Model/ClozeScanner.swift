/// Finds the gaps of a cloze field: Anki's `{{c1::text}}` and `{{c1::text::hint}}`, also nested.
///
/// A gap ends where its braces balance, and braces in a code span or in `$math$` inside the gap do not count;
/// so `{{c1::$a_{b_{c}}$}}` is one gap. Where braces do not balance, Anki's own rule decides: each `}}` closes
/// the innermost open gap. A gap may itself stand in code or in a formula, as in Anki.
package enum ClozeScanner {
  /// Anki makes cards for higher numbers too, but not reliably (`anki-formats.md` §1).
  package static let numbers = 1...499

  package static func scan(_ text: String) -> [Cloze] { scan(Array(text.utf8)) }

  /// The gaps in order of their first byte, properly nested. Takes time proportional to the length of the text.
  package static func scan(_ bytes: [UInt8]) -> [Cloze] {
    let openings = ClozeOpening.all(in: bytes)
    guard !openings.isEmpty else { return [] }
    let fallback = ankiCloses(of: openings, in: bytes)
    let balanced = BalancedGaps.closes(of: openings, in: bytes)
    return nested(openings.indices.map { (openings[$0], balanced[$0] ?? fallback[$0], fallback[$0]) }, bytes)
  }

  /// Anki's rule: where each opening's `}}` begins.
  private static func ankiCloses(of openings: [ClozeOpening], in bytes: [UInt8]) -> [ClozeClose?] {
    var closes = [ClozeClose?](repeating: nil, count: openings.count)
    var open: [Int] = []
    var next = 0
    var index = openings[0].range.lowerBound
    while index < bytes.count {
      if next < openings.count, index == openings[next].range.lowerBound {
        index = openings[next].range.upperBound
        open.append(next)
        next += 1
      } else if bytes.hasPair(UInt8(ascii: "}"), at: index) {
        if let innermost = open.popLast() {
          closes[innermost] = ClozeClose(start: index, hintSeparator: closes[innermost]?.hintSeparator)
        }
        index += 2
      } else {
        if let innermost = open.last, bytes.hasPair(UInt8(ascii: ":"), at: index) {
          closes[innermost] = ClozeClose(start: bytes.count, hintSeparator: index)
          index += 1
        }
        index += 1
      }
    }
    for unclosed in open { closes[unclosed] = nil }
    return closes
  }

  /// Makes gaps of openings and closes. The two rules can disagree about neighbours and cross each other; then
  /// the later gap takes Anki's close, and is no gap where that does not fit either.
  private static func nested(
    _ candidates: [(opening: ClozeOpening, close: ClozeClose?, fallback: ClozeClose?)], _ bytes: [UInt8]
  ) -> [Cloze] {
    var gaps: [Cloze] = []
    var enclosing: [Cloze] = []
    for candidate in candidates {
      let start = candidate.opening.range.lowerBound
      while let last = enclosing.last, last.range.upperBound <= start { enclosing.removeLast() }
      let limit = enclosing.last?.content.upperBound ?? bytes.count
      let closes = [candidate.close, candidate.fallback].compactMap { $0 }
      guard start < limit, let close = closes.first(where: { $0.start + 2 <= limit }) else { continue }
      let gap = candidate.opening.gap(closedBy: close)
      gaps.append(gap)
      enclosing.append(gap)
    }
    return gaps
  }
}

/// `{{cN::` with a number that counts.
struct ClozeOpening {
  var number: Int
  var range: Range<Int>

  static func all(in bytes: [UInt8]) -> [ClozeOpening] {
    var openings: [ClozeOpening] = []
    var index = 0
    while index + 6 < bytes.count {
      if let opening = ClozeOpening(at: index, in: bytes) {
        openings.append(opening)
        index = opening.range.upperBound
      } else {
        index += 1
      }
    }
    return openings
  }

  init?<Bytes: RandomAccessCollection<UInt8>>(at start: Int, in bytes: Bytes) where Bytes.Index == Int {
    guard bytes.hasPair(UInt8(ascii: "{"), at: start), bytes[start + 2] == UInt8(ascii: "c") else {
      return nil
    }
    var index = start + 3
    number = 0
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      number = min(number * 10 + Int(bytes[index] - UInt8(ascii: "0")), 1_000_000)
      index += 1
    }
    guard bytes.hasPair(UInt8(ascii: ":"), at: index), ClozeScanner.numbers.contains(number) else {
      return nil
    }
    range = start..<index + 2
  }

  func gap(closedBy close: ClozeClose) -> Cloze {
    let separator = close.hintSeparator ?? close.start
    let hint = min(separator + 2, close.start)..<close.start
    return Cloze(
      number: number, range: range.lowerBound..<close.start + 2, content: range.upperBound..<separator,
      hint: hint.isEmpty ? nil : hint)
  }
}

/// Where a gap's `}}` begins, and the last `::` before it at the gap's own depth.
struct ClozeClose {
  var start: Int
  var hintSeparator: Int?
}

extension RandomAccessCollection<UInt8> where Index == Int {
  func hasPair(_ byte: UInt8, at index: Int) -> Bool {
    index + 1 < count && self[index] == byte && self[index + 1] == byte
  }
}
