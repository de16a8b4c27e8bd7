import Markdown
import StudyCore

/// Turns byte offsets, asked for in ascending order, into lines and columns; walks the text once.
struct PlaceCounter {
  private let bytes: Bytes
  private var line = 1
  private var column = 1
  private var position = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// 1-based line and column; a column counts Unicode scalars.
  mutating func place(of offset: Int) -> Finding.Place {
    assert(offset >= position, "places must be asked for in order")
    var lineStart: Int?
    var index = position
    while index < offset {
      let lineEnds = bytes.word(at: index, limit: offset).allOccurrences(of: Byte.newline)
      if lineEnds != 0 {
        line &+= lineEnds.nonzeroBitCount
        lineStart = index &+ 8 &- lineEnds.leadingZeroBitCount >> 3
      }
      index &+= 8
    }
    if let lineStart {
      column = 1 + bytes.scalarCount(in: lineStart..<offset)
    } else {
      column += bytes.scalarCount(in: position..<max(position, offset))
    }
    position = max(position, offset)
    return Finding.Place(line: line, column: column)
  }
}
