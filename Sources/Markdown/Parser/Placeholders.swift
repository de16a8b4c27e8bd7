/// What stands for the stretches of text that md4c must not see.
///
/// Each is one character of the supplementary private-use planes (U+F0000…U+FFFFD, U+100000…U+10FFFD) that the
/// text itself does not use: to md4c it is a letter, so emphasis and lists around it work as usual, and
/// private-use characters of the text stay what they are.
struct Placeholders {
  struct Entry {
    var meaning: Meaning
    /// What the text says in this place, for where a placeholder has no meaning: code, addresses, raw HTML.
    var source: Range<Int>
  }

  enum Meaning {
    case inline(MarkdownInline)
    case open(Wrapper)
    case close(Wrapper.ID)
  }

  private let text: [UInt8]
  private let taken: Set<UInt32>
  private var entries: [UInt32: Entry] = [:]
  private var next: UInt32 = 0xF_0000

  init(text: [UInt8]) {
    self.text = text
    taken = Placeholders.privateScalars(in: text)
  }

  /// A character for the entry, as UTF-8; nil when all 131,068 are in use.
  mutating func add(_ meaning: Meaning, source: Range<Int>) -> [UInt8]? {
    while taken.contains(next) || next & 0xFFFE == 0xFFFE { next += 1 }
    guard next <= 0x10_FFFD, let scalar = Unicode.Scalar(next) else { return nil }
    entries[next] = Entry(meaning: meaning, source: source)
    next += 1
    return Array(String(Character(scalar)).utf8)
  }

  enum Piece {
    case text(String)
    case placeholder(Entry)
  }

  /// Cuts what md4c hands over at its placeholders.
  func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0xF3, index + 3 < bytes.count,
        let entry = entries[Placeholders.scalar(at: index, in: bytes)]
      else {
        index += 1
        continue
      }
      if start < index { pieces.append(.text(String(decoding: bytes[start..<index], as: UTF8.self))) }
      pieces.append(.placeholder(entry))
      index += 4
      start = index
    }
    if start < bytes.count { pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self))) }
    return pieces
  }

  func source(of entry: Entry) -> String { String(decoding: text[entry.source], as: UTF8.self) }

  private static func privateScalars(in text: [UInt8]) -> Set<UInt32> {
    text.withUnsafeBufferPointer { bytes in
      let starts = bytes.indices.filter { bytes[$0] >= 0xF3 && $0 + 3 < bytes.count }
      return Set(starts.map { scalar(at: $0, in: bytes) }.filter { $0 >= 0xF_0000 })
    }
  }

  /// Decodes the four bytes at `index`, which begin a character beyond the basic plane.
  private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(bytes[index] & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
      | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
  }
}

/// A stretch that may hold more Markdown, and so is marked by a placeholder at each end.
struct Wrapper {
  typealias ID = Int

  enum Kind {
    case highlight
    case cloze(number: Int, hint: String?)
  }

  var id: ID
  var kind: Kind

  func inline(around children: [MarkdownInline]) -> MarkdownInline {
    switch kind {
    case .highlight: .highlight(children)
    case .cloze(let number, let hint): .cloze(number: number, hint: hint, children)
    }
  }
}
