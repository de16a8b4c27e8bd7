import Markdown
import StudyCore

/// The state of reading one file.
struct NoteReading {
  let bytes: Bytes
  let map: MarkMap
  let lines: NoteLines
  private let signs: NoteSigns
  let parser: NoteParser
  /// The bytes again, for those who make strings of them later.
  private let text: [UInt8]
  private(set) var source: NoteSource?
  /// The note's name, which is the question where the note is one card.
  let name: String
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

  /// - Parameter bytes: those of the text.
  init(
    _ text: NoteText, _ bytes: Bytes, _ map: MarkMap, _ signs: NoteSigns, _ lines: NoteLines,
    parser: NoteParser, name: String
  ) {
    self.bytes = bytes
    self.map = map
    self.lines = lines
    self.signs = signs
    self.text = text.bytes
    self.name = name
    self.parser = parser
  }

  /// Hands the note over, which is not there afterwards.
  mutating func takeNote() -> ParsedNote {
    var taken = ParsedNote()
    swap(&taken, &note)
    return taken
  }

  /// - Parameter strict: the cards and file-level lines to take; nil where notes are read tolerantly.
  mutating func read(_ strict: StrictReading? = nil) {
    frontMatter = FrontMatter(bytes)
    let bodyStart = frontMatter?.range.upperBound ?? 0
    spans = SyntaxScanner.scan(bytes, in: bodyStart..<bytes.count, map, mayHaveFences: signs.mayHaveFences)
    if signs.mayHaveFences { fences = spans.fences }
    let scanner = PassageScanner(bytes, lines, fences: fences, headingsStart: bodyStart, parser: parser)
    source = NoteSource(text: text, headings: scanner.headings)

    if let frontMatter {
      note.names = NoteNames(source: source, aliases: frontMatter.aliases, tags: frontMatter.tags)
      note.frontMatterDeck = frontMatter.deck
    }
    readFileLines(scanner)
    note.blocks.reserveCapacity(scanner.passages.count + signs.inlineBegins.count)
    blockRanges.reserveCapacity(scanner.passages.count + signs.inlineBegins.count)
    for passage in scanner.passages { read(passage) }
    readInlineCards()
    readStyledCards(in: bodyStart..<bytes.count)
    for frozen in scanner.frozen { addFrozenFields(frozen) }
    if strict == nil { readLinkQuestions(in: bodyStart..<bytes.count, besides: scanner.passages) }
    if let first = signs.doubleEncoding, let place = DoubleEncoding.first(in: bytes, from: first) {
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
    guard
      let block = BlockReader(
        bytes, lines: lines[passage.lines], parser: parser, mayHaveFences: signs.mayHaveFences)
    else {
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
        syntax: .block, noteType: block.noteType,
        texts: BlockTexts(source: source, fields: block.texts, tags: block.tags), ankiID: block.ankiID,
        blockReference: reference, endWord: passage.endWord, candidateHeads: block.candidateHeads),
      at: passage.range)
  }

  /// Inline cards within a block are part of its text.
  private mutating func readInlineCards() {
    guard !signs.inlineBegins.isEmpty else { return }
    let blocks = blockRanges
    var nextBlock = 0
    for (range, body) in InlineReader.passages(
      in: bytes, begins: signs.inlineBegins, parser.keywordBytes)
    {
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
    let styleSigns = StyleSigns(
      bytes, signs, body: body, of: parser.tagStarts, frontMatter: frontMatter, fences: fences)
    var readers: [any CardStyleReader] = []
    if parser.hasStylesForAll || !styleSigns.isEmpty {
      readers = parser.styles.readers(
        for: styleSigns, name: name, types: parser.styleTypes, parser.keywordBytes)
    }
    if let begin = signs.containedBegin, begin > body.lowerBound {
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
    if let type = block.noteType.withGaps(in: block.texts) { block.noteType = type }
    // A paragraph of ordinary text with braces in it.
    if block.syntax == .clozeParagraph, block.cards.isEmpty { return }
    let start = range.lowerBound
    problems += ContentCheck.problems(of: block).map { ($0, start) }
    if !fences.isEmpty, let fence = fences.fence(at: start) {
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
    let split = FieldSplitter(bytes: bytes, lines: lines[...], heads: FieldHeads(type.fields))
    let added = split.texts.fields(in: bytes).map(\.text)
    for index in note.blocks.indices where note.blocks[index].noteType.name == type.name {
      note.blocks[index].append(added)
    }
  }

  private mutating func orderBlocks() {
    // Only where cards are written in several ways are they not in order yet.
    if blockRanges.indices.dropFirst().contains(where: {
      blockRanges[$0 - 1].lowerBound > blockRanges[$0].lowerBound
    }) {
      let order = blockRanges.indices.sorted { blockRanges[$0].lowerBound < blockRanges[$1].lowerBound }
      note.blocks = order.map { note.blocks[$0] }
      blockRanges = order.map { blockRanges[$0] }
    }
    guard note.blocks.count > 1 else { return }
    var seen = Set<AnkiNoteID>()
    for index in note.blocks.indices {
      guard let id = note.blocks[index].ankiID, !seen.insert(id).inserted else { continue }
      problems.append((.duplicateID(id), blockRanges[index].lowerBound))
    }
  }

  private mutating func placeBlocks(under headings: [Heading]) {
    var places = PlaceCounter(bytes, lines, map)
    var trail = HeadingTrail(headings)
    for (index, range) in blockRanges.enumerated() {
      let start = places.place(of: range.lowerBound)
      note.blocks[index].column = start.column
      // Read strictly, a card within a line may stand within another: its end is no place to go on from.
      note.blocks[index].lines = start.line...places.line(of: range.upperBound)
      note.blocks[index].texts.source = source
      note.blocks[index].texts.headings = .below(trail.heading(above: range.lowerBound))
    }
  }

  /// Turns what was noticed into findings, in order of their places: about the file first.
  mutating func report(on file: NoteText) {
    if problems.isEmpty, file.isFile, frontMatter?.findings.isEmpty ?? true { return }
    var places = PlaceCounter(bytes, lines, map)
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
