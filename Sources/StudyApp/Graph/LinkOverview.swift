import StudyCore
import StudyStore

/// What a card or a note links to, and what links to its note.
package struct LinkOverview: Hashable, Sendable {
  /// When the first of a concept's cards comes: what is due today before what is new, what is new before what is
  /// due later. Overdue counts as today, a buried card on the day it comes back.
  package enum Due: Hashable, Sendable {
    case new, today
    /// At least 1.
    case inDays(Int)
    /// All cards are.
    case suspended
  }

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
    /// `recall` is the mean predicted recall (0–1) of its reviewed cards now, nil if none was reviewed; `due` is
    /// nil without cards.
    case note(NotePlace, cards: Int, recall: Double?, due: Due?)
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
    let cards = try store.cardsOfLinkTargets(in: scope)
    let items = try store.linkTargets(in: scope).map { target in
      let end: LinkOverview.End =
        switch target.end {
        case .note(let place): noteEnd(place, cards[place.id] ?? [], at: now)
        case .file(let path): .file(path)
        case .unresolved: .unresolved(near: [])
        }
      return LinkOverview.Item(name: target.name, count: target.count, end: end)
    }
    return LinkOverview(items: items, linkedFrom: try store.linkSources(of: note))
  }

  private func noteEnd(_ place: NotePlace, _ cards: [QueuedCard], at now: Moment) -> LinkOverview.End {
    let dues = cards.map { due($0.schedule, at: now) }
    return .note(
      place, cards: cards.count, recall: meanRecall(of: cards, at: now), due: dues.min { $0.rank < $1.rank })
  }

  private func due(_ card: CardSchedule, at now: Moment) -> LinkOverview.Due {
    if card.isSuspended { return .suspended }
    let hour = presets.general.rolloverHour
    guard let due = card.due(rolloverHour: hour, utcOffset: now.utcOffset) else { return .new }
    let day = now.studyDay(of: due, rolloverHour: hour)
    let days = max(day, card.buriedUntil ?? day).days(since: now.studyDay(rolloverHour: hour))
    return days <= 0 ? .today : .inDays(days)
  }
}

extension LinkOverview.Due {
  /// What comes earlier has the lower one.
  fileprivate var rank: Int {
    switch self {
    case .today: 0
    case .new: 1
    case .inDays(let days): 1 + days
    case .suspended: .max
    }
  }
}
