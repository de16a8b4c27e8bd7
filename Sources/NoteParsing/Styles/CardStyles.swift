import Markdown
import StudyCore

/// In which ways besides START … END the cards of a folder may be written.
///
/// No note says which way it is written in. What counts are the settings of the vault, the tags of a note, and forms that are
/// unmistakable: `std::vector` in a sentence and a line with a question mark are no cards.
package struct CardStyles: Hashable, Sendable {
  /// The styles of Obsidian_to_Anki that the settings switch on, in their order.
  package var rules: [StyleRule] = []
  package var spacedRepetition = SpacedRepetitionSettings()
  package var flashcards = FlashcardsSettings()
  /// Whether sentences with wiki links are cards.
  package var asksLinks = false

  package init() {}

  /// What a tag that matters here begins with.
  var tags: [String] { [CardStyles.flashcardTag, flashcards.tag] + spacedRepetition.tags }

  /// Of notes with Obsidian_to_Anki's published style of that name.
  private static let flashcardTag = "flashcard"
}

/// What a note shows of the ways in which its cards are written.
struct StyleSigns {
  /// The tags of the note in small letters, without `#`: those of the front matter, and those in the text outside code.
  var tags: [String] = []
  var hasCardsDeck = false
  /// What the front matter says of the one card that the note is.
  var test: String?
  /// True where flashcards-obsidian's second version keeps its account of the note.
  var hasFlashcardsMap = false
  /// True for a block id that flashcards-obsidian gave, in either version.
  var hasCardNames = false
  var hasFence = false
  var hasCallout = false

  /// - Parameter starts: what the tags begin with that matter; others are passed over.
  init(
    _ bytes: Bytes, _ signs: NoteSigns, body: Range<Int>, of starts: TagStarts, frontMatter: FrontMatter?,
    fences: [FenceScanner.Fence]
  ) {
    if let frontMatter {
      tags = frontMatter.tags.tags(in: bytes, beginningWith: starts).map { $0.lowercased() }
      hasCardsDeck = frontMatter.hasCardsDeck
      hasFlashcardsMap = frontMatter.hasFlashcardsMap
      test = frontMatter.test
    }
    hasFence = fences.contains { bytes[$0.info].elementsEqual("flashcard".utf8) }
    for mark in signs.styleMarks where mark >= body.lowerBound { read(mark, in: bytes, body) }
  }

  /// True where nothing tells that cards are written in another way than START … END.
  var isEmpty: Bool {
    tags.isEmpty && test == nil
      && !(hasCardsDeck || hasFlashcardsMap || hasCardNames || hasFence || hasCallout)
  }

  private mutating func read(_ index: Int, in bytes: Bytes, _ body: Range<Int>) {
    guard index == body.lowerBound || !Tag.has(bytes[index - 1]) else { return }
    if bytes[index] == Byte.openBracket {
      if bytes.has("[!CARD]", at: index) || bytes.has("[!card]", at: index) { hasCallout = true }
    } else {
      var end = index + 1
      while end < body.upperBound, Tag.has(bytes[end]) { end += 1 }
      if end > index + 1 { add(bytes[index], bytes.text(index + 1..<end)) }
    }
  }

  private mutating func add(_ mark: UInt8, _ word: String) {
    if mark == Byte.hash {
      tags.append(word.lowercased())
    } else if word.hasPrefix("q-") || word.utf8.count == 13 && word.utf8.allSatisfy(Byte.isDigit) {
      hasCardNames = true
      hasFlashcardsMap = hasFlashcardsMap || word.hasPrefix("q-")
    }
  }
}

extension CardStyles {
  /// The readers that a note is to be read with, those first whose cards count where two find one in the same place.
  func readers(
    for signs: StyleSigns, name: String, types: StyleTypes, _ keywords: KeywordBytes
  ) -> [any CardStyleReader] {
    var readers: [any CardStyleReader] = rules.map { $0.reader(keywords) }
    if signs.tags.contains(CardStyles.flashcardTag),
      !rules.contains(where: { $0.style.syntax == .flashcardTag })
    {
      readers.append(
        StyleRule(style: .flashcard(tag: "#" + CardStyles.flashcardTag), noteType: types.basic).reader(
          keywords))
    }
    if spacedRepetition.notes == .all
      || signs.tags.contains(where: { spacedRepetition.deck(ofTag: $0) != nil })
    {
      readers.append(SpacedRepetitionReader(settings: spacedRepetition, types: types))
    }
    return readers + flashcardReaders(signs, name, types)
  }

  private func flashcardReaders(
    _ signs: StyleSigns, _ name: String, _ types: StyleTypes
  ) -> [any CardStyleReader] {
    let isTagged = signs.tags.contains { $0.hasPrefix(flashcards.tag) && flashcards.mark("#" + $0) != nil }
    let isMarked =
      signs.hasFence || signs.hasCallout || signs.hasCardsDeck || isTagged || signs.hasFlashcardsMap
    guard flashcards.notes == .all || isMarked || signs.hasCardNames else { return [] }
    let reader = FlashcardsReader(
      settings: flashcards, version: signs.hasFlashcardsMap ? .second : .first,
      readsLines: flashcards.notes == .all || isTagged || signs.hasCardsDeck || signs.hasFlashcardsMap
        || signs.hasCardNames,
      types: types)
    guard let test = signs.test, flashcards.notes == .all || signs.hasFlashcardsMap || signs.hasCardsDeck
    else {
      return [reader]
    }
    return [CardNoteReader(test: test, name: name, types: types), reader]
  }
}
