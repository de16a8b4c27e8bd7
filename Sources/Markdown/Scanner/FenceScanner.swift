/// Finds fenced code blocks (CommonMark 0.31 §4.5), also behind quote and list markers. A fence that nobody
/// closes runs to the end of its quote, else to the end of the text.
package enum FenceScanner {
  package struct Fence: Hashable, Sendable {
    /// From the start of the opening line to the end of the closing one, its LF left out.
    package var range: Range<Int>
    package var info: Range<Int>
    /// The lines between the fences.
    package var body: Range<Int>
  }

  /// False if there is surely no fence in a range.
  package static func mayFind(in bytes: Bytes, _ range: Range<Int>) -> Bool {
    bytes.find("```", from: range.lowerBound, limit: range.upperBound) != nil
      || bytes.find("~~~", from: range.lowerBound, limit: range.upperBound) != nil
  }

  package static func scan(_ bytes: Bytes, in range: Range<Int>) -> [Fence] {
    MarkMap.with(bytes, in: range) { scan(bytes, in: range, $0) }
  }

  /// - Parameter map: of a range that holds this one.
  package static func scan(_ bytes: Bytes, in range: Range<Int>, _ map: MarkMap) -> [Fence] {
    var fences: [Fence] = []
    var opening: (line: Int, marker: Marker, bodyStart: Int)?
    var line = range.lowerBound
    while line < range.upperBound {
      // Only a fence matters, but where the fence of a quote is open, any line that is no quote.
      if !(opening?.marker.isInQuote ?? false) {
        guard let mark = firstMark(bytes, map, from: line, limit: range.upperBound) else { break }
        line = bytes.lineStart(of: mark, limit: line)
      }
      let end = bytes.lineEnd(from: line, limit: range.upperBound)
      if let open = opening, open.marker.isInQuote, !startsQuote(bytes, line: line, end: end) {
        let body = open.bodyStart..<max(open.bodyStart, line - 1)
        fences.append(Fence(range: open.line..<line - 1, info: open.marker.info, body: body))
        opening = nil
      }
      if let marker = marker(in: bytes, line: line, end: end) {
        if let open = opening {
          if marker.closes(open.marker) {
            let body = open.bodyStart..<max(open.bodyStart, line)
            fences.append(Fence(range: open.line..<end, info: open.marker.info, body: body))
            opening = nil
          }
        } else if marker.canOpen {
          opening = (line, marker, min(end + 1, range.upperBound))
        }
      }
      line = end + 1
    }
    if let open = opening {
      let body = open.bodyStart..<range.upperBound
      fences.append(Fence(range: open.line..<range.upperBound, info: open.marker.info, body: body))
    }
    return fences
  }

  /// Where the next fence could be.
  private static func firstMark(_ bytes: Bytes, _ map: MarkMap, from start: Int, limit: Int) -> Int? {
    var mark = map.next(.word, from: start, limit: limit)
    while mark < limit, bytes[mark] != Byte.backtick, bytes[mark] != Byte.tilde {
      mark = map.next(.word, from: mark + 1, limit: limit)
    }
    return mark < limit ? mark : nil
  }

  private struct Marker {
    var byte: UInt8
    var length: Int
    var info: Range<Int>
    var infoHasBacktick: Bool
    var isInQuote: Bool

    /// A backtick fence may not have backticks in its info string: that would be a code span.
    var canOpen: Bool { !(byte == Byte.backtick && infoHasBacktick) }

    func closes(_ open: Marker) -> Bool { byte == open.byte && length >= open.length && info.isEmpty }
  }

  private static func marker(in bytes: Bytes, line: Int, end: Int) -> Marker? {
    let start = contentStart(in: bytes, line: line, end: end)
    guard start + 2 < end else { return nil }
    let byte = bytes[start]
    guard byte == Byte.backtick || byte == Byte.tilde else { return nil }
    var after = start
    while after < end, bytes[after] == byte { after += 1 }
    guard after - start >= 3 else { return nil }
    let info = bytes.trimmed(after..<end)
    let hasBacktick = bytes[info].contains(Byte.backtick)
    return Marker(
      byte: byte, length: after - start, info: info, infoHasBacktick: hasBacktick,
      isInQuote: startsQuote(bytes, line: line, end: end))
  }

  private static func startsQuote(_ bytes: Bytes, line: Int, end: Int) -> Bool {
    var index = line
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
    return index < end && bytes[index] == Byte.greater
  }

  /// Skips blanks, quote markers and list markers.
  private static func contentStart(in bytes: Bytes, line: Int, end: Int) -> Int {
    var index = line
    while index < end {
      let byte = bytes[index]
      if Byte.isBlank(byte) || byte == Byte.greater {
        index += 1
      } else if let after = listMarkerEnd(in: bytes, at: index, end: end) {
        index = after
      } else {
        break
      }
    }
    return index
  }

  private static func listMarkerEnd(in bytes: Bytes, at start: Int, end: Int) -> Int? {
    var index = start
    switch bytes[index] {
    case Byte.dash, UInt8(ascii: "*"), UInt8(ascii: "+"):
      index += 1
    case let byte where Byte.isDigit(byte):
      while index < end, Byte.isDigit(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == Byte.closeParenthesis else {
        return nil
      }
      index += 1
    default:
      return nil
    }
    return index < end && Byte.isBlank(bytes[index]) ? index : nil
  }
}

extension [FenceScanner.Fence] {
  /// The fence that holds the offset. The fences are in order.
  package func fence(at offset: Int) -> FenceScanner.Fence? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].range.lowerBound <= offset ? self[low] : nil
  }
}
