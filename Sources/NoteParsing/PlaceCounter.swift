import Markdown
import StudyCore

/// Turns byte offsets, asked for in ascending order, into lines and columns; walks the lines once.
struct PlaceCounter {
  private let bytes: Bytes
  private let lines: NoteLines
  private let isASCII: Bool
  private var line = 0
  private var column = 1
  private var position = 0

  init(_ bytes: Bytes, _ lines: NoteLines, _ map: MarkMap) {
    self.bytes = bytes
    self.lines = lines
    isASCII = !map.seen.beyondASCII
  }

  /// 1-based line and column; a column counts Unicode scalars.
  @inline(__always)
  mutating func place(of offset: Int) -> Finding.Place {
    assert(offset >= position, "places must be asked for in order")
    line = lines.line(of: offset, from: line)
    let start = lines.start(of: line)
    if isASCII {
      column = 1 + offset - start
    } else if position >= start {
      column += bytes.scalarCount(in: position..<max(position, offset))
    } else {
      column = 1 + bytes.scalarCount(in: start..<offset)
    }
    position = max(position, offset)
    return Finding.Place(line: line + 1, column: column)
  }

  /// The same without the column; the places asked for after it may come before it.
  func line(of offset: Int) -> Int { lines.line(of: offset, from: line) + 1 }
}
