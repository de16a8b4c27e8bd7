import NoteParsing
import StudyCore
import StudyStore

/// Gives new blocks the names by which all machines know them: a hash of the Anki id, else of the folder's label
/// with the note's path and the block id, which is unique in one note only, or with the text and a number for
/// equal blocks (`design.md` §5.2).
struct BlockNaming {
  private let store: StudyStore
  private let candidates: [IdentityPlan.Candidate]
  private var taken: Set<BlockUID>

  init(store: StudyStore, candidates: [IdentityPlan.Candidate], matches: [IdentityPlan.Match]) throws {
    self.store = store
    self.candidates = candidates
    taken = []
    let first = candidates.indices.filter { matches[$0].block == nil }.map { name(of: $0, attempt: 0) }
    taken = try store.takenUIDs(among: first)
  }

  /// A uid that no block has, here or in the collection.
  mutating func uid(of index: Int) throws -> BlockUID {
    var attempt = 0
    while true {
      let uid = name(of: index, attempt: attempt)
      let isFree = try !taken.contains(uid) && (attempt == 0 || store.takenUIDs(among: [uid]).isEmpty)
      if isFree {
        taken.insert(uid)
        return uid
      }
      attempt += 1
    }
  }

  /// An id that stands on two blocks names the first only; the second is named by its text.
  private func name(of index: Int, attempt: Int) -> BlockUID {
    let candidate = candidates[index]
    let parts: [String] =
      if attempt == 0, let id = candidate.ankiID {
        ["anki", String(id.rawValue)]
      } else if attempt == 0, let reference = candidate.blockReference {
        ["reference", candidate.folderLabel, TextKey.composed(candidate.path), reference]
      } else {
        ["text", candidate.folderLabel, StableHash.hexadecimal(candidate.fingerprint), String(attempt)]
      }
    return BlockUID(StableHash.hexadecimal(StableHash.of(parts)))
  }
}
