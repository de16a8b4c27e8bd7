import Markdown
import StudyCore

/// What strict reading makes of a file, with its places in the text that everything else is read in.
struct StrictReading {
  struct Card {
    var block: ParsedBlock
    var range: Range<Int>
  }

  /// In order of their places; a card within a line may stand within another.
  private(set) var cards: [Card] = []
  /// All START … END passages, also those that Obsidian_to_Anki refuses. They do not overlap.
  private(set) var passages: [Range<Int>] = []
  /// The `TARGET DECK` line: what it names, to the last blank.
  private(set) var targetDeck: (name: String, offset: Int)?
  /// The `FILE TAGS` line.
  private(set) var fileTags: (tags: [String], offset: Int)?

  /// What Obsidian_to_Anki minds in the file and the text does not have any more.
  let hadByteOrderMark: Bool
  let hadCarriageReturns: Bool

  /// - Parameters:
  ///   - file: the bytes as they are on disk, for Obsidian_to_Anki minds line ends and byte order marks.
  ///   - text: the same file made ready for the other scanners.
  init(_ file: [UInt8], beside text: NoteText, parser: NoteParser) {
    (hadByteOrderMark, hadCarriageReturns) = (text.hadByteOrderMark, text.hadCarriageReturns)
    let unchanged = text.isFile ? text.bytes : NoteText(unchanged: file).bytes
    unchanged.withUnsafeBufferPointer { bytes in
      let reader = StrictReader(bytes, noteTypes: parser.noteTypes, keywords: parser.keywordBytes)
      let offsets = text.isFile ? TextOffsets() : TextOffsets(bytes)
      for passage in reader.passages {
        let range = offsets.range(of: passage.range)
        if passage.syntax == .block { passages.append(range) }
        guard case .success(let card) = passage.card else { continue }
        var block = StrictReading.block(card, passage, in: bytes)
        if let clozes = parser.clozes { block.fields = clozes.converted(block).fields }
        if let added = reader.frozen[card.noteType] { block.append(added) }
        block.endWord = passage.endWord.map(offsets.range)
        cards.append(Card(block: block, range: range))
      }
      targetDeck = reader.targetDeck.map { (bytes.text($0.value), offsets[$0.offset]) }
      fileTags = reader.fileTags.map { line in
        (bytes.text(line.value).split(separator: " ").map(String.init), offsets[line.offset])
      }
    }
  }

  /// The ways of writing cards that are read strictly, and so not at all where Obsidian_to_Anki does not see them.
  static let syntaxes: Set<CardSyntax> = [.block, .contained, .inline]

  /// Those of other cards that no text of strict reading's is part of.
  ///
  /// - Parameter cards: in order of their places; they do not overlap.
  func withoutOverlap(_ others: [Card]) -> [Card] {
    let taken = (passages + cards.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var end = 0
    return others.filter { card in
      while next < taken.count, taken[next].lowerBound < card.range.upperBound {
        end = max(end, taken[next].upperBound)
        next += 1
      }
      return end <= card.range.lowerBound
    }
  }

  private static func block(_ card: StrictCard, _ passage: StrictPassage, in bytes: Bytes) -> ParsedBlock {
    let end = passage.range.upperBound
    let reference =
      passage.syntax == .block ? BlockReference.parse(end..<bytes.lineEnd(from: end), in: bytes) : nil
    return ParsedBlock(
      syntax: passage.syntax, noteType: card.noteType, fields: card.fields, tags: card.tags,
      ankiID: card.ankiID, blockReference: reference)
  }
}

/// Where a place of a file lies in its ``NoteText``, which has no byte order mark and no CR before a LF.
private struct TextOffsets {
  /// Bytes of the file that the text lacks, in order.
  private var missing: [Int] = []

  /// Of a file that is the text.
  init() {}

  init(_ file: Bytes) {
    if file.has("\u{feff}", at: 0) { missing = [0, 1, 2] }
    for index in file.indices where file.has("\r\n", at: index) { missing.append(index) }
  }

  subscript(offset: Int) -> Int {
    var (lower, upper) = (0, missing.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if missing[middle] < offset { lower = middle + 1 } else { upper = middle }
    }
    return offset - lower
  }

  func range(of range: Range<Int>) -> Range<Int> { self[range.lowerBound]..<self[range.upperBound] }
}
