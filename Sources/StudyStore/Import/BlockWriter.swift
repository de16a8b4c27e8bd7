import GRDB
import StudyCore

/// Writes blocks with their tags, cards, identity keys and searchable text.
struct BlockWriter {
  private let db: Database
  private let names: NameTable
  private let changed: ChangedNotes
  private let now: Timestamp
  private let adoption: Adoption
  private let insertBlock: BulkStatement
  private let updateBlock: BulkStatement
  private let insertTag: BulkStatement
  private let insertCard: BulkStatement
  private let insertKey: BulkStatement
  private let insertText: BulkStatement

  init(
    _ db: Database, names: NameTable, changed: ChangedNotes, now: Timestamp, adoption: Adoption
  ) throws {
    self.db = db
    self.names = names
    self.changed = changed
    self.now = now
    self.adoption = adoption
    insertBlock = try BulkStatement(
      db,
      """
      INSERT INTO block (note, position, line, syntax, noteType, deck, headings, fields, fingerprint, ankiID,
        blockReference, isCopy, uid)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    updateBlock = try BulkStatement(
      db,
      """
      UPDATE block SET note = ?, position = ?, line = ?, syntax = ?, noteType = ?, deck = ?, headings = ?,
        fields = ?, fingerprint = ?, ankiID = ?, blockReference = ?, removedAt = NULL
      WHERE id = ?
      """)
    insertTag = try BulkStatement(db, "INSERT OR IGNORE INTO blockTag (block, tag) VALUES (?, ?)")
    insertCard = try BulkStatement(
      db,
      """
      INSERT INTO card (block, direction, ordinal, shortID, isActive, isSuspended, deck, isLinkQuestion)
      SELECT id, ?2, ?3, ?4, 1, ?5, deck, syntax = 'link-question' FROM block WHERE id = ?1
      """)
    insertKey = try BulkStatement(
      db,
      """
      INSERT INTO identityKey (kind, value, block, firstSeen, lastSeen) VALUES (?1, ?2, ?3, ?4, ?4)
      ON CONFLICT DO UPDATE SET lastSeen = ?4
      """)
    insertText = try BulkStatement(db, "INSERT INTO blockText (rowid, text) VALUES (?, ?)")
  }

  /// - Returns: the block's row.
  func write(
    _ block: BlockWrite, note: Int64, position: Int, counting outcome: inout CardChanges
  ) throws -> Int64 {
    let id: Int64
    switch block.reference {
    case .new(let uid):
      try insertBlock.run { row in
        try bind(block, note: note, position: position, to: &row)
        row.bind(block.isCopy)
        row.bind(uid.rawValue)
      }
      id = db.lastInsertedRowID
      for kind in block.cards { try insert(kind, block: id, uid: uid, isSuspended: block.isCopy) }
      outcome.added += block.cards.count
    case .existing(let existing):
      id = existing.rawValue
      try update(existing, block, note: note, position: position, counting: &outcome)
    }
    for tag in block.tags {
      try insertTag.run { row in
        row.bind(id)
        row.bind(tag)
      }
    }
    try adoptMemories(of: block, id: id)
    try writeKeys(block, id: id)
    let text = block.fields.map(\.text).joined(separator: "\n")
    try insertText.run { row in
      row.bind(id)
      row.bind(text)
    }
    return id
  }

  /// Binds the columns that the statements for new and for known blocks begin with.
  private func bind(_ block: BlockWrite, note: Int64, position: Int, to row: inout BulkBinder) throws {
    row.bind(note)
    row.bind(position)
    row.bind(block.line)
    row.bind(block.syntax)
    row.bind(try names.noteType(block.noteType))
    row.bind(try names.deck(block.deck))
    row.bind(FieldList.encode(block.headings))
    row.bind(FieldList.encode(block.fields.map(\.text)))
    row.bind(Int64(bitPattern: block.fingerprint))
    row.bind(block.ankiID?.rawValue)
    row.bind(block.blockReference)
  }

  private func insert(_ kind: CardKind, block: Int64, uid: BlockUID, isSuspended: Bool) throws {
    try insertCard.run { row in
      row.bind(block)
      row.bind(kind.direction.rawValue)
      row.bind(kind.ordinal)
      row.bind(CardKey(block: uid, kind: kind).shortID)
      row.bind(isSuspended)
    }
  }

  /// A card that has no history here begins where another program stood with it.
  private func adoptMemories(of block: BlockWrite, id: Int64) throws {
    guard block.memories.contains(where: { $0 != nil }) else { return }
    let moment = Moment(timestamp: now, utcOffset: adoption.utcOffset)
    for (kind, memory) in zip(block.cards, block.memories) {
      guard let memory else { continue }
      let row = try Int64.fetchOne(
        db,
        sql: """
          SELECT card.id FROM card JOIN block ON block.id = card.block
          WHERE card.block = ? AND direction = ? AND ordinal = ? AND NOT EXISTS (
            SELECT 1 FROM logEntry WHERE logEntry.block IN (SELECT name FROM blockName WHERE blockName.block = card.block)
              AND logEntry.direction = card.direction
              AND logEntry.ordinal = card.ordinal)
          """, arguments: [id, kind.direction.rawValue, kind.ordinal])
      guard let card = row.map(CardID.init), let queued = try CardRows.fetch(card, db) else { continue }
      let action = LogEntry.Action.adopt(memory)
      _ = try LogWriting.append(action, of: queued.key, at: moment, adoption.presets, db)
      let scheduler = adoption.presets.scheduler(of: queued.deck)
      let schedule = scheduler.applying(action, to: queued.schedule, card: queued.key, at: moment)
      try ScheduleColumns.write(schedule, to: card, db)
    }
  }

  private func writeKeys(_ block: BlockWrite, id: Int64) throws {
    var keys = [IdentityKey.fingerprint(block.fingerprint)]
    if let ankiID = block.ankiID { keys.append(.ankiID(ankiID)) }
    if let reference = block.blockReference { keys.append(.blockReference(reference)) }
    for key in keys {
      try insertKey.run { row in
        row.bind(key.kind)
        row.bind(key.value)
        row.bind(id)
        row.bind(now.milliseconds)
      }
    }
  }

  private func update(
    _ existing: BlockID, _ block: BlockWrite, note: Int64, position: Int,
    counting outcome: inout CardChanges
  ) throws {
    let id = existing.rawValue
    let before = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT uid, fingerprint, note, removedAt IS NOT NULL, isCopy FROM block WHERE id = ?"),
      arguments: [id])!
    let wasRemoved: Bool = before[3]
    let isEdited = UInt64(bitPattern: before[1]) != block.fingerprint
    let isMoved = before[2] != note
    if isMoved { try changed.willChange(before[2]) }
    try updateBlock.run { row in
      try bind(block, note: note, position: position, to: &row)
      row.bind(id)
    }
    for sql in ["DELETE FROM blockTag WHERE block = ?", "DELETE FROM blockText WHERE rowid = ?"] {
      try db.cachedStatement(sql: sql).execute(arguments: [id])
    }

    var wanted = Set(block.cards)
    let activate = try db.cachedStatement(sql: "UPDATE card SET isActive = ? WHERE id = ?")
    for card in try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, direction, ordinal, isActive FROM card WHERE block = ?"),
      arguments: [id])
    {
      let direction = CardKind.Direction(rawValue: card[1]) ?? .forward
      let isWanted = wanted.remove(CardKind(direction: direction, ordinal: card[2])) != nil
      let wasActive: Bool = card[3]
      if isWanted != wasActive { try activate.execute(arguments: [isWanted, card[0] as Int64]) }
      switch (wasActive, isWanted) {
      case (true, false): outcome.removed += 1
      case (false, true): outcome.restored += 1
      case (true, true) where isEdited: outcome.edited += 1
      case (true, true) where isMoved && !wasRemoved: outcome.moved += 1
      default: break
      }
    }
    let uid = BlockUID(before[0])
    let wasCopy: Bool = before[4]
    let isCopy = try wasCopy && (block.isCopy || !endCopy(id))
    for kind in block.cards where wanted.contains(kind) {
      try insert(kind, block: id, uid: uid, isSuspended: isCopy)
      outcome.added += 1
    }
  }

  /// A copy whose text is its own now is studied like any other block. What the learner did with its cards
  /// stands, though.
  ///
  /// - Returns: true if it is no copy any more.
  private func endCopy(_ block: Int64) throws -> Bool {
    let touched = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM logEntry WHERE logEntry.block IN (SELECT name FROM blockName WHERE block = ?))
        """, arguments: [block])!
    guard !touched else { return false }
    try db.execute(sql: "UPDATE block SET isCopy = 0 WHERE id = ?", arguments: [block])
    try db.execute(sql: "UPDATE card SET isSuspended = 0 WHERE block = ?", arguments: [block])
    return true
  }

  /// Hides a block and its cards; their history stays.
  func remove(_ block: BlockID) throws -> CardChanges {
    try db.cachedStatement(sql: "UPDATE block SET removedAt = ? WHERE id = ?")
      .execute(arguments: [now.milliseconds, block.rawValue])
    try db.cachedStatement(sql: "DELETE FROM blockText WHERE rowid = ?").execute(arguments: [block.rawValue])
    try db.cachedStatement(sql: "UPDATE card SET isActive = 0 WHERE block = ? AND isActive = 1")
      .execute(arguments: [block.rawValue])
    var outcome = CardChanges()
    outcome.removed = db.changesCount
    return outcome
  }
}
