import Markdown
import StudyCore

/// Splits the lines of a block into fields: a line that begins with a field's name and a colon, in column 0,
/// starts that field; what comes before belongs to the first one (`card-syntax.md` §3.3).
///
/// A head inside a code fence counts only where the field has no head outside one.
struct FieldSplitter {
  private(set) var fields: [Field]
  /// Heads in a fence that were taken as text although Obsidian_to_Anki would switch fields there.
  private(set) var headsInCode: [Int] = []

  init(bytes: Bytes, lines: [Range<Int>], names: [String]) {
    let heads = names.map { Array(($0 + ":").utf8) }
    let fences = FieldSplitter.fences(bytes: bytes, lines: lines)
    let found = lines.map { line in heads.firstIndex { FieldSplitter.begins(line, with: $0, in: bytes) } }
    let inFence = lines.map { line in fences.contains { $0.contains(line.lowerBound) } }
    let outside = Set(zip(found, inFence).compactMap { $1 ? nil : $0 })

    var segments = names.map { _ in [Range<Int>]() }
    var current = 0
    for (index, line) in lines.enumerated() {
      var start = line.lowerBound
      if let head = found[index] {
        if inFence[index], outside.contains(head) {
          headsInCode.append(line.lowerBound)
        } else {
          current = head
          start += heads[head].count
        }
      }
      FieldSplitter.append(start..<line.upperBound, to: &segments[current])
    }
    fields = zip(names, segments).map { name, segments in
      let text = segments.map(bytes.text).joined(separator: "\n")
      return Field(name: name, text: TextKey.trimmed(text))
    }
  }

  private static func fences(bytes: Bytes, lines: [Range<Int>]) -> [Range<Int>] {
    guard let first = lines.first, let last = lines.last else { return [] }
    return FenceScanner.scan(bytes, in: first.lowerBound..<last.upperBound).map(\.range)
  }

  private static func begins(_ line: Range<Int>, with head: [UInt8], in bytes: Bytes) -> Bool {
    guard line.count >= head.count, bytes[line.lowerBound] == head[0] else { return false }
    return bytes[line].starts(with: head)
  }

  /// Lines that follow each other in the text become one segment, line end included.
  private static func append(_ line: Range<Int>, to segments: inout [Range<Int>]) {
    if let last = segments.last, last.upperBound + 1 == line.lowerBound {
      segments[segments.count - 1] = last.lowerBound..<line.upperBound
    } else {
      segments.append(line)
    }
  }
}
