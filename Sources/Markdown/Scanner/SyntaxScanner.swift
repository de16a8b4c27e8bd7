/// Finds, in one pass over bytes, what the link graph needs and what md4c must not see: links, code, math,
/// comments, highlights and footnote references (`card-syntax.md` §6.1–6.2).
///
/// The scan never fails: an opening mark without its closing one is ordinary text.
package struct SyntaxScanner {
  let bytes: Bytes
  private let map: MarkMap
  let end: Int
  let fences: [FenceScanner.Fence]
  var spans: [SyntaxSpan] = []
  /// False when a span was found after one that begins behind it, as the end of a comment is.
  private var isInOrder = true
  private var lastStart = -1
  private var nextFence = 0
  private var openComment: Int?
  /// Where the text being scanned ends: at the next fence, which code spans, formulas and highlights never cross.
  var stop: Int
  /// Past the closing mark of the last highlight found.
  var highlightEnd = -1
  var lookahead = Lookahead()

  /// Scans a whole text.
  package static func scan(_ bytes: [UInt8]) -> [SyntaxSpan] {
    bytes.withUnsafeBufferPointer { scan($0, in: 0..<$0.count) }
  }

  /// Scans part of a text; offsets in the result count from the start of `bytes`. The spans are in order of
  /// their starts; those inside a comment or a highlight follow it.
  package static func scan(_ bytes: Bytes, in range: Range<Int>) -> [SyntaxSpan] {
    MarkMap.with(bytes, in: range) { scan(bytes, in: range, $0) }
  }

  /// - Parameters:
  ///   - map: of a range that holds this one.
  ///   - mayHaveFences: false where there are surely none.
  package static func scan(
    _ bytes: Bytes, in range: Range<Int>, _ map: MarkMap, mayHaveFences: Bool = true
  ) -> [SyntaxSpan] {
    var scanner = SyntaxScanner(
      bytes: bytes, range: range, map: map,
      fences: mayHaveFences ? FenceScanner.scan(bytes, in: range, map) : [])
    scanner.run(from: range.lowerBound)
    return scanner.spans
  }

  private init(bytes: Bytes, range: Range<Int>, map: MarkMap, fences: [FenceScanner.Fence]) {
    self.bytes = bytes
    self.map = map
    end = range.upperBound
    self.fences = fences
    stop = end
    // As many as notes of this length usually have.
    spans.reserveCapacity(range.count / 64)
  }

  private mutating func run(from start: Int) {
    var index = start
    while index < end {
      if nextFence < fences.count, index >= fences[nextFence].range.lowerBound {
        let fence = fences[nextFence]
        nextFence += 1
        guard index < fence.range.upperBound else { continue }
        add(.fence(info: fence.info, body: fence.body), fence.range)
        index = fence.range.upperBound
        continue
      }
      stop = nextFence < fences.count ? fences[nextFence].range.lowerBound : end
      index = scanText(from: index)
    }
    if !isInOrder {
      spans.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
    }
  }

  /// Scans text without fences; answers where to go on, which is beyond `stop` when a comment spans a fence.
  private mutating func scanText(from start: Int) -> Int {
    let (bytes, map, stop) = (bytes, map, stop)
    var index = start
    while index < stop {
      let unread = index
      index = map.next(.syntax, from: index, limit: stop)
      guard index < stop else { break }
      switch bytes[index] {
      case Byte.backslash: index += 2
      case Byte.backtick: index = codeSpan(at: index)
      case Byte.dollar: index = math(at: index)
      case Byte.percent: index = comment(at: index)
      case Byte.less: index = htmlComment(at: index)
      case Byte.equals: index = highlight(at: index)
      case Byte.openBracket:
        index = link(at: index > unread && bytes[index - 1] == Byte.exclamation ? index - 1 : index)
      default: index += 1
      }
    }
    return index
  }

  mutating func add(_ kind: SyntaxSpan.Kind, _ range: Range<Int>) {
    if range.lowerBound <= lastStart { isInOrder = false }
    lastStart = range.lowerBound
    spans.append(SyntaxSpan(kind: kind, range: range))
  }

  /// `%% … %%` opens at one mark and closes at the next; what stands between is scanned as usual.
  private mutating func comment(at index: Int) -> Int {
    guard bytes.has("%%", at: index) else { return index + 1 }
    if let start = openComment {
      add(.comment, start..<index + 2)
      openComment = nil
    } else {
      openComment = index
    }
    return index + 2
  }
}

/// What a scan has learned of the text ahead. Without this memory a text of many opening marks would take
/// quadratic time.
struct Lookahead {
  /// The first `-->` at or after the place last asked for; the end of the text if there is none.
  var commentClose = 0
  /// Offset below which no `$$` stands that could close a formula.
  var noDisplayMath = 0
  /// Offset below which no highlight ends.
  var noHighlight = 0
  /// The last run of backticks of each length in the paragraph that ends at `paragraphEnd`.
  var lastBacktickRun: [Int: Int] = [:]
  var paragraphEnd = 0
}
