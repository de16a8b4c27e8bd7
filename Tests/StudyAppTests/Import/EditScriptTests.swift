import StudyCore
import TestSupport
import Testing

@testable import StudyApp

/// Whatever is done to the notes, each block keeps its history: random scripts know which block is which.
struct EditScriptTests {
  @Test(arguments: 0..<12) func everyBlockKeepsItsHistory(seed: Int) throws {
    var vault = ScriptedVault(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let collection = try Collection()
    var files: [String: String] = [:]
    /// Uids that the blocks of a family ever had.
    var known: [Int: Set<String>] = [:]
    var counts = (block: 0, card: 0, log: 0)
    for step in 0..<20 {
      if step > 0 { vault.change() }
      files = try vault.write(to: folder, before: files)
      // Half of a small vault may go; that is what --force is for, and it reads all the rest anew, too.
      let report = try importing(folder, collection)

      let families = try standingUIDs(vault, collection)
      #expect(try Set(collection.blocks().map(\.uid)).count == vault.blocks.count)
      let place = "seed \(seed), step \(step)"
      for (family, uids) in families {
        #expect(uids.count == standing(family, vault), "\(place): a block is missing")
        if standing(family, vault) == 1, let before = known[family] {
          #expect(before.isSuperset(of: uids), "\(place): the history of block \(family) was not continued")
        }
        known[family, default: []].formUnion(uids)
      }
      #expect(
        Set(known.values.joined()).count == known.values.map(\.count).reduce(0, +), "one uid, two families")
      let now = try (
        block: collection.count("block"), card: collection.count("card"), log: collection.count("logEntry")
      )
      #expect(now.block >= counts.block && now.card >= counts.card && now.log >= counts.log)
      counts = now
      #expect(report.figures.blocks == vault.blocks.count)
      if step % 5 == 0 { try collection.answerAll() }

      let before = try collection.changeCount()
      _ = try collection.importing(folder)
      #expect(
        try collection.changeCount() == before, "\(place): an import without a change wrote"
      )
    }
  }

  private func standing(_ family: Int, _ vault: ScriptedVault) -> Int {
    vault.blocks.filter { $0.family == family }.count
  }

  private func importing(_ folder: TemporaryFolder, _ collection: Collection) throws -> ImportReport {
    do {
      return try collection.importing(folder)
    } catch StudyAppError.tooManyRemovals {
      return try collection.importing(folder, isForced: true)
    }
  }

  /// Uids of the blocks that stand, by the family that the script knows them to be of.
  private func standingUIDs(_ vault: ScriptedVault, _ collection: Collection) throws -> [Int: [String]] {
    let byFront = Dictionary(vault.blocks.map { ($0.front, $0.family) }) { first, _ in first }
    var uids: [Int: [String]] = [:]
    for block in try collection.blocks() {
      let family = try #require(byFront[block.front], "a block that the script does not know stands")
      uids[family, default: []].append(block.uid)
    }
    return uids
  }
}
