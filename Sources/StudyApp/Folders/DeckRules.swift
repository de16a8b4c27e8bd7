import NoteParsing
import StudyCore

/// Which deck a note's cards go to (`design.md` §9): `TARGET DECK` line, front matter, folder rule, and else
/// the folder's label and the folders below it.
struct DeckRules: Sendable {
  var label: String
  var rules: [(folder: String, deck: String)]

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
    return DeckName(parts: ([label] + folders).map(TextKey.composed))
  }

  /// `[[AWS ECS]]` names the deck `AWS ECS`.
  private static func withoutBrackets(_ name: String) -> String {
    guard name.hasPrefix("[["), name.hasSuffix("]]") else { return name }
    let inner = name.dropFirst(2).dropLast(2)
    return String(inner.split(separator: "|").last ?? inner)
  }
}
