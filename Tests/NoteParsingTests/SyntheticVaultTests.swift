import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// Parses a vault made by a program that counts what it writes.
@Suite(.enabled(if: SyntheticVault.canBeMade, "needs python3 and ../shared/tools"))
struct SyntheticVaultTests {
  @Test(arguments: [1, 2])
  func totalsAgreeWithTheMaker(_ seed: Int) throws {
    let made = try SyntheticVault.make(notes: 300, seed: seed)
    defer { try? FileManager.default.removeItem(at: made.folder) }
    let vault = try Vault(made.folder)
    let totals = made.totals

    let blocks = vault.notes.values.flatMap(\.blocks)
    let decoys = blocks.count { $0.syntax == .block && $0.isInFence }
    #expect(decoys == totals.cards.fencedDecoys)
    var byType = Dictionary(grouping: blocks.filter { $0.syntax == .block }, by: \.noteType.name).mapValues(
      \.count)
    byType["Basic", default: 0] -= decoys
    #expect(byType == totals.cards.blocks)
    let inlines = blocks.filter { $0.syntax == .inline }
    #expect(Dictionary(grouping: inlines, by: \.noteType.name).mapValues(\.count) == totals.cards.inlines)
    #expect(blocks.count { $0.ankiID != nil } == totals.cards.withID)
    #expect(blocks.reduce(-decoys) { $0 + $1.cards.count } == totals.cards.reviewCards)
    #expect(vault.notes.values.reduce(0) { $0 + $1.aliases.count } == totals.aliases.total)
    #expect(vault.notes.values.count { $0.targetDeck != nil } == totals.cards.filesWithTargetDeck)
    #expect(vault.notes.values.count { !$0.fileTags.isEmpty } == totals.cards.filesWithFileTags)

    let links = vault.links
    let wiki = links.filter { $0.link.kind != .markdown && $0.link.kind != .markdownEmbed }
    #expect(wiki.count == totals.links.live)
    #expect(links.count - wiki.count == totals.links.markdownLinksToNotes)
    #expect(links.count { $0.destination == nil } == totals.links.unresolved)
    let toNotes = links.filter { $0.destination?.hasSuffix(".md") ?? false }
    #expect(Set(toNotes.map { [$0.source, $0.destination] }).count == totals.links.distinctEdges)
    #expect(wiki.count { $0.link.block != nil } == totals.links.inCards)
    #expect(wiki.count { $0.link.kind == .property } == totals.links.inFrontmatter)

    let expected: Set<FindingCode> = [.byteOrderMark, .carriageReturns, .cardInCode]
    #expect(Set(vault.notes.values.flatMap(\.codes)).subtracting(expected) == [])
  }
}

private struct SyntheticVault {
  var folder: URL
  var totals: Totals

  struct Totals: Decodable {
    struct Cards: Decodable {
      var blocks: [String: Int]
      var inlines: [String: Int]
      var withID: Int
      var fencedDecoys: Int
      var reviewCards: Int
      var filesWithTargetDeck: Int
      var filesWithFileTags: Int

      enum CodingKeys: String, CodingKey {
        case blocks, inlines, fencedDecoys, reviewCards, filesWithTargetDeck, filesWithFileTags
        case withID = "withId"
      }
    }

    struct Links: Decodable {
      var live: Int
      var unresolved: Int
      var inCards: Int
      var inFrontmatter: Int
      var markdownLinksToNotes: Int
      var distinctEdges: Int
    }

    struct Aliases: Decodable { var total: Int }

    var cards: Cards
    var links: Links
    var aliases: Aliases
  }

  private static let maker = SharedMaterial.folder.appendingPathComponent("tools/make_vault.py")

  static var canBeMade: Bool {
    FileManager.default.fileExists(atPath: maker.path) && Python.isPresent
  }

  static func make(notes: Int, seed: Int) throws -> SyntheticVault {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vault-\(UUID().uuidString)")
    let output = try Python.output(of: [maker.path, folder.path, "--notes", "\(notes)", "--seed", "\(seed)"])
    return SyntheticVault(folder: folder, totals: try SharedMaterial.decode(Totals.self, from: output))
  }
}
