extension Schema {
  static let linkQuestions = """
    -- Cards that are made of sentences with links come after those that were written: queues find both in one index. The syntax is the
    -- block's.
    ALTER TABLE card ADD COLUMN isLinkQuestion INTEGER NOT NULL DEFAULT 0;
    CREATE TRIGGER block_changesSyntax AFTER UPDATE OF syntax ON block
      WHEN (OLD.syntax = 'link-question') <> (NEW.syntax = 'link-question')
      BEGIN UPDATE card SET isLinkQuestion = (NEW.syntax = 'link-question') WHERE block = NEW.id; END;

    DROP INDEX card_new;
    CREATE INDEX card_new ON card(isLinkQuestion, id, deck, block, buriedUntil)
      WHERE phase = 0 AND isActive = 1 AND isSuspended = 0;
    """
}
