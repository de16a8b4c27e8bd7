import StudyCore
import StudyStore

/// What a card or a note links to, and what links to its note.
package struct LinkOverview: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    /// The note's title, else the target as first written.
    package var name: String
    /// How often the text links to it.
    package var count: Int
    package var end: End

    package init(name: String, count: Int, end: End) {
      self.name = name
      self.count = count
      self.end = end
    }
  }

  package enum End: Hashable, Sendable {
    case note(NotePlace, ConceptMemory)
    /// The absolute path of a file that is no note.
    case file(String)
    /// No note or file has the name; titles of notes that may be meant, best first.
    case unresolved(near: [String])
  }

  package typealias Source = LinkSource

  /// Each target once, in order of the text.
  package var items: [Item]
  /// The other notes that link to this one, most links first.
  package var linkedFrom: [Source]

  package init(items: [Item], linkedFrom: [Source]) {
    self.items = items
    self.linkedFrom = linkedFrom
  }
}

extension GraphService {
  /// The links in the text of a card's block, and what links to its note.
  ///
  /// Near names are left empty: see ``withNearNames(_:)``.
  ///
  /// - Throws: `StudyStoreError`
  package func links(of card: CardContent, at now: Moment) throws -> LinkOverview {
    try overview(.block(card.card.key.block), of: card.note, at: now)
  }

  /// All links of a note, those of its properties and cards too, and what links to it.
  ///
  /// Near names are left empty: see ``withNearNames(_:)``.
  ///
  /// - Throws: `StudyStoreError`
  package func links(of note: NotePlace, at now: Moment) throws -> LinkOverview {
    try overview(.note(note.id), of: note.id, at: now)
  }

  /// The cards of a note that a quiz may ask, due or not: in the notes and not suspended, in order of the note.
  ///
  /// - Throws: `StudyStoreError`
  package func cards(of note: NotePlace) throws -> [QueuedCard] { try store.studiedCards(in: note.id) }

  private func overview(_ scope: LinkScope, of note: NoteID, at now: Moment) throws -> LinkOverview {
    let targets = try store.linkTargets(in: scope)
    let notes = targets.compactMap { if case .note(let place) = $0.end { place.id } else { nil } }
    let memories = try memories(ofNotes: notes, at: now)
    let items = targets.map { target in
      let end: LinkOverview.End =
        switch target.end {
        case .note(let place): .note(place, memories[place.id] ?? ConceptMemory())
        case .file(let path): .file(path)
        case .unresolved: .unresolved(near: [])
        }
      return LinkOverview.Item(name: target.name, count: target.count, end: end)
    }
    return LinkOverview(items: items, linkedFrom: try store.linkSources(of: note))
  }

}
