extension Schema {
  static let explicitLinks = """
    -- What notes say that they require or are part of; there are few of these links among all.
    CREATE INDEX link_explicit ON link(concept, kind, note) WHERE kind IN ('requires', 'part-of');
    """
}
