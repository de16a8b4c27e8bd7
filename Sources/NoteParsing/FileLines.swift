import Markdown

/// Where the lines of a file begin, asked for in ascending order; walks the bytes once.
///
/// The text that is parsed may have other bytes than the file, but it has the same lines.
struct FileLines {
  private let file: [UInt8]
  private var line = 1
  private var position = 0

  init(_ file: [UInt8]) { self.file = file }

  /// - Parameter number: 1-based; of a line that is there.
  mutating func start(of number: Int) -> Int {
    while line < number, position < file.count {
      let isLineEnd =
        switch file[position] {
        case Byte.newline: true
        case Byte.carriageReturn: position + 1 == file.count || file[position + 1] != Byte.newline
        default: false
        }
      position += 1
      if isLineEnd { line += 1 }
    }
    return position
  }
}

extension ParsedNote {
  /// Puts the places of END where they are in the file.
  mutating func placeEnds(in file: [UInt8]) {
    var lines = FileLines(file)
    for index in blocks.indices {
      guard let end = blocks[index].endWord else { continue }
      let start = lines.start(of: blocks[index].lines.upperBound)
      blocks[index].endWord = start..<start + end.count
    }
  }
}
