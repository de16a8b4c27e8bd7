import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// What is kept as its place in the text says the same as strings that were made at once.
struct WrittenTextTests {
  @Test func `a note is the same wherever its parts stand`() {
    let body =
      "---\naliases: [x, y]\ntags: a, b\n---\n# h\n" + block("Basic", "q [[n#h|a]]", "Back: a", "Tags: t u")
    let note = parse(body)
    #expect(note.aliases == ["x", "y"])
    #expect(note.tags == ["a", "b"])
    #expect(note.links.map(\.target) == ["n"])
    #expect(note.linkCount == 1)
    #expect(note.summaries == ["[Basic] Front: q [[n#h|a]] | Back: a #t #u"])
    #expect(note.blocks.map(\.headings) == [["h"]])
    // The blank makes other places of the same parts.
    let moved = parse(body.replacing("[x, y]", with: "[x,  y]"))
    #expect(moved.names == note.names)
    #expect(moved.blocks.map(\.texts) == note.blocks.map(\.texts))
    #expect(moved.writtenLinks == note.writtenLinks)
    #expect(Set([moved.names, note.names]).count == 1)
  }

  /// Lines of tags in any form: those that are plain are read as all others are.
  @Test(arguments: 0..<40) func `plain tags are what all tags are`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [" ", " ", " a", " A", " b", " ab", ",", "#c", " é", "\t", " a/b", "[[d]]"]
    for _ in 0..<50 {
      let text = (0..<generator.index(below: 8)).map { _ in generator.element(of: pieces) }.joined()
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        let range = 0..<bytes.count
        guard Tag.isPlainList(in: bytes, range) else { return }
        let tags = Tag.list(in: bytes, range)
        #expect(tags == Tag.union(tags))
        #expect(text.hasPrefix(tags.map { " " + $0 }.joined()), "\(text.debugDescription)")
      }
    }
  }

  /// A field that is written in several pieces is joined, and blanks of all kinds stand at no end.
  @Test(arguments: [
    ("q\nBack: a\nFront: r", ["q\n r", "a"]), ("\u{a0}q\u{3000}\nBack:\u{a0}\n", ["q", ""]),
    ("Front: q\nBack: a\n\n", ["q", "a"]), ("\nFront: q", ["q", ""]), ("Back: a", ["", "a"]),
  ])
  func `fields are as they were meant`(_ body: String, _ texts: [String]) {
    let note = parse("START\nBasic\n\(body)\nEND\n")
    #expect(note.blocks.map { $0.fields.map(\.text) } == [texts])
    #expect(note.blocks.map(\.fingerprint) == note.blocks.map { Fingerprint.of($0.fields) })
  }

  /// Front matter in front matter's own separators, also after characters that combine with them.
  @Test func `names are cut at separators`() {
    #expect(parse("---\naliases: a, b,c\ntags: d e,f\n---\n").aliases == ["a", "b", "c"])
    #expect(parse("---\naliases: a, b,c\ntags: d e,f\n---\n").tags == ["d", "e", "f"])
    #expect(parse("---\naliases: é, b\n---\n").aliases == ["é", "b"])
    #expect(parse("---\ntags: [\"#d\", D, \"[[e]]\"]\n---\n").tags == ["d", "e"])
  }
}
