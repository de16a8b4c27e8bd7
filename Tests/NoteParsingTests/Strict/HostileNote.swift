import NoteParsing
import TestSupport

/// A note of fragments that mean something to Obsidian_to_Anki, put together at random.
enum HostileNote {
  private static let lines = [
    "START\n", "START\n", "START\n", "START\n", "END\n", "END\n", "END\n", "Basic\n", "Basic\n", "Basic\n",
    "Cloze\n",
    "START", "END", "START \n", "> START\n> Basic\n> q\n> END\n", "- START\n  Basic\n  q\n  END\n", "> ",
    " START\n", "\tEND\n", "ENDING\n", "END \n", "START\r\n", "END\r\n", "\r\n",
    "\r",
    "basic\n", "Basic \n", "Vocab\n", "What is it?\n", "Back: a\n", "Back:\n", "Back: ", "Front: q\n",
    "Text: {{c1::x}}\n",
    "Back Extra: e\n", "\n", "\n\n", " ", "\u{a0}", "\u{a0}\n", "\u{feff}", "\u{2028}", "\u{2029}", "\u{85}",
    "\u{3000}",
    "Tags: a b\n", "Tags: \n", "Tags:\n", "Tags: a,  #b c\n", "Tags: x", "<!--ID: 17-->\n",
    "ID: 1700000000000\n",
    "ID: \n", "the PID: 42 here\n", "<!--ID:5-->\n", "id: 5\n", "ID: ID: 7\n", "```\n", "```anki\n", "%%\n",
    "<!--\n",
    "-->\n", "$$\n", "---\n", "# Heading\n", "STARTI", "STARTI ", "ENDI", " ENDI", " ENDI\n", "[Basic]",
    " [Basic] ",
    "[Cloze] {{c1::g}} ", "[[link]]", "[[link]] ", "[[link]]\n", "[", "]", "[]", " Back: ", " Back:x ",
    "Front: ", "Tags: t u ",
    "ID: 8 ",
    "<!--ID: 9-->", "TARGET DECK: a::b \n", "TARGET DECK\n", "TARGET DECK: ", "FILE TAGS: x  y\n",
    "FILE TAGS\n",
    "DELETE\n", "DELETE ID: 3\n", "FROZEN - Basic:\n", "FROZEN - Cloze:\nText: f\n\n",
    "FROZEN - Basic:\n\nBack: f\n", "FROZEN - ", "words",
    "ñ é 語 👩‍👩‍👧",
    "e\u{301}", "RESTARTING the PENDING\n", "RESTARTI PENDI\n",
  ]

  static func text(_ random: inout SeededGenerator, keywords: Keywords = Keywords()) -> String {
    var text = ""
    for _ in 0..<random.index(below: 40) {
      // Something that is nearly a card, so that there are cards at all.
      if random.happens(oneIn: 6) { text += nearlyCard(&random) } else { text += random.element(of: lines) }
    }
    return text.replacing("START", with: keywords.begin).replacing("END", with: keywords.end)
  }

  /// What stands at the end of a card, where the order counts most.
  private static let trailers = [
    "Tags: x y\n", "Tags: x \u{a0}", "Tags: ", "<!--ID: 5-->\n", "ID: 1700000000000 ", "\n", " \n",
    "\u{a0}\n", "\u{feff}",
    "\u{3000}", "\u{2028}", "\u{85}\n",
  ]

  private static func nearlyCard(_ random: inout SeededGenerator) -> String {
    var card =
      random.happens(oneIn: 3)
      ? ["STARTI ", "[Basic] ", "q ", "Back: ", "a ", "ENDI\n"]
      : ["START\n", "Basic\n", "q\n", "Back: a\n", "END\n"]
    for _ in 0..<random.index(below: 4) { card.insert(random.element(of: trailers), at: card.count - 1) }
    if random.happens(oneIn: 2) {
      card.insert(random.element(of: lines), at: random.index(below: card.count))
    }
    return card.joined()
  }
}
