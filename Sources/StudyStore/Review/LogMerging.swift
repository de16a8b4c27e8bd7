import GRDB
import StudyCore

/// An entry of a log that travels, with everything its block is known by where it comes from: values by kind
/// (``StudyStore/identityKeys()``).
package struct SharedLogEntry: Hashable, Sendable {
  package var entry: LogEntry
  package var keys: [String: [String]]

  package init(_ entry: LogEntry, keys: [String: [String]]) {
    self.entry = entry
    self.keys = keys
  }
}

/// What came of merging a log into this collection's.
package struct LogMerge: Hashable, Sendable {
  /// Entries that came, and how many of them were not here before.
  package var read = 0
  package var new = 0
  /// Cards whose schedules were computed anew.
  package var cards = 0
  /// Entries that came for cards that are not here. They are kept, and count when their notes are imported.
  package var waiting = 0

  package var known: Int { read - new }
}

extension StudyStore {
  /// Adds the entries that are not here yet to the log, and sets the schedules of their cards by replay, in one
  /// transaction. The union of two logs is the same in whichever order they come, and however often.
  ///
  /// - Throws: ``StudyStoreError/entriesDiffer(_:)`` if one has the name of an entry here and is not the same
  package func merge(
    _ entries: some Sequence<SharedLogEntry>, presets: Presets
  ) throws(StudyStoreError) -> LogMerge {
    try write { db in
      var merging = LogMerging()
      for entry in entries { try merging.add(entry, db) }
      return try merging.finish(presets, db)
    }
  }
}

/// Steps of the transaction that merges a log.
private struct LogMerging {
  /// The entries of one card.
  private struct Share {
    var read = 0
    var new = 0
  }

  private var shares: [CardKey: Share] = [:]
  /// As they came with the last entry of each block: entries of a block mostly have the same.
  private var keys: [BlockUID: [String: [String]]] = [:]

  mutating func add(_ shared: SharedLogEntry, _ db: Database) throws {
    let entry = shared.entry
    if keys[entry.card.block] != shared.keys {
      keys[entry.card.block] = shared.keys
      try ForeignBlocks.remember(shared.keys, of: entry.card.block, db)
    }
    var share = shares[entry.card] ?? Share()
    share.read += 1
    if let known = try LogRows.entry(entry.id, naming: .asWritten, db) {
      guard known == entry else { throw StudyStoreError.entriesDiffer(entry.id) }
    } else {
      try LogRows.append(entry, db)
      share.new += 1
    }
    shares[entry.card] = share
  }

  func finish(_ presets: Presets, _ db: Database) throws -> LogMerge {
    var merge = LogMerge()
    var cards = Set(try ForeignBlocks.cards(of: ForeignBlocks.recognise(keys.keys, db), db))
    for (key, share) in shares {
      merge.read += share.read
      merge.new += share.new
      let card = try CardRows.id(of: key, db)
      if card == nil { merge.waiting += share.read }
      if let card, share.new > 0 { cards.insert(card) }
    }
    try Replaying.replay(cards, presets, db)
    merge.cards = cards.count
    return merge
  }
}
