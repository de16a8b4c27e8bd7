import ArgumentParser
import StudyCore
import StudyStore

/// Options that choose cards by deck and tag.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only cards of this deck and the decks below it.", valueName: "deck"))
  var deck: String?

  @Option(help: ArgumentHelp("Only cards with this tag or one below it.", valueName: "tag"))
  var tag: String?

  var filter: CardFilter {
    let bare = tag.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    return CardFilter(deck: deck.map { DeckName($0) }, tag: bare)
  }
}
