import NoteParsing
import StudyCore
import StudyStore

/// Decides which block there was each block read now continues (`design.md` §5.2). A pure function of both.
///
/// Anki id, block id and fingerprint identify; similarity guesses. A block there was is continued once at most.
struct IdentityPlan {
  /// A block as it was read, with its place among the notes of this import.
  struct Candidate {
    var notePath: String
    var fields: [String]
    var fingerprint: UInt64
    var ankiID: AnkiNoteID?
    var blockReference: String?

    var keys: [IdentityKey] {
      var keys: [IdentityKey] = []
      if let ankiID { keys.append(.ankiID(ankiID)) }
      if let blockReference { keys.append(.blockReference(blockReference)) }
      keys.append(.fingerprint(fingerprint))
      return keys
    }
  }

  enum Match: Hashable {
    case new
    /// The same words as a block that stands elsewhere: a card of its own, which begins suspended.
    case copy
    case identified(BlockID)
    /// Text changed; `score` is how much of it is the same (0–1).
    case guessed(BlockID, score: Double)

    var block: BlockID? {
      switch self {
      case .new, .copy: nil
      case .identified(let block), .guessed(let block, _): block
      }
    }
  }

  /// In step with the candidates.
  private(set) var matches: [Match]
  /// Blocks of the notes read that nothing continues.
  private(set) var removed: [BlockID] = []
  /// Candidates for which two blocks were equally likely, so that neither was taken.
  private(set) var unclear: [Int] = []

  private let candidates: [Candidate]
  /// Blocks of notes that were read again or are gone: all of them are free to be continued.
  private let inPlay: [KnownBlock]
  private let known: [IdentityKey: [KnownBlock]]
  private let inPlayIDs: Set<BlockID>
  private var claimed = Set<BlockID>()

  init(candidates: [Candidate], inPlay: [KnownBlock], known: [IdentityKey: [KnownBlock]]) {
    self.candidates = candidates
    self.inPlay = inPlay
    self.known = known
    inPlayIDs = Set(inPlay.map(\.id))
    matches = candidates.map { _ in .new }
    matchByKey { $0.ankiID.map(IdentityKey.ankiID) }
    matchByKey({ $0.blockReference.map(IdentityKey.blockReference) }, sameNoteOnly: true)
    matchByKey { .fingerprint($0.fingerprint) }
    matchBySimilarity()
    markCopies()
    removed = inPlay.map(\.id).filter { !claimed.contains($0) }
  }

  private mutating func claim(_ index: Int, _ match: Match) {
    matches[index] = match
    if let block = match.block { claimed.insert(block) }
  }

  private func isFree(_ block: KnownBlock) -> Bool {
    !claimed.contains(block.id) && (block.isRemoved || inPlayIDs.contains(block.id))
  }

  /// Same note first, then any other; in order of appearance both times.
  private mutating func matchByKey(_ key: (Candidate) -> IdentityKey?, sameNoteOnly: Bool = false) {
    for wantsSameNote in sameNoteOnly ? [true] : [true, false] {
      for (index, candidate) in candidates.enumerated() where matches[index] == .new {
        guard let key = key(candidate), let blocks = known[key] else { continue }
        let free = blocks.filter { isFree($0) && (!wantsSameNote || $0.notePath == candidate.notePath) }
        // Blocks that stand in a note come before those that were removed earlier.
        let best = free.min {
          ($0.isRemoved ? 1 : 0, $0.position, $0.id.rawValue) < (
            $1.isRemoved ? 1 : 0, $1.position, $1.id.rawValue
          )
        }
        if let best { claim(index, .identified(best.id)) }
      }
    }
  }

  /// A second block with the words of one that is identified or stands in a note not read now.
  private mutating func markCopies() {
    var first = Set<UInt64>()
    for (index, candidate) in candidates.enumerated() where matches[index] != .new {
      first.insert(candidate.fingerprint)
    }
    for (index, candidate) in candidates.enumerated() where matches[index] == .new {
      let standsElsewhere = (known[.fingerprint(candidate.fingerprint)] ?? []).contains {
        !$0.isRemoved && !inPlayIDs.contains($0.id) && $0.fingerprint == candidate.fingerprint
      }
      if !first.insert(candidate.fingerprint).inserted || standsElsewhere { matches[index] = .copy }
    }
  }

  /// What is left of both sides is paired by similarity.
  private mutating func matchBySimilarity() {
    let newOnes = candidates.indices.filter { matches[$0] == .new }
    let free = inPlay.filter { isFree($0) }
    guard !newOnes.isEmpty, !free.isEmpty else { return }
    let pairing = SimilarityPairing(
      left: newOnes.map { .init(note: candidates[$0].notePath, fields: candidates[$0].fields) },
      right: free.map { .init(note: $0.notePath, fields: $0.fields) })
    for pair in pairing.pairs { claim(newOnes[pair.left], .guessed(free[pair.right].id, score: pair.score)) }
    unclear = pairing.unclear.map { newOnes[$0] }
  }
}
