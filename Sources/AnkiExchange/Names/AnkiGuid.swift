import StudyCore

/// What Anki recognises a note by when it is imported again.
enum AnkiGuid {
  /// Names the note type too: Anki skips a note whose type has changed under the same guid
  /// (`anki-formats.md` §0.7).
  static func own(block: BlockUID, noteType: String) -> String {
    let type = StableHash.hexadecimal(StableHash.of([noteType])).prefix(8)
    return "linnet:\(block.rawValue):\(type)"
  }
}
