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
    let passed = position..<max(position, offset)
    let lineEnds = bytes.count(in: passed) { $0.matches(Byte.newline) }
    if lineEnds > 0 {
      line += lineEnds
      column = 1 + bytes.scalarCount(in: bytes.lineStart(of: offset, limit: position)..<offset)
    } else {
      column += bytes.scalarCount(in: passed)
    }
    position = max(position, offset)
    return Finding.Place(line: line, column: column)
  }
}
