import StudyCore

/// The note types known while parsing: Anki's stock types, more where settings name them.
package struct NoteTypeTable: Sendable {
  private let exact: [String: NoteType]
  /// Types that nobody knows, with the fields that their blocks show.
  private var learned: [Learned: NoteType] = [:]
  private let folded: [String: NoteType]

  /// A name may stand for cards with gaps and for cards without.
  private struct Learned: Hashable {
    var name: String
    var behavior: NoteType.Behavior
  }

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

  /// The same table with types that were learned since, in place of those learned before.
  func learning(_ types: [NoteType]) -> NoteTypeTable {
    var table = self
    for type in types { table.learned[Learned(name: type.name, behavior: type.behavior)] = type }
    return table
  }

  func learned(_ name: String, _ behavior: NoteType.Behavior) -> NoteType? {
    learned.isEmpty ? nil : learned[Learned(name: name, behavior: behavior)]
  }

  /// The known type whose name is written nearly like this one.
  func nearest(to name: String) -> String? {
    guard (3...80).contains(name.utf8.count) else { return nil }
    return NearName.nearest(to: name, among: exact.keys.sorted())
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
