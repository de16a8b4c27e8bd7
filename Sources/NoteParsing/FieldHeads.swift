import Markdown
import StudyCore

/// The names of a type's fields as the lines are written that begin with them.
struct FieldHeads: Sendable {
  let names: [String]
  /// With the colon.
  let heads: [[UInt8]]
  private let starts: ByteSet

  init(_ names: [String]) {
    self.names = names
    heads = names.map { Array(($0 + ":").utf8) }
    starts = ByteSet(heads.compactMap(\.first))
  }

  /// The field whose name and colon a line begins with.
  func field(of line: Range<Int>, in bytes: Bytes) -> Int? {
    guard !line.isEmpty, starts.contains(bytes[line.lowerBound]) else { return nil }
    for index in heads.indices where heads[index].count <= line.count {
      if bytes.has(heads[index], at: line.lowerBound) { return index }
    }
    return nil
  }
}

/// A note type with what the reader of a block needs of it, made once.
final class KnownType: Sendable {
  let type: NoteType
  let name: [UInt8]
  let heads: FieldHeads

  init(_ type: NoteType) {
    self.type = type
    name = Array(type.name.utf8)
    heads = FieldHeads(type.fields)
  }
}
