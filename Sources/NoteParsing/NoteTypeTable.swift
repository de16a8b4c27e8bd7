import Markdown
import StudyCore

/// The note types known while parsing: Anki's stock types, more where settings name them.
package struct NoteTypeTable: Sendable {
  /// In their order; of several with a name the first counts.
  private let types: [KnownType]
  /// In step with them.
  private let signs: [UInt64]
  private let exact: [String: KnownType]
  /// Types that nobody knows, with the fields that their blocks show.
  private var learned: [Learned: KnownType] = [:]
  private let folded: [String: KnownType]

  /// A name may stand for cards with gaps and for cards without.
  private struct Learned: Hashable {
    var name: String
    var behavior: NoteType.Behavior
  }

  /// The first type of a name counts. A type without fields can hold no card and is left out.
  package init(_ types: [NoteType] = NoteType.stock) {
    let types = types.filter { !$0.fields.isEmpty }
      .map(KnownType.init)
    exact = Dictionary(types.map { ($0.type.name, $0) }) { first, _ in first }
    folded = Dictionary(types.map { ($0.type.name.lowercased(), $0) }) { first, _ in first }
    self.types = types
    signs = types.map { NoteTypeTable.sign(of: $0.name) }
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
    for type in types { table.learned[Learned(name: type.name, behavior: type.behavior)] = KnownType(type) }
    return table
  }

  func learned(_ name: String, _ behavior: NoteType.Behavior) -> KnownType? {
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
    if let known = exact[name] { return .exact(known.type) }
    return folded[name.lowercased()].map { .otherCase($0.type) }
  }

  func known(_ name: String) -> KnownType? { exact[name] }
  func known(inOtherCase name: String) -> KnownType? { folded[name.lowercased()] }

  /// So many types are compared with a name one after the other.
  private static let fewTypes = 16

  /// The type of this very name.
  func known(_ name: Range<Int>, in bytes: Bytes) -> KnownType? {
    if types.count > NoteTypeTable.fewTypes { return exact[bytes.text(name)] }
    let sign = NoteTypeTable.sign(of: bytes[name])
    for index in signs.indices where signs[index] == sign {
      if types[index].name.elementsEqual(bytes[name]) { return types[index] }
    }
    return nil
  }

  /// What is compared of names first: their length, first and last byte.
  private static func sign(of name: some BidirectionalCollection<UInt8>) -> UInt64 {
    UInt64(name.count) << 16 | UInt64(name.first ?? 0) << 8 | UInt64(name.last ?? 0)
  }
}
