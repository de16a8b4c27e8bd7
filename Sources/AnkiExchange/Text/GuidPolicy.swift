import StudyCore

/// What becomes of a card that another tool has put into Anki under a guid that Linnet does not know.
package enum AnkiIDPolicy: String, Hashable, Sendable, CaseIterable {
  /// Anki finds it by its front, where that is safe.
  case match
  /// It is not exported.
  case skip
  /// It is exported as a card of its own.
  case new
}

/// Gives every note its guid cell, or the reason why it cannot have one (`design.md` §9, «Anki guid»).
struct GuidPolicy {
  let policy: AnkiIDPolicy
  private let fronts: [Front: Int]
  private var taken: Set<String> = []

  private struct Front: Hashable {
    var typeName: String
    var text: String

    init(_ note: RenderedNote) {
      typeName = note.typeName.lowercased()
      text = note.front
    }
  }

  init(policy: AnkiIDPolicy, notes: [RenderedNote]) {
    self.policy = policy
    fronts = notes.reduce(into: [:]) { $0[Front($1), default: 0] += 1 }
  }

  /// An empty guid asks Anki to look for the first field.
  mutating func guid(for note: RenderedNote) -> Result<String, ExportReport.Failure> {
    if note.note.learnedGuid == nil, note.note.ankiID != nil {
      switch policy {
      case .match: return match(note)
      case .skip: return .failure(.init(reason: .alreadyInAnki))
      case .new: break
      }
    }
    let guid = note.note.learnedGuid ?? AnkiGuid.own(block: note.note.block, noteType: note.typeName)
    return taken.insert(guid).inserted ? .success(guid) : .failure(.init(reason: .sameGuid))
  }

  /// Two rows that Anki finds by the same front overwrite each other, and a front that it does not find becomes
  /// a second note.
  private func match(_ note: RenderedNote) -> Result<String, ExportReport.Failure> {
    if fronts[Front(note), default: 0] > 1 { return .failure(.init(reason: .frontNotUnique)) }
    let isUnchanged = note.note.exportedFront == nil || note.note.exportedFront == note.frontHash
    return isUnchanged ? .success("") : .failure(.init(reason: .frontChanged))
  }
}

extension ExportReport {
  struct Failure: Error {
    var reason: Reason
  }
}
