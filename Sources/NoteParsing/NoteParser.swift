import Markdown
import StudyCore

/// Reads one Markdown file. A pure function: it never throws, and one bad card never hides the next.
package struct NoteParser: Sendable {
  private let noteTypes: NoteTypeTable

  package init(noteTypes: NoteTypeTable = NoteTypeTable()) {
    self.noteTypes = noteTypes
  }

  /// - Parameter file: the bytes as they are on disk.
  package func parse(_ file: [UInt8]) -> ParsedNote {
    let text = NoteText(file: file)
    return text.bytes.withUnsafeBufferPointer { bytes in
      var reading = NoteReading(bytes: bytes, noteTypes: noteTypes)
      reading.note.findings = text.findings
      reading.read()
      return reading.note
    }
  }
}

/// The state of reading one file.
private struct NoteReading {
  let bytes: Bytes
  let noteTypes: NoteTypeTable
  var note = ParsedNote()
  /// Where the blocks stand, in step with `note.blocks`.
  var blockRanges: [Range<Int>] = []
  var spans: [SyntaxSpan] = []
  var places: PlaceCounter
  var frontMatter: FrontMatter?

  init(bytes: Bytes, noteTypes: NoteTypeTable) {
    self.bytes = bytes
    self.noteTypes = noteTypes
    places = PlaceCounter(bytes)
  }

  mutating func read() {
    frontMatter = FrontMatter(bytes)
    let bodyStart = frontMatter?.range.upperBound ?? 0
    spans = SyntaxScanner.scan(bytes, in: bodyStart..<bytes.count)
    let fences = spans.compactMap { span in if case .fence = span.kind { span.range } else { nil } }
    let passages = PassageScanner(
      bytes, fences: fences, frontMatter: frontMatter?.range, noteTypes: noteTypes)

    if let frontMatter {
      note.aliases = frontMatter.aliases
      note.tags = Tag.union(frontMatter.tags)
      note.frontMatterDeck = frontMatter.deck
      note.findings += frontMatter.findings
    }
    readFileLines(passages)
    readBlocks(passages.passages, fences: fences)
    readInlineCards(fences: fences)
    orderBlocks()
    readLinks()
    note.findings.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  private mutating func report(_ code: FindingCode, at offset: Int, detail: String = "") {
    note.findings.append(BlockFindings.finding(code, at: places.place(of: offset), detail: detail))
  }

  private mutating func readFileLines(_ scanner: PassageScanner) {
    if let (value, line) = scanner.targetDeck {
      let name = TextKey.name(bytes.text(value))
      if name.isEmpty {
        report(.deckLineForm, at: line.lowerBound, detail: "TARGET DECK")
      } else {
        note.targetDeck = name
      }
    }
    if let (value, line) = scanner.fileTags {
      note.fileTags = Tag.union(Tag.list(bytes.text(value)))
      if note.fileTags.isEmpty { report(.deckLineForm, at: line.lowerBound, detail: "FILE TAGS") }
    }
  }

  private mutating func readBlocks(_ passages: [BlockPassage], fences: [Range<Int>]) {
    for passage in passages {
      let start = passage.range.lowerBound
      guard let block = BlockReader(bytes, body: passage.body, noteTypes: noteTypes) else {
        report(.emptyBlock, at: start)
        continue
      }
      if !passage.isClosed { report(.endMissing, at: start) }
      if passage.startHasTrailingBlank { report(.trailingBlank, at: start) }
      for (code, offset) in block.findings {
        report(code, at: offset, detail: detail(of: code, block))
      }
      let after = bytes.text(bytes.trimmed(passage.afterEnd))
      let reference = BlockReference.parse(after, follows: bytes.text(passage.afterEnd))
      if !after.isEmpty, reference == nil {
        report(.textAfterEnd, at: passage.afterEnd.lowerBound, detail: after)
      }
      add(
        ParsedBlock(
          syntax: .block, noteType: block.noteType, fields: block.fields, tags: block.tags,
          ankiID: block.ankiID,
          blockReference: reference, lines: 1...1, column: 1, headings: passage.headings,
          isInFence: fence(at: start, fences) != nil),
        range: passage.range, fences: fences)
    }
  }

  private func detail(of code: FindingCode, _ block: BlockReader) -> String {
    switch code {
    case .tagsForm: block.tags.isEmpty ? "no tags" : block.tags.joined(separator: " ")
    case .unknownNoteType, .noteTypeCase: block.noteType.name
    case .noteTypeMissing: block.fields.first?.text ?? ""
    default: ""
    }
  }

  private mutating func readInlineCards(fences: [Range<Int>]) {
    let blocks = blockRanges
    var nextBlock = 0
    for (range, body) in InlineReader.passages(in: bytes) {
      while nextBlock < blocks.count, blocks[nextBlock].upperBound <= range.lowerBound { nextBlock += 1 }
      if nextBlock < blocks.count, blocks[nextBlock].contains(range.lowerBound) { continue }
      guard let card = InlineReader(bytes, body: body, noteTypes: noteTypes) else {
        report(.inlineWithoutType, at: range.lowerBound)
        continue
      }
      if !card.isTypeKnown { report(.unknownNoteType, at: range.lowerBound, detail: card.noteType.name) }
      add(
        ParsedBlock(
          syntax: .inline, noteType: card.noteType, fields: card.fields, tags: card.tags, ankiID: card.ankiID,
          blockReference: nil, lines: 1...1, column: 1, headings: [],
          isInFence: fence(at: range.lowerBound, fences) != nil),
        range: range, fences: fences)
    }
  }

  private mutating func add(_ parsed: ParsedBlock, range: Range<Int>, fences: [Range<Int>]) {
    var block = parsed
    let place = places.place(of: range.lowerBound)
    block.lines = place.line...max(place.line, places.place(of: range.upperBound).line)
    block.column = place.column
    if let question = block.fields.first, question.text.isEmpty {
      report(.emptyField, at: range.lowerBound, detail: question.name)
    } else if block.noteType.behavior == .cloze, block.cards.isEmpty {
      report(.noCloze, at: range.lowerBound)
    } else if block.noteType.behavior != .cloze, let answer = block.fields.dropFirst().first,
      answer.text.isEmpty
    {
      report(.emptyField, at: range.lowerBound, detail: answer.name)
    }
    if block.isInFence, let odd = oddFence(at: range.lowerBound) {
      report(.cardInCode, at: range.lowerBound, detail: odd.isEmpty ? "no language is named" : odd)
    }
    note.blocks.append(block)
    blockRanges.append(range)
  }

  private func fence(at offset: Int, _ fences: [Range<Int>]) -> Range<Int>? {
    fences.first { $0.contains(offset) }
  }

  /// The info string of the fence a card stands in, unless it says that cards belong there.
  private func oddFence(at offset: Int) -> String? {
    for span in spans where span.range.contains(offset) {
      guard case .fence(let info, _) = span.kind else { continue }
      let name = bytes.text(info)
      return name.lowercased().contains("anki") ? nil : name
    }
    return nil
  }

  private mutating func orderBlocks() {
    let order = blockRanges.indices.sorted { blockRanges[$0].lowerBound < blockRanges[$1].lowerBound }
    note.blocks = order.map { note.blocks[$0] }
    blockRanges = order.map { blockRanges[$0] }
    var seen = Set<AnkiNoteID>()
    for (block, range) in zip(note.blocks, blockRanges) {
      guard let id = block.ankiID, !seen.insert(id).inserted else { continue }
      report(.duplicateID, at: range.lowerBound, detail: String(id.rawValue))
    }
  }

  private mutating func readLinks() {
    places = PlaceCounter(bytes)
    if let frontMatter {
      for (syntax, range) in LinkReader.properties(in: bytes, frontMatter: frontMatter.range) {
        addLink(syntax, at: range.lowerBound, block: nil, countsForGraph: true, isProperty: true)
      }
    }
    var block = 0
    for span in spans {
      while block < blockRanges.count, blockRanges[block].upperBound <= span.range.lowerBound { block += 1 }
      switch span.kind {
      case .link(let syntax):
        let isInside = block < blockRanges.count && blockRanges[block].contains(span.range.lowerBound)
        addLink(
          syntax, at: span.range.lowerBound, block: isInside ? block : nil, countsForGraph: true,
          isProperty: false)
      case .fence(_, let body):
        readLinksOfFencedCards(in: body, from: block)
      default: break
      }
    }
  }

  /// A fence hides its links from the graph, not from the cards that are kept in it.
  private mutating func readLinksOfFencedCards(in body: Range<Int>, from first: Int) {
    var block = first
    while block < blockRanges.count, blockRanges[block].lowerBound < body.upperBound {
      if note.blocks[block].isInFence {
        for span in SyntaxScanner.scan(bytes, in: blockRanges[block].clamped(to: body)) {
          guard case .link(let syntax) = span.kind else { continue }
          addLink(syntax, at: span.range.lowerBound, block: block, countsForGraph: false, isProperty: false)
        }
      }
      block += 1
    }
  }

  private mutating func addLink(
    _ syntax: LinkSyntax, at offset: Int, block: Int?, countsForGraph: Bool, isProperty: Bool
  ) {
    var link = LinkReader.link(
      syntax, in: bytes, place: places.place(of: offset), block: block, countsForGraph: countsForGraph)
    if isProperty, link.kind == .wiki { link.kind = .property }
    note.links.append(link)
  }
}
