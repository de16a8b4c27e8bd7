import NoteParsing
import StudyCore

/// Learns the fields of note types that nobody knows from the blocks that use them: what stands before a colon at the beginning of
/// lines in at least two blocks of a type is a field (`design.md` §9). Fields are only ever added.
struct FieldLearning {
  /// A type by its name, once for blocks with gaps and once for those without.
  private struct Key: Hashable {
    var name: String
    var behavior: NoteType.Behavior
  }

  private struct Evidence {
    /// In the order in which they were met.
    var heads: [String] = []
    var counts: [String: Int] = [:]
    /// How many blocks begin with a head, by the head.
    var leading: [String: Int] = [:]
    /// Heads of blocks that begin with other text.
    var followsText: Set<String> = []
  }

  private var evidence: [Key: Evidence] = [:]
  private var keys: [Key] = []

  init(_ blocks: some Sequence<ParsedBlock>) {
    for block in blocks where !block.noteType.isKnown && !block.candidateHeads.names.isEmpty { add(block) }
  }

  private mutating func add(_ block: ParsedBlock) {
    let key = Key(name: block.noteType.name, behavior: block.noteType.behavior)
    if evidence[key] == nil { keys.append(key) }
    var known = evidence[key] ?? Evidence()
    let heads = block.candidateHeads
    for head in heads.names {
      if known.counts[head] == nil { known.heads.append(head) }
      known.counts[head, default: 0] += 1
    }
    if heads.beginsBlock {
      known.leading[heads.names[0], default: 0] += 1
    } else {
      known.followsText.formUnion(heads.names)
    }
    evidence[key] = known
  }

  /// The types of whom more fields are known than before.
  ///
  /// - Parameters:
  ///   - before: the types as they were learned until now.
  ///   - named: by type, fields that settings name: one block with such a head is enough.
  func learned(before: [NoteType], named: [String: Set<String>] = [:]) -> [NoteType] {
    keys.compactMap { key in
      let old = before.first { $0.name == key.name && $0.behavior == key.behavior }
      guard let known = evidence[key] else { return nil }
      let found = known.heads.filter {
        known.counts[$0, default: 0] >= 2 || named[key.name]?.contains($0) == true
      }
      let fields = old?.fields ?? FieldLearning.firstFields(known, found, key.behavior)
      let more = found.filter { !fields.contains($0) }
      guard old != nil || !found.isEmpty, old == nil || !more.isEmpty else { return nil }
      return NoteType(name: key.name, fields: fields + more, behavior: key.behavior, isKnown: false)
    }
  }

  /// The head that begins blocks names the first field; where text stands above it in another block, that field has no name, and Anki's
  /// own is used.
  private static func firstFields(
    _ known: Evidence, _ found: [String], _ behavior: NoteType.Behavior
  ) -> [String] {
    let leading = found.filter { known.leading[$0] != nil && !known.followsText.contains($0) }
    if let first = leading.max(by: { known.leading[$0, default: 0] < known.leading[$1, default: 0] }) {
      return [first]
    }
    return [behavior == .cloze ? "Text" : "Front"]
  }
}
