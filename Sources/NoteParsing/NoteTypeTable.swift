import StudyCore

/// The note types known while parsing: Anki's stock types, more where settings name them.
package struct NoteTypeTable: Sendable {
  private let exact: [String: NoteType]
  private let folded: [String: NoteType]

  /// The first type of a name counts. A type without fields can hold no card and is left out.
  package init(_ types: [NoteType] = NoteType.stock) {
    let types = types.filter { !$0.fields.isEmpty }
    exact = Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
    folded = Dictionary(types.map { ($0.name.lowercased(), $0) }) { first, _ in first }
  }

  /// The type of a name; one that nobody knows has the fields of Basic, or of Cloze where its name says so.
  package func type(named name: String) -> NoteType {
    switch match(name) {
    case .exact(let type), .otherCase(let type): return type
    case nil:
      let isCloze = name.lowercased().contains("cloze")
      return NoteType(
        name: name, fields: isCloze ? ["Text", "Back Extra"] : ["Front", "Back"],
        behavior: isCloze ? .cloze : .basic, isKnown: false)
    }
  }

  /// What is known of a name that stands on a card's type line.
  package enum Match {
    case exact(NoteType)
    /// The name differs in case only, which Obsidian_to_Anki refuses.
    case otherCase(NoteType)
  }

  package func match(_ name: String) -> Match? {
    if let type = exact[name] { return .exact(type) }
    return folded[name.lowercased()].map(Match.otherCase)
  }
}
