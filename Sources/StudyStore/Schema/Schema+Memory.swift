extension Schema {
  static let memoryIndexes = """
    -- The cards of a deck by the model that remembers them (FSRS-6 has no fast trace): those that another model remembers than the deck's
    -- are found at once.
    CREATE INDEX card_fsrs6 ON card(deck) WHERE slow IS NOT NULL AND fast IS NULL;
    CREATE INDEX card_fsrs7 ON card(deck) WHERE fast IS NOT NULL;
    """
}
