import StudyCore
import Terminal

/// What a kind of finding is about, for `linnet help CODE`: the sentence of the finding itself names the case, this says
/// what is behind it.
struct FindingGuide: Hashable {
  /// One or two sentences.
  var explanation: String
  /// Lines of a note that give the finding; empty where the file itself is what is wrong.
  var example = ""

  init(_ explanation: String, example: String = "") {
    self.explanation = explanation
    self.example = example
  }

  /// For a person, in lines of at most eighty columns.
  static func text(_ code: FindingCode) -> String {
    let guide = FindingGuide.of(code)
    let example = guide.example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }
    return
      ([code.rawValue, ""] + StyledText(guide.explanation).wrapped(to: 80).map(\.string)
      + (guide.example.isEmpty ? [] : ["", "For example:", ""] + example)).joined(separator: "\n")
  }

  static func of(_ code: FindingCode) -> FindingGuide {
    cards(code) ?? file(code) ?? collection(code)
  }

  // MARK: About a card

  private static func cards(_ code: FindingCode) -> FindingGuide? {
    switch code {
    case .endMissing:
      FindingGuide(
        "A card lasts until a line END. Where the next START comes first, or the file ends, END was forgotten; the card is "
          + "read up to there. Obsidian_to_Anki would take the next card into this one's answer.",
        example: "START\nBasic\nWhat is an ENI?\nBack: a network card of a task\n\nSTART")
    case .emptyBlock:
      FindingGuide("START and END with nothing between them, or only tags or an id.", example: "START\nEND")
    case .trailingBlank:
      FindingGuide(
        "Blanks after START or after the note type. Linnet does not mind; Obsidian_to_Anki does not see the card at all."
      )
    case .textAfterEnd:
      FindingGuide(
        "A line that begins with END ends the card, whatever follows. What follows is no part of it, unless it is a block id.",
        example: "START\nBasic\nHow should a day be?\nBack: good\nENDING well")
    case .unknownNoteType:
      FindingGuide(
        "The first line of a card is its note type, which decides its fields. Linnet knows Anki's own types, and those that "
          + "Obsidian_to_Anki keeps in the vault. In any other card, a word before a colon that begins lines in two cards of the type is a field; a card without one is split at Back:, else at its first blank line. note-types in .linnet.yml lists the fields for good.",
        example: "START\nBasik\nquestion\n\nanswer\nEND")
    case .noteTypeCase:
      FindingGuide(
        "The note type in another spelling than Anki's. Obsidian_to_Anki skips such a card.",
        example: "START\nbasic\nWhat is an ENI?\nBack: a network card of a task\nEND")
    case .noteTypeMissing:
      FindingGuide(
        "The line after START is a question, not a note type. The card is read as Basic.",
        example: "START\nWhat is an ENI?\nBack: a network card of a task\nEND")
    case .emptyField:
      FindingGuide(
        "A field that the card needs has no text. Without a question a card is never shown.",
        example: "START\nBasic\nWhat is an ENI?\nBack:\nEND")
    case .noCloze:
      FindingGuide(
        "A Cloze card needs at least one gap, such as {{c1::Peru}}.",
        example: "START\nCloze\nThe Andes run through Peru.\nEND")
    case .clozeNumber:
      FindingGuide(
        "Gaps are numbered from 1 to 499; one with another number stays text.",
        example: "START\nCloze\nThe {{c1::Andes}} run through {{c500::Peru}}.\nEND")
    case .sharedClozeNumber:
      FindingGuide(
        "Gaps in single braces that have no number are counted from 1, whatever numbers others have, as Obsidian_to_Anki counts them. In {a} {2:b} {c} the last gap is the second one counted, so b and c are hidden together."
      )
    case .cardInCode:
      FindingGuide(
        "A card in a code block is studied like any other; many keep their cards so. The remark is for those who meant it as an example."
      )
    case .fieldInCode:
      FindingGuide(
        "A line in a code block that begins like a field. Linnet reads it as code, Obsidian_to_Anki as the field.",
        example: "START\nBasic\nquestion\n```yaml\nBack: a key\n```\nBack: answer\nEND")
    case .unseenHead:
      FindingGuide(
        "A field begins at its name, in column 0 and in the letters that its note type has, and a colon. Here the line seems to name a field that is empty otherwise.",
        example: "START\nBasic\nWhat is an ENI?\n**Back:** a network card of a task\nEND")
    case .longAnswer:
      FindingGuide(
        "An answer of more than 40 lines. Nobody can tell whether they recalled all of it, so such cards fail again and again. Several short questions are learned faster."
      )
    case .inlineWithoutType:
      FindingGuide(
        "A card within one line names its type in brackets, right after STARTI.",
        example: "STARTI Port of HTTPS? Back: 443 ENDI")
    case .outsideScanFolder:
      FindingGuide(
        "Obsidian_to_Anki can be told to look for cards in one folder only. Linnet reads those elsewhere as well."
      )
    case .containedCard:
      FindingGuide(
        "A card between START and END that stands in a quote, a callout or a list item. Linnet reads it; Obsidian_to_Anki wants START in column 0.",
        example: "> START\n> Basic\n> Port of HTTPS?\n> Back: 443\n> END")
    case .separatorInWords:
      FindingGuide(
        "In notes with cards of the form question::answer, two colons between two words of code are no separator, as in std::vector.",
        example: "#flashcards\nThe type std::vector grows.")
    case .patternGivenUp:
      FindingGuide(
        "Obsidian_to_Anki can be told to find cards with a regular expression. Some take time that doubles with each line of a note; Linnet gives up after half a second or so, or in a note of more than a megabyte."
      )
    case .deletedCard:
      FindingGuide(
        "DELETE above a card's id tells Obsidian_to_Anki to delete the card in Anki. Linnet does not study such a card; its history stays and returns with it.",
        example: "START\nBasic\nquestion\nBack: answer\nDELETE\n<!--ID: 1700000000001-->\nEND")
    case .strictDifference:
      FindingGuide(
        "With --strict, cards are read to the letter of Obsidian_to_Anki. This is a card, or a line about the file, that Linnet reads otherwise by default, for a reason that no other finding names.",
        example: "START\nEND\n\nSTART\nBasic\nquestion\nBack: answer\nEND")
    case .idNotLast:
      FindingGuide(
        "Obsidian_to_Anki looks for a card's id in its last line only, and adds the card to Anki once more if something stands below it."
      )
    case .idLikeText:
      FindingGuide(
        "An answer whose last line mentions an ID: Obsidian_to_Anki takes the whole line for the card's id.",
        example: "START\nBasic\nWhich process is it?\nBack: the one with ID: 42\nEND")
    case .idAfterText:
      FindingGuide(
        "The comment with a card's id belongs on a line of its own. Behind text Obsidian_to_Anki finds it too, but the text of that line is gone from the card in Anki. Linnet reads both.",
        example: "START\nBasic\nquestion\nBack: answer <!--ID: 1700000000001-->\nEND")
    case .duplicateID:
      FindingGuide(
        "Two cards with one id, mostly because a card was copied with its id. The first one keeps the history."
      )
    case .tagsForm:
      FindingGuide(
        "Tags are separated by single blanks. Linnet also takes commas and #; Obsidian_to_Anki makes them part of the tags.",
        example: "START\nBasic\nquestion\nBack: answer\nTags: #aws, network\nEND")
    case .tagsBeforeBlank:
      FindingGuide(
        "With a blank line between Tags and the id, Obsidian_to_Anki shows the tags as text of the card.")
    default: nil
    }
  }

  // MARK: About a file

  private static func file(_ code: FindingCode) -> FindingGuide? {
    switch code {
    case .frontMatterInvalid:
      FindingGuide(
        "What stands between the two --- at the top of a note is YAML. While it cannot be read, the note's aliases, tags and deck are unknown; its cards and links are read all the same.",
        example: "---\ntitle: a: b\naliases: [x\n---")
    case .deckLineForm:
      FindingGuide("A line that should name a deck or tags names nothing.", example: "TARGET DECK:")
    case .deckName:
      FindingGuide(
        "Anki does not take every name for a deck: an empty part between two :: becomes \"blank\", characters that cannot be seen go, and a name that is a number would be taken for the id of a deck.",
        example: "TARGET DECK: AWS::::Networking")
    case .doubleEncoded:
      FindingGuide(
        "Text that was read in one character set and written in another, often by copying from a web page: \u{c3}\u{a9} for \u{e9}. Only the first place in a file is named.",
        example: "The caf\u{c3}\u{a9} is open.")
    case .byteOrderMark:
      FindingGuide(
        "Three invisible bytes at the beginning of the file. Obsidian_to_Anki does not see a card in the first line then."
      )
    case .carriageReturns:
      FindingGuide("Lines that end as in Windows. Obsidian_to_Anki sees no card in such a file.")
    case .invalidUTF8:
      FindingGuide(
        "Some bytes are no UTF-8 text: mostly a file in an old character set. They are shown as \u{fffd}.")
    case .binaryFile:
      FindingGuide("NUL bytes, which no text has: perhaps another kind of file with the name of a note.")
    case .fileTooLarge: FindingGuide("Files of more than 16 MiB are taken for something else than notes.")
    case .unreadable:
      FindingGuide("The file or folder cannot be opened. What was known of it is kept as it was.")
    case .notARegularFile:
      FindingGuide(
        "A pipe, socket or device with the name of a note. It is not opened, because reading it might never end."
      )
    case .symbolicLinkLoop:
      FindingGuide("A link to a file or folder that is read already. Its cards are read once.")
    case .settingsInvalid:
      FindingGuide(
        "A settings file that cannot be understood: .linnet.yml of the folder, or what a plugin keeps in the vault: Obsidian_to_Anki, obsidian-spaced-repetition or flashcards-obsidian. The built-in settings are used in its place."
      )
    default: nil
    }
  }

  // MARK: About the collection

  private static func collection(_ code: FindingCode) -> FindingGuide {
    switch code {
    case .historyGuessed:
      FindingGuide(
        "A card's text changed, and it has neither an id nor a block id. It was recognised by what stayed the same, and its history was kept. `linnet ids write` gives cards an identity of their own."
      )
    case .historyUnclear:
      FindingGuide(
        "A new card resembles two that are gone, about equally. Rather than guess wrong, it begins anew; the old histories are kept and return with their texts."
      )
    case .copiedCard:
      FindingGuide(
        "Two cards with the same words. The second begins suspended, so that nobody learns one thing twice.")
    case .ambiguousLink:
      FindingGuide(
        "A link whose name several files have, equally near. Linnet takes the one that comes first by its path; Obsidian leaves it to chance."
      )
    case .aliasLink:
      FindingGuide(
        "A link that names an alias of a note. Obsidian does not resolve it, so neither does Linnet.",
        example: "[[ALB]]   (write [[Application Load Balancer|ALB]])")
    case .nearLink:
      FindingGuide(
        "A link leads to no note, and the name of a note is nearly the same. A link to a note that is still to be written is no mistake, and not named.",
        example: "[[AWS listner]]   (the note is AWS Listener)")
    case .missingMedia:
      FindingGuide(
        "A card shows a picture or plays a sound that is not in the vault. The card is studied without it, and exported without it."
      )
    default: FindingGuide("")
    }
  }
}
