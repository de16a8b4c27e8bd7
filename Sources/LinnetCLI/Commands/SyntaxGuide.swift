import StudyCore

/// How cards are written in one way, and when Linnet reads it: what `linnet help syntax` shows.
struct SyntaxGuide {
  var example: String
  /// When it is read; nil where the words above its plugin's table say it.
  var condition: String?

  init(_ example: String, when condition: String? = nil) {
    self.example = example
    self.condition = condition
  }

  static func of(_ syntax: CardSyntax) -> SyntaxGuide {
    switch syntax {
    case .block:
      SyntaxGuide(
        "START\nBasic\nWhat does a target group hold?\nBack: the addresses that a load balancer sends requests to\nTags: aws network\nEND",
        when: "always")
    case .contained:
      SyntaxGuide("> START\n> Basic\n> Port of HTTPS?\n> Back: 443\n> END", when: "always; in list items too")
    case .inline: SyntaxGuide("- STARTI [Basic] Port of HTTPS? Back: 443 Tags: net ENDI", when: "always")
    case .questionAnswer: SyntaxGuide("Q: Port of HTTPS?\nA: 443")
    case .headingParagraph: SyntaxGuide("## Port of HTTPS?\n443, up to a blank line")
    case .headingToEnd: SyntaxGuide("## Port of HTTPS?\n443, up to END\nEND")
    case .flashcardTag:
      SyntaxGuide(
        "Port of HTTPS? #flashcard\n443", when: "always; with another tag, where the settings name it")
    case .doubleColon: SyntaxGuide("Port of HTTPS?::443")
    case .ruled: SyntaxGuide("Port of HTTPS?\n---\n443")
    case .table: SyntaxGuide("| Port of HTTPS? |\n| -------------- |\n| 443            |")
    case .clozeParagraph: SyntaxGuide("HTTPS has the port {443}.")
    case .pattern: SyntaxGuide("whatever a pattern of your own in the plugin's settings finds")
    case .spacedLine: SyntaxGuide("Port of HTTPS?::443\nHTTPS:::443")
    case .spacedLines: SyntaxGuide("Port of HTTPS?\n?\n443, up to a blank line; ?? asks both ways")
    case .spacedCloze: SyntaxGuide("HTTPS has the port ==443==.")
    case .cardTag:
      SyntaxGuide(
        "## Port of HTTPS? #card\n443, up to a blank line; #card-reverse asks both ways", when: "always")
    case .cardReminder: SyntaxGuide("Prefer what can be undone. #card-spaced", when: "always")
    case .cardLine: SyntaxGuide("Port of HTTPS?::443\nHTTPS:::443", when: "in marked notes")
    case .cardCloze: SyntaxGuide("HTTPS has the port ==443== or {443} or {2:443}.", when: "in marked notes")
    case .cardFence: SyntaxGuide("```flashcard\nfront: Port of HTTPS?\nback: 443\n```", when: "always")
    case .cardCallout: SyntaxGuide("> [!CARD] Port of HTTPS?\n> 443", when: "always")
    case .linkQuestion: SyntaxGuide("A [[Listener]] passes each request on to a [[Target group]].")
    case .cardNote: SyntaxGuide("---\ntest: Port of HTTPS?\n---\n443", when: "in marked notes")
    }
  }

  /// What the ways of one plugin have in common.
  static func introduction(_ origin: CardSyntax.Origin) -> String {
    switch origin {
    case .obsidianToAnki:
      """
      As in Obsidian_to_Anki. Its settings in the vault count: other words for START and END, patterns, note types. A style below
      is read where a published pattern for it stands in those settings, or where .linnet.yml in the folder names it:

        syntaxes:
          question-answer: Basic
      """
    case .obsidianSpacedRepetition:
      """
      As in obsidian-spaced-repetition: in notes with the tag #flashcards or another that its settings name, in all notes where they
      make folders decks, or where .linnet.yml says `syntaxes: [spaced-repetition]`. A tag such as #flashcards/aws names the deck. Its
      schedule comments are where learning begins.
      """
    case .flashcardsObsidian:
      """
      As in flashcards-obsidian, both versions. Marked is a note with #card, cards-deck: in its front matter, or ids of the plugin's; with
      `syntaxes: [flashcards]` in .linnet.yml all are.
      """
    case .linnet:
      """
      Linnet's own, where .linnet.yml in the folder says `syntaxes: [link-question]`: so notes without a single card can be studied. Each
      link of a sentence is hidden in turn, links to one concept together, and you choose among concepts from around it. Paragraphs and
      list items hold such sentences; headings, tables, code, comments and other cards do not. Four words have to stand beside the
      links, and a link to the note itself or to a file asks nothing. They come after the new cards that you wrote;
      `linnet review --links` asks them alone.
      """
    }
  }

  /// All ways of one plugin.
  static func text(_ origin: CardSyntax.Origin) -> String {
    let guides = CardSyntax.allCases.filter { $0.origin == origin }.map { syntax in
      let guide = of(syntax)
      let title = "  " + syntax.rawValue + (guide.condition.map { " (\($0))" } ?? "")
      let lines = guide.example.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 }
      return ([title] + lines).joined(separator: "\n")
    }
    return ([introduction(origin)] + guides).joined(separator: "\n\n")
  }
}
