import StudyCore

/// The note types of cards whose way of writing names none: Anki's own.
struct StyleTypes: Sendable {
  let basic: NoteType
  let reversed: NoteType
  let cloze: NoteType

  /// - Parameter table: where a vault knows a type of one of these names, its fields count.
  init(_ table: NoteTypeTable) {
    func type(_ name: String, _ behavior: NoteType.Behavior) -> NoteType {
      if case .exact(let known) = table.match(name), known.fields.count > 1 { return known }
      return NoteType(
        name: name, fields: behavior == .cloze ? ["Text", "Back Extra"] : ["Front", "Back"],
        behavior: behavior)
    }
    basic = type("Basic", .basic)
    reversed = type("Basic (and reversed card)", .reversed)
    cloze = type("Cloze", .cloze)
  }
}
