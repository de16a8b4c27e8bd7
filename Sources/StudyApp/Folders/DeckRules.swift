import NoteParsing
import StudyCore

/// Which deck a note's cards go to (`design.md` §9): `TARGET DECK` line, front matter, folder rule, what the plugin's
/// settings say, and else the folder's label and the folders below it.
struct DeckRules: Sendable {
  var label: String
  var rules: [(folder: String, deck: String)]
  /// Of the imported folder below the vault, with a slash at its end.
  var prefix = ""
  /// By folder below the vault. Folders further down do not become parts of the deck.
  var vaultRules: [(folder: String, deck: String)] = []
  /// Where no rule names a deck.
  var fallback: String?

  func deck(of note: ParsedNote, path: String) -> DeckName {
    if let name = note.targetDeck ?? note.frontMatterDeck {
      return DeckName(TextKey.composed(DeckRules.withoutBrackets(name)))
    }
    let folders = LinkIndex.folder(of: path).split(separator: "/").map(String.init)
    for depth in stride(from: folders.count, through: 0, by: -1) {
      let folder = folders.prefix(depth).joined(separator: "/")
      guard let rule = rules.first(where: { $0.folder == folder }) else { continue }
      return DeckName(parts: DeckName(TextKey.composed(rule.deck)).parts + folders.dropFirst(depth))
    }
    if let name = vaultDeck(of: path) ?? fallback { return DeckName(TextKey.composed(name)) }
    return DeckName(parts: ([label] + folders).map(TextKey.composed))
  }

  private func vaultDeck(of path: String) -> String? {
    guard !vaultRules.isEmpty else { return nil }
    var folder = LinkIndex.folder(of: prefix + path)
    while true {
      if let rule = vaultRules.first(where: { $0.folder == folder }) { return rule.deck }
      if folder.isEmpty { return nil }
      folder = LinkIndex.folder(of: String(folder))
    }
  }

  /// `[[AWS ECS]]` names the deck `AWS ECS`.
  private static func withoutBrackets(_ name: String) -> String {
    guard name.hasPrefix("[["), name.hasSuffix("]]") else { return name }
    let inner = name.dropFirst(2).dropLast(2)
    return String(inner.split(separator: "|").last ?? inner)
  }
}
