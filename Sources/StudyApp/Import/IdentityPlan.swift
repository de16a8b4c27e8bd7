import NoteParsing
import StudyCore
import StudyStore

/// Decides which block there was each block read now continues (`design.md` §5.2). A pure function of both.
///
/// Anki id, block id and fingerprint identify; similarity guesses. A block there was is continued once at most.
struct IdentityPlan {
  /// A block as it was read, with its place among the notes of this import.
  struct Candidate {
    /// What the folder is called, its path, and that of the note within it.
    var folderLabel: String
    var folderPath: String
    var path: String
    var fields: [String]
    var fingerprint: UInt64
    var ankiID: AnkiNoteID?
    var blockReference: String?

    /// Absolute path of the note.
    var notePath: String { folderPath + "/" + path }

    var keys: [IdentityKey] {
      var keys: [IdentityKey] = []
      if let ankiID { keys.append(.ankiID(ankiID)) }
      if let blockReference { keys.append(.blockReference(blockReference)) }
      keys.append(.fingerprint(fingerprint))
      return keys
    }

    /// Nothing to recognise it by but its place: a card of a template that nobody filled in.
    var isEmpty: Bool { fields.allSatisfy { TextKey.trimmed($0).isEmpty } }
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
  private(set) var removed: [KnownBlock] = []
  /// Candidates for which two blocks were equally likely, so that neither was taken.
  private(set) var unclear: [Int] = []
  /// Candidates with the words of another block that stands: those matched as ``Match/copy``, and those that
  /// continue a copy.
  private(set) var copies = Set<Int>()

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
    removed = inPlay.filter { !claimed.contains($0.id) }
  }

  private mutating func claim(_ index: Int, _ match: Match) {
    matches[index] = match
    if let block = match.block { claimed.insert(block) }
  }

  private func isFree(_ block: KnownBlock) -> Bool {
    !claimed.contains(block.id) && (block.isRemoved || inPlayIDs.contains(block.id))
  }

  // MARK: Identified

  /// How well a block that is known by a key answers to it, best first: one that had it until now before one
  /// that had it once, one that stood in a note before one that was gone, an original before its copy.
  private struct Tier: Hashable, Comparable {
    var isPast: Bool
    var isRemoved: Bool
    var isCopy: Bool

    init(_ block: KnownBlock, _ key: IdentityKey) {
      isPast = !block.answers(to: key)
      isRemoved = block.isRemoved
      isCopy = block.isCopy
    }

    private var rank: Int { (isPast ? 4 : 0) + (isRemoved ? 2 : 0) + (isCopy ? 1 : 0) }
    static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }
  }

  private struct Place: Hashable {
    var key: IdentityKey
    var notePath: String
  }

  /// Within a tier: same note first, then any other, in order of appearance both times.
  private mutating func matchByKey(_ key: (Candidate) -> IdentityKey?, sameNoteOnly: Bool = false) {
    let waiting: [(index: Int, key: IdentityKey)] = candidates.indices.compactMap { index in
      guard matches[index] == .new, let key = key(candidates[index]), known[key] != nil else { return nil }
      return (index, key)
    }
    var blocksByTier: [Tier: [(key: IdentityKey, block: KnownBlock)]] = [:]
    for key in Set(waiting.map(\.key)) {
      for block in known[key] ?? [] where isFree(block) {
        blocksByTier[Tier(block, key), default: []].append((key, block))
      }
    }
    for (_, blocks) in blocksByTier.sorted(by: { $0.key < $1.key }) {
      // The last element of a queue is its first in order of appearance.
      let ordered = blocks.sorted {
        ($0.block.position, $0.block.id.rawValue) > ($1.block.position, $1.block.id.rawValue)
      }
      var inNote = Dictionary(grouping: ordered) { Place(key: $0.key, notePath: $0.block.notePath) }
      for (index, key) in waiting where matches[index] == .new {
        take(from: &inNote[Place(key: key, notePath: candidates[index].notePath)], for: index)
      }
      guard !sameNoteOnly else { continue }
      var anywhere = Dictionary(grouping: ordered, by: \.key)
      for (index, key) in waiting where matches[index] == .new { take(from: &anywhere[key], for: index) }
    }
  }

  private mutating func take(from queue: inout [(key: IdentityKey, block: KnownBlock)]?, for index: Int) {
    while let block = queue?.popLast()?.block {
      guard !claimed.contains(block.id) else { continue }
      return claim(index, .identified(block.id))
    }
  }

  // MARK: Guessed

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

  // MARK: Copies

  /// A second block with the words of one that continues another block or stands in a note not read now. A block
  /// that was a copy stays one as long as its original stands.
  private mutating func markCopies() {
    let copiesThereWere = Set(known.values.joined().filter(\.isCopy).map(\.id))
    let continuesCopy = { (match: Match) in match.block.map(copiesThereWere.contains) ?? false }
    var first = Set<UInt64>()
    for (index, candidate) in candidates.enumerated()
    where matches[index] != .new && !continuesCopy(matches[index]) {
      first.insert(candidate.fingerprint)
    }
    for (index, candidate) in candidates.enumerated()
    where matches[index] == .new || continuesCopy(matches[index]) {
      guard !candidate.isEmpty else { continue }
      let isSecond = !first.insert(candidate.fingerprint).inserted
      guard isSecond || standsElsewhere(candidate) else { continue }
      copies.insert(index)
      if matches[index] == .new { matches[index] = .copy }
    }
  }

  private func standsElsewhere(_ candidate: Candidate) -> Bool {
    (known[.fingerprint(candidate.fingerprint)] ?? []).contains {
      !$0.isRemoved && !inPlayIDs.contains($0.id) && $0.fingerprint == candidate.fingerprint
    }
  }
}
