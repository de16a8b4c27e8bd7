/// Row identifiers of the collection. They mean something only inside one database; what travels between
/// machines is ``BlockUID`` and ``CardKey``.
package struct NoteID: Hashable, Sendable {
  package var rawValue: Int64
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
}

package struct BlockID: Hashable, Sendable {
  package var rawValue: Int64
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
}

package struct CardID: Hashable, Sendable {
  package var rawValue: Int64
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
}

/// What names a card block on every machine that imports the same notes: 16 hexadecimal digits.
package struct BlockUID: Hashable, Sendable {
  package var rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// The same as a number, which is quicker to look up where many are.
  package var number: UInt64 { UInt64(rawValue, radix: 16) ?? StableHash.of([rawValue]) }
}

/// Anki's id of a note: its time of creation in milliseconds, 13 digits today.
package struct AnkiNoteID: Hashable, Sendable {
  package var rawValue: Int64
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
}

/// Which of a block's cards this is.
///
/// `ordinal` is 0 for forward, 1 for reverse (Anki's template order), and the cloze number (1…) for a cloze.
package struct CardKind: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable, CaseIterable { case forward, reverse, cloze }

  package var direction: Direction
  package var ordinal: Int

  package init(direction: Direction, ordinal: Int) {
    self.direction = direction
    self.ordinal = ordinal
  }

  package static let forward = CardKind(direction: .forward, ordinal: 0)
  package static let reverse = CardKind(direction: .reverse, ordinal: 1)
  package static func cloze(_ number: Int) -> CardKind { CardKind(direction: .cloze, ordinal: number) }
}

/// What names a card on every machine: its block and its kind within the block. The log uses nothing else.
package struct CardKey: Hashable, Sendable {
  package var block: BlockUID
  package var kind: CardKind

  package init(block: BlockUID, kind: CardKind) {
    self.block = block
    self.kind = kind
  }

  /// The short id people type: ten letters and digits (Crockford's base 32, lower case), the first fifty bits
  /// of a hash of the key. A unique prefix is enough to name a card.
  package var shortID: String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let hash = StableHash.of([block.rawValue, kind.direction.rawValue, String(kind.ordinal)])
    return String((0..<10).map { alphabet[Int(hash >> UInt64(59 - 5 * $0)) & 31] })
  }
}
