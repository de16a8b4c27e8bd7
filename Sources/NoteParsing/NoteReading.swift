import Markdown
import StudyCore

/// The state of reading one file.
struct NoteReading {
  let bytes: Bytes
  private let parser: NoteParser
  private var noteTypes: NoteTypeTable { parser.noteTypes }
  var note = ParsedNote()

  private(set) var frontMatter: FrontMatter?
  private(set) var spans: [SyntaxSpan] = []
  private(set) var fences: [FenceScanner.Fence] = []
  /// Where the blocks stand, in step with `note.blocks`.
  private(set) var blockRanges: [Range<Int>] = []
  private var problems: [(problem: NoteProblem, offset: Int)] = []

  init(bytes: Bytes, parser: NoteParser) {
    self.bytes = bytes
    self.parser = parser
  }

  mutating func read() {
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
    for passage in scanner.passages { read(passage) }
    readInlineCards()
    for frozen in scanner.frozen { addFrozenFields(frozen) }
    orderBlocks()
    placeBlocks(under: scanner.headings)
    readLinks()
  }

  private mutating func readFileLines(_ scanner: PassageScanner) {
    if let line = scanner.targetDeck {
      let name = TextKey.name(bytes.text(line.value))
      note.targetDeck = name.isEmpty ? nil : name
      if name.isEmpty { problems.append((.namelessLine(keyword: parser.keywords.deck), line.offset)) }
    }
    if let line = scanner.fileTags {
      note.fileTags = Tag.union(Tag.list(bytes.text(line.value)))
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

  private mutating func add(_ parsed: ParsedBlock, at range: Range<Int>) {
    var block = parsed
    if let clozes = parser.clozes { block.fields = clozes.converted(parsed) }
    let start = range.lowerBound
    problems += ContentCheck.problems(of: block).map { ($0, start) }
    if let fence = fences.fence(at: start) {
      block.isInFence = true
      let language = bytes.text(fence.info)
      if !language.lowercased().contains("anki") {
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
    for index in note.blocks.indices where note.blocks[index].noteType == type {
      note.blocks[index].fields = zip(note.blocks[index].fields, added).map {
        Field(name: $0.name, text: $0.text + $1)
      }
    }
  }

  private mutating func orderBlocks() {
    let order = blockRanges.indices.sorted { blockRanges[$0].lowerBound < blockRanges[$1].lowerBound }
    note.blocks = order.map { note.blocks[$0] }
    blockRanges = order.map { blockRanges[$0] }
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
      note.blocks[index].column = start.column
      note.blocks[index].lines = start.line...places.place(of: range.upperBound).line
      note.blocks[index].headings = trail.path(at: range.lowerBound)
    }
  }

  /// Turns what was noticed into findings, in order of their places: about the file first.
  mutating func report(on file: NoteText) {
    var places = PlaceCounter(bytes)
    let aboutFile = problems(of: file)
    note.findings.reserveCapacity(aboutFile.count + problems.count)
    for problem in aboutFile { note.findings.append(problem.finding(at: .wholeFile, parser.keywords)) }
    problems.sort { $0.offset < $1.offset }
    for (problem, offset) in problems {
      note.findings.append(problem.finding(at: places.place(of: offset), parser.keywords))
    }
    guard let extra = frontMatter?.findings, !extra.isEmpty else { return }
    note.findings = (note.findings + extra).sorted {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    }
  }

  /// Byte order marks and line ends matter only to those who keep cards for Obsidian_to_Anki.
  private func problems(of file: NoteText) -> [NoteProblem] {
    let hasBlocks = note.blocks.contains { $0.syntax == .block }
    return [
      file.wasRepaired ? .invalidUTF8 : nil,
      file.hadNULBytes ? .nulBytes : nil,
      file.hadByteOrderMark && hasBlocks ? .byteOrderMark : nil,
      file.hadCarriageReturns && hasBlocks ? .carriageReturns : nil,
    ].compactMap { $0 }
  }
}
