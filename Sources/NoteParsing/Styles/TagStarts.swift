import Markdown

/// What the tags begin with that say how a note's cards are written. Most tags of a note are other ones, and need not be looked at.
struct TagStarts: Sendable {
  private let bytes: ByteSet
  /// True where a tag of the settings begins with a letter that has other forms than these two.
  private let isAny: Bool

  init(_ tags: [String]) {
    let first = tags.map { $0.utf8.first ?? 0x80 }
    isAny = first.contains { $0 >= 0x80 }
    bytes = ByteSet(first.flatMap { Byte.isLetter($0) ? [$0 | 0x20, $0 & 0xdf] : [$0] })
  }

  func mayMatter(_ tag: String) -> Bool { tag.utf8.first.map(mayMatter) ?? false }

  func mayMatter(_ byte: UInt8) -> Bool { isAny || byte >= 0x80 || bytes.contains(byte) }
}
