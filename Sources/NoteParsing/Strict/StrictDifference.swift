import StudyCore

/// How strict reading differs from tolerant reading at one place.
enum StrictDifference: Hashable {
  /// A part of a card as Obsidian_to_Anki reads it.
  enum Part: Hashable {
    case noteType(String)
    case field(Field)
    case tags([String])
    case ankiID(AnkiNoteID?)
  }

  /// No card for Obsidian_to_Anki.
  case unseen
  /// A part of the passage that began above it.
  case swallowed
  /// A card for Obsidian_to_Anki alone.
  case extra(question: String)
  case other([Part])
  case deck(String?)
  case fileTags([String])

  var message: String {
    switch self {
    case .unseen: "Obsidian_to_Anki does not see this card"
    case .swallowed: "Obsidian_to_Anki takes this card for text of the one that begins above it"
    case .extra(let question): "Obsidian_to_Anki makes a card here, with the question \(quoted(question))"
    case .other(let parts):
      "Obsidian_to_Anki reads this card otherwise: " + parts.map(phrase).joined(separator: ", ")
    case .deck(nil): "Obsidian_to_Anki does not see this line"
    case .deck(let name?): "Obsidian_to_Anki reads the deck \(quoted(name)) here"
    case .fileTags(let tags): "Obsidian_to_Anki reads \(list(tags)) here"
    }
  }

  private func phrase(_ part: Part) -> String {
    switch part {
    case .noteType(let name): "the type is \(quoted(name))"
    case .field(let field): "\(field.name) is \(field.text.isEmpty ? "empty" : quoted(field.text))"
    case .tags(let tags): list(tags)
    case .ankiID(let id): id.map { "the id is \($0.rawValue)" } ?? "no id"
    }
  }

  private func list(_ tags: [String]) -> String {
    tags.isEmpty ? "no tags" : "the tags " + tags.map(quoted).joined(separator: ", ")
  }

  private func quoted(_ text: String) -> String { "\"\(excerpt(text))\"" }
}

/// What of a card a finding can be about.
struct CardAspects: OptionSet {
  let rawValue: Int

  /// That there is a card at all.
  static let existence = CardAspects(rawValue: 1)
  static let content = CardAspects(rawValue: 2)
  static let tags = CardAspects(rawValue: 4)
  static let id = CardAspects(rawValue: 8)
}

extension StrictDifference.Part {
  var aspect: CardAspects {
    switch self {
    case .noteType: .existence
    case .field: .content
    case .tags: .tags
    case .ankiID: .id
    }
  }
}

extension NoteProblem {
  /// In what a card that has the problem may be read otherwise by Obsidian_to_Anki, so that no more need be said.
  var explains: CardAspects {
    switch self {
    case .endMissing: [.existence, .content, .tags, .id]
    case .trailingBlank, .containedCard, .unknownNoteType, .noteTypeCase, .noteTypeMissing: .existence
    case .fieldInCode: .content
    case .idLikeText: [.content, .id]
    case .idNotLast, .idAfterText: [.content, .tags, .id]
    case .tagsForm, .tagsBeforeBlank: [.content, .tags]
    default: []
    }
  }
}
