import NoteParsing
import StudyCore
import StudyStore

/// Tells the learner what was guessed, what was unclear and what is a copy.
struct IdentityFindings {
  private let candidates: [IdentityPlan.Candidate]
  private let plan: IdentityPlan
  private let unclear: Set<Int>
  /// The block that owns an Anki id, where a second one carries it too.
  private var firstOwner: [AnkiNoteID: Int] = [:]
  private let ownersElsewhere: Set<AnkiNoteID>
  private(set) var guesses = 0
  private(set) var copies = 0

  init(candidates: [IdentityPlan.Candidate], plan: IdentityPlan, known: [IdentityKey: [KnownBlock]]) {
    self.candidates = candidates
    self.plan = plan
    unclear = Set(plan.unclear)
    let claimed = Set(plan.matches.compactMap(\.block))
    let gone = Set(plan.removed.map(\.id))
    ownersElsewhere = Set(
      candidates.compactMap(\.ankiID).filter { id in
        (known[.ankiID(id)] ?? []).contains {
          !$0.isRemoved && $0.ankiID == id && !claimed.contains($0.id) && !gone.contains($0.id)
        }
      })
    for (index, candidate) in candidates.enumerated() {
      guard let id = candidate.ankiID else { continue }
      let isIdentified = plan.matches[index].block != nil
      if firstOwner[id] == nil || isIdentified && plan.matches[firstOwner[id]!].block == nil {
        firstOwner[id] = index
      }
    }
  }

  mutating func findings(for index: Int, at block: ParsedBlock) -> [Finding] {
    let place = Finding.Place(line: block.lines.lowerBound, column: block.column)
    var findings: [Finding] = []
    if unclear.contains(index) {
      findings.append(
        Finding(
          severity: .warning, code: .historyUnclear,
          message: "two cards that are gone resemble this one about equally, so it begins as a new card",
          fix: "put the old text back and import, then edit one card at a time", place: place))
    }
    if case .guessed(_, let score) = plan.matches[index] {
      guesses += 1
      findings.append(
        Finding(
          severity: .note, code: .historyGuessed,
          message: IdentityFindings.change(score) + " and the history was kept",
          fix: "nothing to do if it is still the same card; else write the new card as a block of its own",
          place: place))
    }
    if plan.copies.contains(index) {
      if plan.matches[index] == .copy { copies += 1 }
      findings.append(
        Finding(
          severity: .warning, code: .copiedCard,
          message: "this is a copy of another card, so it is suspended",
          fix: "remove one of the two, or change its text; `linnet resume` studies both", place: place))
    }
    if let id = candidates[index].ankiID, isOwnedByAnother(id, index) {
      findings.append(
        Finding(
          severity: .warning, code: .duplicateID,
          message: "the id \(id.rawValue) stands on another card too",
          fix: "remove the ID comment from the copy; the other card keeps the history", place: place))
    }
    // What came of a sentence is counted, but nothing to mend.
    return block.syntax == .linkQuestion ? [] : findings
  }

  /// The parser reports a second block with the id in one note.
  private func isOwnedByAnother(_ id: AnkiNoteID, _ index: Int) -> Bool {
    if ownersElsewhere.contains(id) { return true }
    guard let owner = firstOwner[id], owner != index else { return false }
    return candidates[owner].notePath != candidates[index].notePath
  }

  func decision(for index: Int, _ reference: BlockWrite.Reference) -> Decision? {
    switch plan.matches[index] {
    case .guessed(_, let score): Decision(kind: .keptHistory, block: reference, detail: "similarity \(score)")
    case .copy: Decision(kind: .copy, block: reference, detail: "equal text")
    case .new, .identified: nil
    }
  }

  /// Equal first fields count as alike altogether, whatever stands below them.
  private static func change(_ score: Double) -> String {
    score == 1
      ? "what stands below the same question changed"
      : "the text changed (\(Int((score * 100).rounded()))% alike)"
  }
}
