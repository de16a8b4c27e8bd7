import StudyCore

/// The note types known while parsing: Anki's stock types, more where settings name them.
package struct NoteTypeTable: Sendable {
  private let exact: [String: NoteType]
  private let folded: [String: NoteType]

  package init(_ types: [NoteType] = NoteType.stock) {
    exact = Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
    folded = Dictionary(types.map { ($0.name.lowercased(), $0) }) { first, _ in first }
  }

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
