import StudyCore
import StudyStore

/// Cards that are made of sentences with links.
extension ReviewService {
  /// - Parameters:
  ///   - name: of a concept, as in a wiki link: only the cards that hide a link to it and those of its own note; nil for all.
  ///   - filter: what else is wanted of them.
  /// - Throws: ``StudyAppError`` if there are none, or no such concept.
  package func linkQuestions(about name: String?, in filter: CardFilter) throws -> CardFilter {
    var wanted = filter
    wanted.isLinkQuestions = true
    guard try store.hasCards(matching: CardFilter(isLinkQuestions: true)) else {
      throw StudyAppError.noLinkQuestions(among: nil)
    }
    if let name {
      let about = try store.linkQuestions(about: ConceptFinder.concept(named: name, in: store).id)
      wanted.cards = filter.cards.map(Set.init).map { cards in about.filter(cards.contains) } ?? about
    }
    guard try store.hasCards(matching: wanted) else {
      throw StudyAppError.noLinkQuestions(among: name ?? filter.deck?.description ?? filter.tag ?? "")
    }
    return wanted
  }

  /// What a card can be answered with; nil for a card that is to be answered from memory alone.
  package func choices(for content: CardContent) throws -> LinkChoices? {
    guard content.card.isLinkQuestion, let concept = try store.linkNeighbourhood(of: content) else {
      return nil
    }
    let (key, schedule) = (content.card.key, content.card.schedule)
    let seed = StableHash.of([key.block.rawValue, String(key.kind.ordinal), String(schedule.repetitions)])
    return LinkChoices(concept, besides: content.links.map(\.name) + content.links.map(\.target), seed: seed)
  }
}
