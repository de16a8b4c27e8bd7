import StudyCore

/// What `linnet help TOPIC` explains beside commands.
enum HelpTopic: String, CaseIterable {
  case syntax
  case deckRules = "deck-rules"
  case exitCodes = "exit-codes"
  case keys
  case findings

  var text: String {
    switch self {
    case .syntax: HelpTopic.syntaxText
    case .deckRules: HelpTopic.deckRulesText
    case .keys: HelpTopic.keysText
    case .findings:
      "What `linnet check` can find; linnet help CODE explains one:\n\n"
        + FindingCode.allCases.map { "  " + $0.rawValue }.joined(separator: "\n")
    case .exitCodes: HelpTopic.table(ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) })
    }
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + meaning
    }.joined(separator: "\n")
  }

  private static var syntaxText: String {
    """
    A card block stands on lines of its own, each word in column 0. Its first line names the note type, the rest are its fields.
    A field begins at its name and a colon; what comes before the first one is the first field. Tags are optional.
    `END ^name` gives the block an Obsidian block id. There are many other ways:

    \(CardSyntax.Origin.allCases.map(SyntaxGuide.text).joined(separator: "\n\n"))

    Note types and their fields:

    \(table(NoteType.stock.map { ($0.name, $0.fields.joined(separator: ", ")) }))

    Types that Obsidian_to_Anki keeps in the vault are known too, and those that .linnet.yml lists:

      note-types:
        Vocabulary: [Word, Meaning, Example]

    A card of another type is kept: a word before a colon that begins lines in two cards of the type is a field;
    a card without one is split at a field name such as Back:, else at its first blank line.
    A reversed card asks both ways; the optional one only where Add Reverse has text. Cloze hides {{c1::gaps}},
    also {{c2::with a::hint}}; gaps of one number hide together.

    Lines that count for a whole file:

      TARGET DECK: AWS::Networking
      FILE TAGS: aws network
      FROZEN - Basic:              (and the lines below it, up to a blank one: what they say
      Back: see [[AWS]]             stands at the end of the fields of all Basic cards)

    DELETE above a card's id: the card is not studied; its history is kept.

    Front matter: aliases, tags, deck. Links: [[Note]], [[Note|shown]], [[Note#Heading]], ![[embed]],
    [text](folder/Note.md).

    In a vault with Obsidian_to_Anki, that plugin's settings count: its words in place of START and the others, note
    types and their fields, the default deck, decks and tags of folders, ignored files, gaps in {single braces} or
    ==highlights==.
    """
  }

  private static var keysText: String {
    let screen = ReviewKey.all.filter(\.needsScreen).map { String($0.key) }.joined(separator: " ")
    return """
      In a review, one key each (as lines with --plain, also by their words: good, undo, …):

      \(table([("Enter", "show the answer; after it, answer as suggested")] + ReviewKey.all.map { (String($0.key), $0.meaning) }))

      On a full screen Space does the same as Enter, and first scrolls to the end; j k, arrows, page keys, g and G scroll.
      \(screen) need a full screen. In the tree, x ticks what was recalled, and the arrows unfold and fold.
      Where a question has answers to choose from, a b c d choose before they mean anything else.
      In lines, where an answer is typed, a colon before a key makes it a key: :q

      Other keys: linnet config set review.keys.good j; two buttons: linnet config set review.two-buttons true
      """
  }

  private static var deckRulesText: String {
    """
    The deck of a note's cards, the first that there is:

      1. the line TARGET DECK: Name
      2. deck: in the front matter
      3. a rule for its folder in .linnet.yml, innermost first:
           decks:
             Languages/German: Deutsch
      4. what Obsidian_to_Anki's settings say: the deck of the innermost folder that has one, else the default deck
      5. the name of the imported folder and the folders below it: notes::aws::network

    A card as in obsidian-spaced-repetition is in the deck that its tag names, if it names one: #flashcards/aws is aws.

    :: nests decks. [[Name]] is Name.
    """
  }
}
