import Markdown
import StudyCore

/// Turns byte offsets, asked for in ascending order, into lines and columns; walks the text once.
struct PlaceCounter {
  private let bytes: Bytes
  private var place = Finding.Place(line: 1, column: 1)
  private var position = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// 1-based line and column; a column counts Unicode scalars.
  mutating func place(of offset: Int) -> Finding.Place {
    assert(offset >= position, "places must be asked for in order")
    while position < offset {
      let byte = bytes[position]
      if byte == Byte.newline {
        place.line += 1
        place.column = 1
      } else if !isContinuation(byte) {
        place.column += 1
      }
      position += 1
    }
    return place
  }

  /// True for every byte of a scalar but its first.
  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }
}
