/// The tables as the migrations made them (`design.md` §10).
///
/// Not to be lost: `block`, `card`, `identityKey`, `decision`, `noteType`, `logEntry`, `mark`. Everything else comes
/// from the notes and the log and is rebuilt at will. Times are UTC milliseconds, days are days since
/// 1970-01-01, stabilities and intervals of review cards are days.
enum Schema {
  static let identity = """
    CREATE TABLE setting (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE device (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE linkRoot (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE
    ) STRICT;

    -- An imported folder. prefix is its path below the link root, with a slash at the end, or empty.
    -- readingRules is a hash of what decides how its files are read.
    CREATE TABLE root (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      label TEXT NOT NULL,
      linkRoot INTEGER NOT NULL REFERENCES linkRoot(id),
      prefix TEXT NOT NULL,
      figures TEXT,
      readingRules INTEGER,
      forgottenAt INTEGER
    ) STRICT;
    """

  static let notes = """
    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      root INTEGER NOT NULL REFERENCES root(id),
      path TEXT NOT NULL,
      key TEXT NOT NULL,
      title TEXT NOT NULL,
      titleKey TEXT NOT NULL,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      hash INTEGER NOT NULL,
      removedAt INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX note_path ON note(root, path) WHERE removedAt IS NULL;
    CREATE INDEX note_titleKey ON note(titleKey);

    CREATE TABLE noteAlias (
      note INTEGER NOT NULL REFERENCES note(id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      alias TEXT NOT NULL,
      PRIMARY KEY (note, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX noteAlias_key ON noteAlias(key);

    -- Files below a link root that links may name and that are no imported notes.
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      linkRoot INTEGER NOT NULL REFERENCES linkRoot(id),
      path TEXT NOT NULL,
      key TEXT NOT NULL,
      nameKey TEXT NOT NULL,
      UNIQUE (linkRoot, path)
    ) STRICT;
    CREATE INDEX file_nameKey ON file(linkRoot, nameKey);

    CREATE TABLE finding (
      root INTEGER NOT NULL REFERENCES root(id),
      path TEXT NOT NULL,
      position INTEGER NOT NULL,
      severity TEXT NOT NULL,
      code TEXT NOT NULL,
      message TEXT NOT NULL,
      fix TEXT NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL,
      PRIMARY KEY (root, path, position)
    ) STRICT, WITHOUT ROWID;
    """

  static let cards = """
    CREATE TABLE deck (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE noteType (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      fields TEXT NOT NULL,
      behavior TEXT NOT NULL,
      isKnown INTEGER NOT NULL,
      UNIQUE (name, fields)
    ) STRICT;

    CREATE TABLE block (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      note INTEGER NOT NULL REFERENCES note(id),
      position INTEGER NOT NULL,
      line INTEGER NOT NULL,
      syntax TEXT NOT NULL,
      noteType INTEGER NOT NULL REFERENCES noteType(id),
      deck INTEGER NOT NULL REFERENCES deck(id),
      headings TEXT NOT NULL,
      fields TEXT NOT NULL,
      fingerprint INTEGER NOT NULL,
      ankiID INTEGER,
      blockReference TEXT,
      guid TEXT,
      exportedFront INTEGER,
      isCopy INTEGER NOT NULL DEFAULT 0,
      removedAt INTEGER
    ) STRICT;
    CREATE INDEX block_note ON block(note);

    CREATE TABLE blockTag (
      block INTEGER NOT NULL REFERENCES block(id),
      tag TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (block, tag)
    ) STRICT, WITHOUT ROWID;

    -- Everything a block was ever known by.
    CREATE TABLE identityKey (
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      block INTEGER NOT NULL REFERENCES block(id),
      firstSeen INTEGER NOT NULL,
      lastSeen INTEGER NOT NULL,
      PRIMARY KEY (kind, value, block)
    ) STRICT, WITHOUT ROWID;

    -- What Linnet guessed about identity, so that it can be told and taken back.
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      block INTEGER NOT NULL REFERENCES block(id),
      detail TEXT NOT NULL
    ) STRICT;

    -- From phase on: a cache of the log, rebuilt by replaying it.
    CREATE TABLE card (
      id INTEGER PRIMARY KEY,
      block INTEGER NOT NULL REFERENCES block(id),
      direction TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      shortID TEXT NOT NULL,
      isActive INTEGER NOT NULL,
      phase INTEGER NOT NULL DEFAULT 0,
      step INTEGER NOT NULL DEFAULT 0,
      dueAt INTEGER,
      dueDay INTEGER,
      interval INTEGER NOT NULL DEFAULT 0,
      slow REAL,
      fast REAL,
      difficulty REAL,
      repetitions INTEGER NOT NULL DEFAULT 0,
      lapses INTEGER NOT NULL DEFAULT 0,
      lastReview INTEGER,
      shortStays INTEGER NOT NULL DEFAULT 0,
      shortStaysDay INTEGER,
      isSuspended INTEGER NOT NULL DEFAULT 0,
      buriedUntil INTEGER,
      flag INTEGER NOT NULL DEFAULT 0,
      UNIQUE (block, direction, ordinal)
    ) STRICT;
    CREATE INDEX card_shortID ON card(shortID);
    CREATE INDEX card_new ON card(id) WHERE phase = 0 AND isActive = 1 AND isSuspended = 0;
    CREATE INDEX card_learning ON card(dueAt) WHERE dueAt IS NOT NULL AND isActive = 1 AND isSuspended = 0;
    CREATE INDEX card_review ON card(dueDay) WHERE dueDay IS NOT NULL AND isActive = 1 AND isSuspended = 0;

    CREATE VIRTUAL TABLE blockText USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
    """

  static let log = """
    CREATE TABLE parameterSet (
      id INTEGER PRIMARY KEY,
      model TEXT NOT NULL,
      weights TEXT NOT NULL,
      createdAt INTEGER NOT NULL
    ) STRICT;

    -- Append-only: the only truth about what the learner did.
    CREATE TABLE logEntry (
      id INTEGER NOT NULL,
      device INTEGER NOT NULL REFERENCES device(id),
      block TEXT NOT NULL,
      direction TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      utcOffset INTEGER NOT NULL,
      studyDay INTEGER NOT NULL,
      rating INTEGER,
      secondsTaken REAL,
      interval INTEGER,
      model TEXT,
      parameterSet INTEGER,
      undoneID INTEGER,
      undoneDevice INTEGER,
      value INTEGER,
      PRIMARY KEY (id, device)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX logEntry_card ON logEntry(block, direction, ordinal);
    CREATE INDEX logEntry_studyDay ON logEntry(studyDay);

    CREATE TRIGGER logEntry_isNeverChanged BEFORE UPDATE ON logEntry
      BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
    CREATE TRIGGER logEntry_isNeverDeleted BEFORE DELETE ON logEntry
      BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
    """

  static let links = """
    CREATE TABLE concept (
      id INTEGER PRIMARY KEY,
      linkRoot INTEGER NOT NULL REFERENCES linkRoot(id),
      key TEXT NOT NULL,
      nameKey TEXT NOT NULL,
      name TEXT NOT NULL,
      note INTEGER UNIQUE REFERENCES note(id)
    ) STRICT;
    CREATE INDEX concept_nameKey ON concept(linkRoot, nameKey);
    CREATE INDEX concept_key ON concept(linkRoot, key);
    CREATE UNIQUE INDEX concept_unresolved ON concept(linkRoot, key) WHERE note IS NULL;

    -- What links name, as written, each once.
    CREATE TABLE linkTarget (
      id INTEGER PRIMARY KEY,
      linkRoot INTEGER NOT NULL REFERENCES linkRoot(id),
      text TEXT NOT NULL,
      UNIQUE (linkRoot, text)
    ) STRICT;

    -- One link of a note. It leads to a concept (a note, or a name without a note) or to another file. An import
    -- writes more links than everything else together and has just looked up where each leads, so SQLite is not
    -- made to look it up again: target, concept, file and block are rows of linkTarget, concept, file and block.
    CREATE TABLE link (
      note INTEGER NOT NULL REFERENCES note(id),
      position INTEGER NOT NULL,
      target INTEGER NOT NULL,
      concept INTEGER,
      file INTEGER,
      block INTEGER,
      kind TEXT NOT NULL,
      fragment TEXT,
      countsForGraph INTEGER NOT NULL,
      isTie INTEGER NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL,
      PRIMARY KEY (note, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_concept ON link(concept);
    CREATE INDEX link_file ON link(file) WHERE file IS NOT NULL;
    """

  static let noteTypes = """
    -- One type of the author's may have blocks with gaps and blocks without.
    CREATE TABLE newNoteType (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      fields TEXT NOT NULL,
      behavior TEXT NOT NULL,
      isKnown INTEGER NOT NULL,
      UNIQUE (name, fields, behavior)
    ) STRICT;
    INSERT INTO newNoteType SELECT id, name, fields, behavior, isKnown FROM noteType;
    DROP TABLE noteType;
    ALTER TABLE newNoteType RENAME TO noteType;
    """

  static let phases = """
    -- Where an answer put the card: "learning 1 1764000000000", "review 20500 12". NULL before it was kept.
    ALTER TABLE logEntry ADD COLUMN phase TEXT;
    """

  static let memories = """
    -- What another program remembered of a card: "ease 250" or "memory 12.5 6.1" (stability, difficulty).
    ALTER TABLE logEntry ADD COLUMN memory TEXT;
    """

  static let marks = """
    -- Blocks that the learner wants to come back to, and why.
    CREATE TABLE mark (
      block INTEGER PRIMARY KEY REFERENCES block(id),
      at INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    """

  static let otherLogs = """
    -- Blocks as logs of other collections name them, with the block here that is the same one: none while its
    -- notes are not here.
    CREATE TABLE foreignBlock (
      uid TEXT NOT NULL PRIMARY KEY,
      block INTEGER REFERENCES block(id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX foreignBlock_block ON foreignBlock(block);

    -- What the blocks of those logs are known by there.
    CREATE TABLE foreignIdentity (
      uid TEXT NOT NULL,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (uid, kind, value)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX foreignIdentity_value ON foreignIdentity(kind, value);

    -- Every name that a block of this collection has in the log.
    CREATE VIEW blockName AS
      SELECT uid AS name, id AS block FROM block
      UNION ALL SELECT uid, block FROM foreignBlock WHERE block IS NOT NULL;
    """

  static let readingMode = """
    -- How the cards of a folder are read.
    ALTER TABLE root ADD COLUMN readingMode TEXT NOT NULL DEFAULT 'tolerant'
      CHECK (readingMode IN ('tolerant', 'strict'));
    """

  static let dueLoad = """
    -- How many reviews of a deck are due on a day, for the load balancer: of cards in the notes that are not suspended. A cache of the
    -- cards, kept by triggers.
    CREATE TABLE dueLoad (
      day INTEGER NOT NULL,
      deck INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (day, deck)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO dueLoad
      SELECT dueDay, deck, count(*) FROM card
      WHERE dueDay IS NOT NULL AND isActive = 1 AND isSuspended = 0 GROUP BY dueDay, deck;

    CREATE TRIGGER card_beginsOnDay AFTER INSERT ON card
      WHEN NEW.dueDay IS NOT NULL AND NEW.isActive = 1 AND NEW.isSuspended = 0
      BEGIN
        INSERT INTO dueLoad VALUES (NEW.dueDay, NEW.deck, 1)
          ON CONFLICT (day, deck) DO UPDATE SET count = count + 1;
      END;
    CREATE TRIGGER card_leavesDay AFTER UPDATE OF dueDay, deck, isActive, isSuspended ON card
      WHEN OLD.dueDay IS NOT NULL AND OLD.isActive = 1 AND OLD.isSuspended = 0
        AND (OLD.dueDay, OLD.deck, 1, 0) IS NOT (NEW.dueDay, NEW.deck, NEW.isActive, NEW.isSuspended)
      BEGIN
        UPDATE dueLoad SET count = count - 1 WHERE day = OLD.dueDay AND deck = OLD.deck;
        DELETE FROM dueLoad WHERE day = OLD.dueDay AND deck = OLD.deck AND count = 0;
      END;
    CREATE TRIGGER card_entersDay AFTER UPDATE OF dueDay, deck, isActive, isSuspended ON card
      WHEN NEW.dueDay IS NOT NULL AND NEW.isActive = 1 AND NEW.isSuspended = 0
        AND (NEW.dueDay, NEW.deck, 1, 0) IS NOT (OLD.dueDay, OLD.deck, OLD.isActive, OLD.isSuspended)
      BEGIN
        INSERT INTO dueLoad VALUES (NEW.dueDay, NEW.deck, 1)
          ON CONFLICT (day, deck) DO UPDATE SET count = count + 1;
      END;
    """

  static let queueIndexes = """
    -- What a queue asks of all cards stands in the indexes: which come, of which deck, and whether they are buried. The deck is the
    -- block's.
    ALTER TABLE card ADD COLUMN deck INTEGER NOT NULL DEFAULT 0;
    UPDATE card SET deck = (SELECT deck FROM block WHERE block.id = card.block);
    CREATE TRIGGER block_changesDeck AFTER UPDATE OF deck ON block WHEN OLD.deck <> NEW.deck
      BEGIN UPDATE card SET deck = NEW.deck WHERE block = NEW.id; END;

    DROP INDEX card_new;
    DROP INDEX card_learning;
    DROP INDEX card_review;
    CREATE INDEX card_new ON card(id, deck, block, buriedUntil)
      WHERE phase = 0 AND isActive = 1 AND isSuspended = 0;
    CREATE INDEX card_learning ON card(dueAt, deck, block, buriedUntil)
      WHERE dueAt IS NOT NULL AND isActive = 1 AND isSuspended = 0;
    CREATE INDEX card_review ON card(dueDay, deck, block, buriedUntil)
      WHERE dueDay IS NOT NULL AND isActive = 1 AND isSuspended = 0;
    CREATE INDEX card_suspended ON card(deck, block) WHERE isActive = 1 AND isSuspended = 1;
    CREATE INDEX block_deck ON block(deck) WHERE removedAt IS NULL;
    CREATE INDEX blockTag_tag ON blockTag(tag);
    """
}
