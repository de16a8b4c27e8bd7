/// How the cards of a folder are read.
package enum ReadingMode: String, Hashable, Sendable, CaseIterable {
  /// What was meant: small slips cost no card.
  case tolerant
  /// What Obsidian_to_Anki would make of it, to the letter (`card-syntax.md` §3).
  case strict
}
