import StudyCore
import Testing

@testable import NoteParsing

struct LinkTests {
  /// Links as `kind target#fragment`.
  private func links(_ text: String) -> [String] {
    parse(text).links.map { link in
      "\(link.kind.rawValue) \(link.target)" + (link.fragment.map { "#\($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("[[a]]", ["wiki a"]),
    ("[[a|b]]", ["wiki a"]),
    ("| [[a\\|b]] | [[c]] |", ["wiki a", "wiki c"]),
    ("[[a#H]]", ["wiki a#H"]),
    ("[[a#H1#H2|x]]", ["wiki a#H1#H2"]),
    ("[[a#^b1]]", ["wiki a#^b1"]),
    ("[[#H]]", ["wiki #H"]),
    ("[[a|b#c]]", ["wiki a"]),
    ("![[p.png|300x200]]", ["embed p.png"]),
    ("![[d.pdf#page=3]]", ["embed d.pdf#page=3"]),
    ("[[ a b ]]", ["wiki a b"]),
    ("[[a\u{a0}b]]", ["wiki a b"]),
    ("[[e\u{301}]]", ["wiki é"]),
    ("[[Sq]uare]]", ["wiki Sq]uare"]),
    ("[[a [[b]] c]]", ["wiki b"]),
    ("[[[a]]]", ["wiki a"]),
    ("[[1, 2], [3, 4]]", ["wiki 1, 2], [3, 4"]),
    ("[[https://x.y]]", ["wiki https://x.y"]),
    ("[[a]][[b]] / [[c (d)]]", ["wiki a", "wiki b", "wiki c (d)"]),
    ("[[a\nb]]", []),
    ("[[]] [[ ]] [[|x]] [[#]] [[\u{a0}]]", []),
    ("[[a] ]", []),
    ("\\[[a]]", []),
  ])
  func wikiLinks(_ text: String, _ expected: [String]) { #expect(links(text) == expected) }

  @Test(arguments: [
    ("[t](x.md)", ["markdown x.md"]),
    ("[t](a/n%20b.md#H)", ["markdown a/n b.md#H"]),
    ("[t](<a b.md>)", ["markdown a b.md"]),
    ("[t](a b.md)", []),
    ("[t](a.md \"title\")", ["markdown a.md"]),
    ("![t](p.png)", ["markdown-embed p.png"]),
    ("[![t](p.png)](https://x.y)", ["markdown-embed p.png"]),
    ("[t](c(d).md)", ["markdown c(d).md"]),
    ("[a [b] c](x.md)", ["markdown x.md"]),
    ("[t](100%.md) [t](%e9.md) [t](%C3%A9)", ["markdown 100%.md", "markdown %e9.md", "markdown é"]),
    ("[t](https://x.y) [t](mailto:a@b.c) [t](//x.y) [t](obsidian://x)", []),
    ("[t]() [t](", []),
    ("[^1] and [^1]: text", []),
    ("[t](#H)", ["markdown #H"]),
  ])
  func markdownLinks(_ text: String, _ expected: [String]) { #expect(links(text) == expected) }

  @Test(arguments: [
    ("`[[a]]` ``b ` [[c]]`` [[d]]", ["wiki d"]),
    ("` [[a]]\n\n` [[b]]", ["wiki a", "wiki b"]),
    ("`` [[a]] ` [[b]] `", ["wiki a"]),
    ("```\n[[a]]\n```\n[[b]]", ["wiki b"]),
    ("~~~\n[[a]]\n```\n[[b]]\n~~~\n[[c]]", ["wiki c"]),
    ("- ```\n  [[a]]\n  ```\n- [[b]]", ["wiki b"]),
    ("> ```\n> [[a]]\n\n[[b]]", ["wiki b"]),
    ("> ```\n[[b]]", ["wiki b"]),
    ("`a\n```\n[[b]]\n```\nc` [[d]]", ["wiki d"]),
    ("$$ a\n```\n$$\n```\n[[b]] $$", ["wiki b"]),
    ("%% [[a]] %%", ["wiki a"]),
    ("<!-- [[a]] --> [[b]]", ["wiki b"]),
    ("<!--\n```\n[[a]]\n```\n[[b]]\n--> [[c]]", ["wiki c"]),
    ("<!-- [[a]]", ["wiki a"]),
    ("$[[a]]$ [[b]] $5 and $6 [[c]]", ["wiki b", "wiki c"]),
    ("$$\n[[a]]\n$$ [[b]]", ["wiki b"]),
    (
      "# [[a]]\n> [[b]]\n> [!note] [[c]]\n[^1]: [[d]]\n==[[e]]==",
      ["wiki a", "wiki b", "wiki c", "wiki d", "wiki e"]
    ),
    (
      "---\na: \"[[a]]\"\nb: [[b]]\nc: \"see [[c]]\"\nd: '[[d|x]]'\nl:\n  - \"[[e]]\"\n---\n",
      ["property a", "property d", "property e"]
    ),
    (
      "---\nup: \"[[a]]\"\nrequires:\n  - \"[[b]]\"\n- '[[c]]'\nPart-Of: \"[[d]]\"\ntags: [x]\nrelated:\n  x: \"[[e]]\"\n---\n",
      ["property a", "requires b", "requires c", "part-of d", "property e"]
    ),
  ])
  func whereLinksCount(_ text: String, _ expected: [String]) { #expect(links(text) == expected) }

  @Test func linksKnowTheirCard() {
    let note = parse(
      """
      [[before]]
      \(block("Basic", "[[q]]", "Back: [[a]] `[[code]]`", "```", "[[nested]]", "```", "[[b]]"))
      [[between]] STARTI [Basic] [[i]] Back: x ENDI [[after]]
      """)
    #expect(note.links.map(\.target) == ["before", "q", "a", "b", "between", "i", "after"])
    #expect(note.links.map(\.block) == [nil, 0, 0, 0, nil, 1, nil])
    #expect(note.links.map(\.countsForGraph) == Array(repeating: true, count: 7))
  }

  @Test func linksOfCardsInACommentStayOutOfTheGraph() {
    let note = parse("<!--\n[[decoy]]\n" + block("Basic", "[[q]]", "Back: a") + "\n-->\n[[b]]")
    #expect(note.links.map(\.target) == ["q", "b"])
    #expect(note.links.map(\.block) == [0, nil])
    #expect(note.links.map(\.countsForGraph) == [false, true])
  }

  @Test func linksOfFencedCardsStayOutOfTheGraph() {
    let note = parse(
      "```anki\n[[decoy]]\n" + block("Basic", "[[q]]", "Back: a") + "\n" + block("Basic", "[[r]]", "Back: a")
        + "\n```\n[[b]]")
    #expect(note.blocks.map(\.isInFence) == [true, true])
    #expect(note.links.map(\.target) == ["q", "r", "b"])
    #expect(note.links.map(\.block) == [0, 1, nil])
    #expect(note.links.map(\.countsForGraph) == [false, false, true])
  }
}
