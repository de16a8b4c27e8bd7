import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// Few changed notes are written without a look at the others, and leave what an import of everything leaves.
struct FewChangesTests {
  /// A vault of two imported folders, `A` and `B`, and some files around them.
  private struct Script {
    var random: SeededGenerator
    let vault: TemporaryFolder
    private var files: Set<String> = []
    private var nextNumber = 0

    init(seed: Int) throws {
      random = SeededGenerator(seed: UInt64(seed))
      vault = try TemporaryFolder()
      try vault.makeFolder(".obsidian")
      for folder in ["A", "B"] {
        for number in 0..<60 { try write("\(folder)/\(number % 3 == 0 ? "sub/" : "")n\(number).md") }
      }
    }

    private static let names = ["a", "A", "b", "n1", "n3", "caf\u{e9}", "x.y"]
    private static let folders = ["A/", "A/", "A/sub/", "B/", "B/", "B/sub/", "b/", ""]
    private static let targets = [
      "a", "A", "b.md", "n1", "n2", "n3", "A/n1", "B/n2", "sub/n3", "./n1", "../n3", "../n4/.", "../../B/n2",
      "cafe\u{301}",
      "x.y", "p.png", "A/p.png", "", "other name", "nowhere", "sub/nowhere", "../nowhere",
    ]

    private mutating func path() -> String {
      let folder = random.element(of: Script.folders)
      let isNote = !random.happens(oneIn: 6)
      return folder
        + (isNote ? random.element(of: Script.names) + ".md" : random.element(of: ["p.png", "a.txt"]))
    }

    private mutating func text() -> String {
      var text =
        random.happens(oneIn: 4) ? "---\naliases: [\(random.element(of: ["a", "other name"]))]\n---\n" : ""
      for _ in 0..<random.index(below: 5) {
        let target = random.element(of: Script.targets + ["nowhere \(random.index(below: 300))"])
        switch random.index(below: 7) {
        case 0: text += "![[\(target)]]\n"
        case 1: text += "[shown](<\(target)>)\n"
        case 2:
          nextNumber += 1
          text += card("front \(nextNumber) of [[\(target)]]", "back \(nextNumber)")
        case 3: text += card("the same front", "the same back")
        case 4: text += "START\nBasic\nwithout an end\n"
        default: text += "[[\(target)#Heading|shown]] and [[\(target)]]\n"
        }
      }
      return text
    }

    private mutating func write(_ path: String) throws {
      try vault.write(text(), to: path)
      files.insert(path)
    }

    mutating func change() throws {
      for _ in 0...random.index(below: 3) {
        let old = random.element(of: files.sorted())
        switch random.index(below: 6) {
        case 0:
          files.remove(old)
          try vault.remove(old)
        case 1:
          let new = path()
          guard files.insert(new).inserted else { continue }
          files.remove(old)
          try vault.move(old, to: new)
        case 2: try write(path())
        case 3: try vault.touch(old)
        default: try write(old)
        }
      }
    }
  }

  private func expectSame(_ left: Collection, _ right: Collection, _ comment: Comment) throws {
    #expect(try left.links() == right.links(), comment)
    #expect(try left.concepts() == right.concepts(), comment)
    for sql in [
      "SELECT root.path, note.path, alias FROM noteAlias JOIN note ON note.id = note JOIN root ON root.id = root",
      "SELECT path, key, nameKey FROM file",
    ] {
      #expect(try left.rows(sql + " ORDER BY 1, 2, 3") == right.rows(sql + " ORDER BY 1, 2, 3"), comment)
    }
    #expect(try figuresOfText(left) == figuresOfText(right), comment)
  }

  /// Without findings, of which some tell what an import guessed.
  private func figuresOfText(_ collection: Collection) throws -> [String: ImportFigures] {
    try figures(collection).mapValues { figures in
      var figures = figures
      (figures.errors, figures.warnings, figures.remarks) = (0, 0, 0)
      return figures
    }
  }

  private func figures(_ collection: Collection) throws -> [String: ImportFigures] {
    let folders = try collection.store.folders()
    return try Dictionary(
      uniqueKeysWithValues: folders.map { ($0.path, try collection.store.figures(of: $0)) })
  }

  /// The figures are those that counting everything gives.
  private func expectCounted(_ collection: Collection, _ comment: Comment) throws {
    let kept = try figures(collection)
    try collection.store.queue.write { db in
      for root in try Int64.fetchAll(db, sql: "SELECT id FROM root WHERE figures IS NOT NULL") {
        try FolderFigures.count(db, root)
      }
    }
    #expect(try kept == figures(collection), comment)
  }

  @Test(arguments: 0..<12) func `many small imports give what one gives`(seed: Int) throws {
    var script = try Script(seed: seed)
    let paths = ["A", "B"].map(script.vault.absolute)
    let collection = try Collection()
    _ = try collection.service.importFolders(at: paths)
    for step in 0..<12 {
      let comment: Comment = "seed \(seed), step \(step)"
      try script.change()
      _ = try collection.service.importKnownFolders()
      let fresh = try Collection()
      _ = try fresh.service.importFolders(at: paths)
      try expectSame(collection, fresh, comment)
      try expectCounted(collection, comment)
      if script.random.happens(oneIn: 6) {
        let other = try #require(try collection.store.folders().last)
        _ = try collection.store.forget(other, now: Collection.now)
        try expectCounted(collection, comment)
        _ = try collection.service.importFolders(at: paths)
      }
    }
    let before = try collection.links()
    _ = try collection.service.importKnownFolders(.init(isForced: true))
    #expect(try collection.links() == before)
    try expectCounted(collection, "seed \(seed), forced")
  }

  @Test func `a card that goes to another folder leaves the figures of the one it was in`() throws {
    let vault = try TemporaryFolder(["A/a.md": card("one", "first") + "text", "B/b.md": "text"])
    let collection = try Collection()
    _ = try collection.service.importFolders(at: [vault.absolute("A"), vault.absolute("B")])
    try vault.write("text", to: "A/a.md")
    try vault.write("text\n" + card("one", "first"), to: "B/b.md")
    _ = try collection.service.importKnownFolders()
    let figures = try figures(collection)
    #expect(figures[vault.absolute("A")]?.cards == 0)
    #expect(figures[vault.absolute("B")]?.cards == 1)
  }

  @Test func `a name comes and goes that more than a few notes link to`() throws {
    let folder = try TemporaryFolder(["hub.md": "[[n1]]", "other.md": "text"])
    for number in 0..<80 { try folder.write("[[hub]] and [[nowhere]]", to: "n\(number).md") }
    let collection = try Collection()
    try collection.importing(folder)
    for (old, new) in [("hub.md", "hut.md"), ("hut.md", "sub/hub.md"), ("sub/hub.md", "nowhere.md")] {
      try folder.move(old, to: new)
      try folder.write("[[\(new)]]", to: "other.md")
      try collection.importing(folder)
      let fresh = try Collection()
      try fresh.importing(folder)
      try expectSame(collection, fresh, "\(new)")
      try expectCounted(collection, "\(new)")
    }
  }
}
