import Markdown
import StudyCore

/// Turns byte offsets into lines and columns. Asked in growing order it walks the text once.
struct PlaceCounter {
  private let bytes: Bytes
  private var line = 1
  private var lineStart = 0
  private var position = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// 1-based line and column; a column counts Unicode scalars.
  mutating func place(of offset: Int) -> Finding.Place {
    if offset < lineStart { self = PlaceCounter(bytes) }
    while position < offset {
      if bytes[position] == Byte.newline {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
    position = max(lineStart, min(position, offset))
    var column = 1
    for index in lineStart..<offset where bytes[index] & 0xc0 != 0x80 { column += 1 }
    return Finding.Place(line: line, column: column)
  }
}
