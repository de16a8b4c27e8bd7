import Markdown

/// Where the lines of a text begin, each with its LF at its end but perhaps the last.
struct NoteLines {
  /// One more than there are lines: past the LF of the last, or past where it would stand.
  private let starts: UnsafeBufferPointer<UInt32>

  /// Finds them for as long as somebody reads them.
  static func with<Result>(_ bytes: Bytes, _ map: MarkMap, _ read: (NoteLines) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: map.lineEndCount + 3) { starts in
      starts[0] = 0
      var count = 1 + map.lineStarts(into: UnsafeMutableBufferPointer(rebasing: starts[1...]))
      if Int(starts[count - 1]) < bytes.count {
        starts[count] = UInt32(truncatingIfNeeded: bytes.count + 1)
        count += 1
      }
      return read(NoteLines(starts: UnsafeBufferPointer(rebasing: starts[..<count])))
    }
  }

  var count: Int { starts.count - 1 }

  /// Where a line begins.
  @inline(__always)
  func start(of line: Int) -> Int { Int(starts[line]) }

  /// Without the LF.
  @inline(__always)
  subscript(line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line &+ 1]) &- 1 }

  /// Those of several lines.
  subscript(lines: Range<Int>) -> [Range<Int>] { lines.map { self[$0] } }

  /// The line that an offset is in.
  ///
  /// - Parameter first: a line that begins no later.
  @inline(__always)
  func line(of offset: Int, from first: Int = 0) -> Int {
    var line = first
    while line &+ 1 < starts.count, Int(starts[line &+ 1]) <= offset { line &+= 1 }
    return line
  }
}
