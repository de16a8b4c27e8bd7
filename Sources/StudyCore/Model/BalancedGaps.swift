/// Closes cloze gaps where their braces balance, looking past the braces of code spans and formulas.
struct BalancedGaps {
  private let bytes: [UInt8]
  private let openings: [ClozeOpening]
  private var closes: [ClozeClose?]
  private var frames: [Frame] = []
  private var nextOpening = 0

  /// A gap that is still open, or a code span or formula that its content must not leave.
  private struct Frame {
    var opening: Int?
    /// Braces opened and not closed since the gap began.
    var depth = 0
    var hintSeparator: Int?
  }

  /// The close of each opening; nil where the braces do not balance.
  static func closes(of openings: [ClozeOpening], in bytes: [UInt8]) -> [ClozeClose?] {
    var gaps = BalancedGaps(bytes: bytes, openings: openings)
    gaps.run(skipping: OpaqueSpans.find(in: bytes, openings: openings))
    return gaps.closes
  }

  private init(bytes: [UInt8], openings: [ClozeOpening]) {
    self.bytes = bytes
    self.openings = openings
    closes = Array(repeating: nil, count: openings.count)
  }

  private mutating func run(skipping spans: [Range<Int>]) {
    var index = 0
    for span in spans {
      scan(&index, upTo: span.lowerBound)
      frames.append(Frame(opening: nil))
      let outside = frames.count
      scan(&index, upTo: span.upperBound)
      frames.removeLast(frames.count - outside + 1)
    }
    scan(&index, upTo: bytes.count)
  }

  private mutating func scan(_ index: inout Int, upTo end: Int) {
    while index < end {
      if nextOpening < openings.count, index == openings[nextOpening].range.lowerBound {
        frames.append(Frame(opening: nextOpening))
        index = openings[nextOpening].range.upperBound
        nextOpening += 1
      } else {
        index += step(at: index)
      }
    }
  }

  /// Reads one brace or separator; returns how many bytes it took.
  private mutating func step(at index: Int) -> Int {
    guard let frame = frames.last, let opening = frame.opening else { return 1 }
    let top = frames.count - 1
    switch bytes[index] {
    case UInt8(ascii: "{"):
      frames[top].depth += 1
    case UInt8(ascii: "}") where frame.depth > 0:
      frames[top].depth -= 1
    case UInt8(ascii: "}") where bytes.hasPair(UInt8(ascii: "}"), at: index):
      closes[opening] = ClozeClose(start: index, hintSeparator: frame.hintSeparator)
      frames.removeLast()
      return 2
    case UInt8(ascii: ":") where frame.depth == 0 && bytes.hasPair(UInt8(ascii: ":"), at: index):
      frames[top].hintSeparator = index
      return 2
    default:
      break
    }
    return 1
  }
}
