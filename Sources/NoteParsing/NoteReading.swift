import Markdown
import StudyCore

/// The state of reading one file.
struct NoteReading {
  let bytes: Bytes
  let parser: NoteParser
  /// The note's name, which is the question where the note is one card.
  private let name: String
  private var noteTypes: NoteTypeTable { parser.noteTypes }
  var note = ParsedNote()

  private(set) var frontMatter: FrontMatter?
  private(set) var spans: [SyntaxSpan] = []
  private(set) var fences: [FenceScanner.Fence] = []
  /// Where the blocks stand, in step with `note.blocks`.
  var blockRanges: [Range<Int>] = []
  var problems: [(problem: NoteProblem, offset: Int)] = []
  /// The findings that name what strict reading differs in: by problem, and about the whole file.
  var causes = Set<Int>()
  var causesOfFile = Set<FindingCode>()

  init(bytes: Bytes, parser: NoteParser, name: String) {
    self.bytes = bytes
    self.name = name
    self.parser = parser
  }

  /// - Parameter strict: the cards and file-level lines to take; nil where notes are read tolerantly.
  mutating func read(_ strict: StrictReading? = nil) {
    frontMatter = FrontMatter(bytes)
    let bodyStart = frontMatter?.range.upperBound ?? 0
    spans = SyntaxScanner.scan(bytes, in: bodyStart..<bytes.count)
    fences = spans.fences
    let scanner = PassageScanner(bytes, fences: fences, headingsStart: bodyStart, parser: parser)

    if let frontMatter {
      note.aliases = frontMatter.aliases
      note.tags = Tag.union(frontMatter.tags)
      note.frontMatterDeck = frontMatter.deck
    }
    readFileLines(scanner)
    note.blocks.reserveCapacity(scanner.passages.count)
    for passage in scanner.passages { read(passage) }
    readInlineCards()
    readStyledCards(in: bodyStart..<bytes.count)
    for frozen in scanner.frozen { addFrozenFields(frozen) }
    if let place = DoubleEncoding.first(in: bytes) {
      problems.append((.doubleEncoded(place.written, meant: place.meant), place.offset))
    }
    orderBlocks()
    if let strict { take(strict, insteadOf: scanner) }
    placeBlocks(under: scanner.headings)
    readLinks()
  }

  private mutating func readFileLines(_ scanner: PassageScanner) {
    if let line = scanner.targetDeck {
      let name = TextKey.name(bytes.text(line.value))
      note.targetDeck = name.isEmpty ? nil : name
      if name.isEmpty {
        problems.append((.namelessLine(keyword: parser.keywords.deck), line.offset))
      } else if let read = DeckNameCheck.change(of: name) {
        problems.append((.deckName(written: name, read: read), line.value.lowerBound))
      }
    }
    if let line = scanner.fileTags {
      note.fileTags = Tag.union(Tag.list(in: bytes, line.value))
      if note.fileTags.isEmpty {
        problems.append((.namelessLine(keyword: parser.keywords.tags), line.offset))
      }
    }
  }

  private mutating func read(_ passage: BlockPassage) {
    let start = passage.range.lowerBound
    guard let block = BlockReader(bytes, body: passage.body, parser: parser) else {
      problems.append((.emptyBlock, start))
      return
    }
    if block.isDeleted {
      problems.append((.deletedCard, start))
      return
    }
    if !passage.isClosed { problems.append((.endMissing, start)) }
    if passage.startHasTrailingBlank { problems.append((.trailingBlank, start)) }
    problems += block.problems
    let reference = BlockReference.parse(passage.afterEnd, in: bytes)
    let afterEnd = bytes.trimmed(passage.afterEnd)
    if !afterEnd.isEmpty, reference == nil {
      problems.append((.textAfterEnd(bytes.text(afterEnd)), passage.afterEnd.lowerBound))
    }
    add(
      ParsedBlock(
        syntax: .block, noteType: block.noteType, fields: block.fields, tags: block.tags,
        ankiID: block.ankiID, blockReference: reference, endWord: passage.endWord,
        candidateHeads: block.candidateHeads),
      at: passage.range)
  }

  /// Inline cards within a block are part of its text.
  private mutating func readInlineCards() {
    let blocks = blockRanges
    var nextBlock = 0
    for (range, body) in InlineReader.passages(in: bytes, parser.keywordBytes) {
      while nextBlock < blocks.count, blocks[nextBlock].upperBound <= range.lowerBound { nextBlock += 1 }
      if nextBlock < blocks.count, blocks[nextBlock].contains(range.lowerBound) { continue }
      guard let card = InlineReader(bytes, body: body, noteTypes: noteTypes) else {
        problems.append((.inlineWithoutType, range.lowerBound))
        continue
      }
      if let problem = card.typeProblem { problems.append((problem, range.lowerBound)) }
      add(
        ParsedBlock(
          syntax: .inline, noteType: card.noteType, fields: card.fields, tags: card.tags,
          ankiID: card.ankiID),
        at: range)
    }
  }

  /// Cards in other ways than START … END, where the settings or the note say that there are any.
  private mutating func readStyledCards(in body: Range<Int>) {
    let signs = StyleSigns(bytes, body: body, frontMatter: frontMatter, spans: spans)
    var readers = parser.styles.readers(
      for: signs, name: name, types: parser.styleTypes, parser.keywordBytes)
    if ContainedBlockReader.isCalledFor(bytes, in: body, parser.keywordBytes) {
      readers.insert(ContainedBlockReader(parser: parser), at: 0)
    }
    guard !readers.isEmpty else { return }
    var text = StyleText(bytes, in: body, spans: spans)
    for range in blockRanges { text.mark(range) }
    for reader in readers {
      let found = reader.read(text)
      problems += found.problems
      for card in found.cards where text.take(card.range) { add(card.block, at: card.range) }
    }
  }

  private mutating func add(_ block: consuming ParsedBlock, at range: Range<Int>) {
    if let clozes = parser.clozes, block.syntax.origin == .obsidianToAnki {
      let converted = clozes.converted(block)
      block.fields = converted.fields
      if let number = converted.sharedNumber {
        problems.append((.sharedClozeNumber(number), range.lowerBound))
      }
    }
    if let type = block.noteType.withGaps(in: block.fields) { block.noteType = type }
    // A paragraph of ordinary text with braces in it.
    if block.syntax == .clozeParagraph, block.cards.isEmpty { return }
    let start = range.lowerBound
    problems += ContentCheck.problems(of: block).map { ($0, start) }
    if let fence = fences.fence(at: start) {
      block.isInFence = true
      let language = bytes.text(fence.info)
      if block.syntax.origin == .obsidianToAnki, !language.lowercased().contains("anki") {
        problems.append((.cardInCode(language: language), start))
      }
    }
    note.blocks.append(block)
    blockRanges.append(range)
  }

  /// Text that is written once and stands at the end of a field of all cards of its type (`card-syntax.md` §3.5).
  private mutating func addFrozenFields(_ frozen: FrozenPassage) {
    let name = bytes.text(frozen.noteType)
    let type: NoteType
    switch noteTypes.match(name) {
    case .exact(let known), .otherCase(let known): type = known
    case nil: return problems.append((.unknownNoteType(name), frozen.noteType.lowerBound))
    }
    let lines = BlockReader.lines(of: bytes, in: frozen.body)
    let added = FieldSplitter(bytes: bytes, lines: lines[...], names: type.fields).fields.map(\.text)
    for index in note.blocks.indices where note.blocks[index].noteType.name == type.name {
      note.blocks[index].append(added)
    }
  }

  private mutating func orderBlocks() {
    // Only where cards are written in several ways are they not in order yet.
    if zip(blockRanges, blockRanges.dropFirst()).contains(where: { $0.lowerBound > $1.lowerBound }) {
      let order = blockRanges.indices.sorted { blockRanges[$0].lowerBound < blockRanges[$1].lowerBound }
      note.blocks = order.map { note.blocks[$0] }
      blockRanges = order.map { blockRanges[$0] }
    }
    var seen = Set<AnkiNoteID>()
    for (block, range) in zip(note.blocks, blockRanges) {
      guard let id = block.ankiID, !seen.insert(id).inserted else { continue }
      problems.append((.duplicateID(id), range.lowerBound))
    }
  }

  private mutating func placeBlocks(under headings: [Heading]) {
    var places = PlaceCounter(bytes)
    var trail = HeadingTrail(bytes, headings: headings)
    for (index, range) in blockRanges.enumerated() {
      let start = places.place(of: range.lowerBound)
      // Read strictly, a card within a line may stand within another.
      var ends = places
      note.blocks[index].column = start.column
      note.blocks[index].lines = start.line...ends.place(of: range.upperBound).line
      if index + 1 == blockRanges.count || blockRanges[index + 1].lowerBound >= range.upperBound {
        places = ends
      }
      note.blocks[index].headings = trail.path(at: range.lowerBound)
    }
  }

  /// Turns what was noticed into findings, in order of their places: about the file first.
  mutating func report(on file: NoteText) {
    if problems.isEmpty, file.isFile, frontMatter?.findings.isEmpty ?? true { return }
    var places = PlaceCounter(bytes)
    let findings = problems.enumerated().sorted { $0.element.offset < $1.element.offset }
      .map { index, noticed in
        noticed.problem.finding(at: places.place(of: noticed.offset), parser.keywords)
          .asWarning(if: causes.contains(index))
      }
    let aboutFile = problems(of: file).map { problem in
      let finding = problem.finding(at: .wholeFile, parser.keywords)
      return finding.asWarning(if: causesOfFile.contains(finding.code))
    }
    note.findings = aboutFile + findings
    guard let extra = frontMatter?.findings, !extra.isEmpty else { return }
    note.findings = (note.findings + extra).sorted {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    }
  }

  /// Byte order marks and line ends matter only to those who keep cards for Obsidian_to_Anki.
  private func problems(of file: NoteText) -> [NoteProblem] {
    let hasBlocks = !causesOfFile.isEmpty || note.blocks.contains { $0.syntax == .block }
    return [
      file.wasRepaired ? .invalidUTF8 : nil,
      file.hadNULBytes ? .nulBytes : nil,
      file.hadByteOrderMark && hasBlocks ? .byteOrderMark : nil,
      file.hadCarriageReturns && hasBlocks ? .carriageReturns : nil,
    ].compactMap { $0 }
  }
}
