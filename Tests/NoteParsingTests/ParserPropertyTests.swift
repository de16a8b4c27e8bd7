import Foundation
import ParserProperties
import TestSupport
import Testing

@testable import NoteParsing

/// What the fuzzer looks for (`Fuzz/run.sh`), in a few thousand files that are the same every time.
struct ParserPropertyTests {
  /// Pieces of cards, links, code and front matter, whole and broken.
  private static let pieces: [String] = [
    "START\n", "START\nBasic\n", "START\nBasic\nq\nBack: a\nEND\n", "START \nbasic\nq\nBack: a\nEND \n",
    "END\n",
    "END", "ENDING\n", "END ^abc\n", "Basic\n", "Cloze\n", "{{c1::a}} {{c2::b::c}}\n", "{a {b}} {2:c}\n",
    "}}",
    "Vocab\nWord: x\n\nMeaning: y\n", "Front: q\n", "Back: a\n", "Back:", "Tags: x y\n", "Tags: x, #y\n",
    "<!--ID: 1700000000001-->\n", "<!--ID: 5-->", "ID: 1234567890\n", "DELETE\n", "FROZEN - Basic:\n",
    "TARGET DECK: a::b\n", "FILE TAGS\nx\n", "STARTI [Basic] q Back: a Tags: x ENDI", "STARTI ", " ENDI",
    "***\n",
    "****\n", "%%ANKI\n", "END%%\n", "deck: x\n", "(", ")", "```\n", "```anki\n", "~~~\n", "> ```\n", "> ",
    "- ",
    "# h\n", "## h ##\n", "---\n", "---\naliases: [a, \"b\"]\ntags: x/y\n---\n", "aliases:\n  - a\n",
    "deck: [\n",
    "up: \"[[a]]\"\n", "? *a\n", "[[a]]", "![[a#b|c]]", "[[", "]]", "[a](b%20c.md#d)", "[", "](", "[^a]",
    "\\", "$",
    "$$\n", "`", "``", "==", "==a==", "%%", "<!--", "-->", "\n", "\n", "\n\n", "\r\n", "\r", " ", "\t", "a",
    "é",
    "a::b\n", "::", ":::", "?\n", "??\n", "#flashcards\n", "#flashcards/x ", "a #flashcard\n", " #fc\n",
    "a #card\n", "#card-reverse\n",
    " #card/spaced\n", "Q: a\n", "A: b\n", "F: a\nB: b\n", "| a |\n", "| - |\n", "> START\n",
    "> Basic\n> q\n> Back: a\n> END\n",
    "- START\n  Basic\n  q\n  END\n", "```flashcard\nfront: a\nback: b\n", "> [!CARD] a\n",
    "<!--SR:!2026-12-24,12,250-->", "^1700000000001\n",
    " ^q-1a\n", "cards-deck: a\n", "test: title\n", "flashcards:\n  a: b\n", "==1;;a;;h==", "**a**",
    "std::vector ", "\u{c3}\u{a9}",
    "A sentence of [[a]] and five more words. ", "[[b|c]] is, e.g. here, a [[d#e]]! ",
    "- an item with a [[d]] in it\n",
    "> [!note] so\n", "語彙と[[a]]の関係。", "**bold. [[a]]** ", "Type: [[a]] one two three\n",
    "語彙", "🜁", "e\u{301}", "\u{a0}", "\u{85}", "\u{2028}", "\u{feff}", "\u{0}",
  ]

  private static func file(_ generator: inout SeededGenerator) -> [UInt8] {
    var file: [UInt8] = generator.happens(oneIn: 5) ? Array("---\n".utf8) : []
    for _ in 0..<generator.index(below: 30) {
      file += generator.element(of: pieces).utf8
      if generator.happens(oneIn: 50) { file.append(UInt8.random(in: .min ... .max, using: &generator)) }
    }
    if generator.happens(oneIn: 5) { file.removeLast(generator.index(below: file.count + 1)) }
    return file
  }

  @Test(arguments: 0..<20) func `promises are kept in files of random pieces`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for number in 0..<100 {
      let file = ParserPropertyTests.file(&generator)
      let choice = ParserChoice(UInt8(number))
      let breaches = ParserProperty.breaches(in: file, read: choice)
      #expect(breaches == [], "\(number): \(String(decoding: file, as: UTF8.self).debugDescription)")
    }
  }

  /// The corpus of the fuzzer: what it found is there too.
  @Test func `promises are kept in the corpus`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz/Corpus")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count > 20)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let breaches = try ParserProperty.breaches(
        in: Array(bytes.dropFirst()), read: ParserChoice(#require(bytes.first)))
      #expect(breaches == [], "\(file.lastPathComponent)")
    }
  }

  /// Lines end at more characters in YAML than in a file.
  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"]) func `broken front matter is found where it is`(
    _ end: String
  ) {
    let note = parse("---\na: \"\(end)\(end)\(end)b\nc: [\n---\nt\n")
    let places = note.places(of: .frontMatterInvalid)
    #expect(places.allSatisfy { (2...4).contains($0.line) })
    #expect(places.count == 1)
  }

  /// Which of several keys is named first was left to chance.
  @Test func `keys that stand twice are found the same way each time`() {
    let text = "---\n? {a: b}\n: c\nx: 1\nx: 2\n? {a: b}\n: d\n---\n"
    #expect(Set((0..<20).map { _ in parse(text).findings }).count == 1)
  }
}
