import NoteParsing
import StudyCore

/// What is promised of the parser for any file at all: that it comes back, and what is listed here.
package struct ParserProperty: Sendable {
  package let name: String
  /// Says how the promise is broken; nil where it is kept.
  private let breach: @Sendable (Case) -> String?

  /// A file and what the parser reads in it.
  struct Case {
    let file: [UInt8]
    let choice: ParserChoice
    let note: ParsedNote

    func parse(_ file: [UInt8]) -> ParsedNote { choice.parser.parse(file) }
  }

  /// Names the promises that are broken for a file, and how; empty if none is.
  package static func breaches(in file: [UInt8], read choice: ParserChoice) -> [String] {
    let reading = Case(file: file, choice: choice, note: choice.parser.parse(file))
    return all.compactMap { property in property.breach(reading).map { "\(property.name): \($0)" } }
  }

  private static let all = [
    ParserProperty(name: "reading again gives the same", breach: readsTheSameAgain),
    ParserProperty(name: "findings are inside the file, in order", breach: placesFindings),
    ParserProperty(name: "blocks are inside the file, in order", breach: placesBlocks),
    ParserProperty(name: "links are inside the file and their blocks", breach: placesLinks),
    ParserProperty(name: "blocks have the fields of their types", breach: fillsFields),
    ParserProperty(name: "ids change nothing else", breach: addsOnlyIDs),
    ParserProperty(name: "line ends do not matter", breach: readsAnyLineEnd),
    ParserProperty(name: "tolerant reading finds what strict reading finds", breach: findsStrictCards),
    ParserProperty(name: "what a sentence hides stands on its lines", breach: placesGaps),
    ParserProperty(name: "sentences change nothing else", breach: leavesOthersAlone),
  ]
}

extension ParserProperty {
  @Sendable private static func readsTheSameAgain(_ reading: Case) -> String? {
    _ = reading.choice.parser.readableText(of: reading.file)
    return reading.parse(reading.file) == reading.note ? nil : "two readings differ"
  }

  @Sendable private static func placesFindings(_ reading: Case) -> String? {
    let shape = FileShape(reading.file)
    let places = reading.note.findings.map(\.place)
    if let place = places.first(where: { $0 != .wholeFile && !shape.has($0) }) { return "\(place)" }
    let lines = places.map(\.line)
    return lines == lines.sorted() ? nil : "\(lines)"
  }

  @Sendable private static func placesBlocks(_ reading: Case) -> String? {
    let shape = FileShape(reading.file)
    let end = Array(reading.choice.keywords.end.utf8)
    var last = (line: 1, column: 1)
    for block in reading.note.blocks {
      let start = Finding.Place(line: block.lines.lowerBound, column: block.column)
      guard shape.has(start), shape.hasLine(block.lines.upperBound) else { return "\(start) \(block.lines)" }
      guard last <= (start.line, start.column) else { return "\(start) after \(last)" }
      last = (start.line, start.column)
      guard let word = block.endWord else { continue }
      let isInside = word.lowerBound >= 0 && word.upperBound <= reading.file.count
      guard isInside, reading.file[word].elementsEqual(end) else { return "the end word at \(word)" }
    }
    return nil
  }

  @Sendable private static func placesLinks(_ reading: Case) -> String? {
    let shape = FileShape(reading.file)
    let blocks = reading.note.blocks
    for link in reading.note.links {
      guard shape.has(link.place) else { return "\(link)" }
      guard let block = link.block else { continue }
      guard blocks.indices.contains(block), blocks[block].lines.contains(link.place.line) else {
        return "\(link) in no block"
      }
    }
    return nil
  }

  @Sendable private static func fillsFields(_ reading: Case) -> String? {
    let blocks = reading.note.blocks
    return blocks.first { $0.fields.map(\.name) != $0.noteType.fields }.map { "\($0.noteType) \($0.fields)" }
  }

  @Sendable private static func addsOnlyIDs(_ reading: Case) -> String? {
    let plan = BlockIDPlan(file: reading.file, note: reading.note, seed: 7)
    let written = plan.applied(to: reading.file)
    var expected = reading.note.content
    let waiting = reading.note.blocks.indices.filter { index in
      plan.insertions.contains { $0.offset == reading.note.blocks[index].endWord?.upperBound }
    }
    guard waiting.count == plan.insertions.count else { return "\(plan.insertions) for \(waiting)" }
    for (index, insertion) in zip(waiting, plan.insertions) {
      expected.blocks[index].blockReference = insertion.id
    }
    let after = reading.parse(written)
    guard after.content == expected else { return "other cards than before" }
    guard BlockIDPlan(file: written, note: after, seed: 8).insertions.isEmpty else { return "ids again" }
    return removed(plan, from: written) == reading.file ? nil : "other bytes than before"
  }

  private static func removed(_ plan: BlockIDPlan, from written: [UInt8]) -> [UInt8] {
    var (rest, position, added) = ([UInt8](), 0, 0)
    for insertion in plan.insertions {
      rest += written[position..<insertion.offset + added]
      added += insertion.text.utf8.count
      position = insertion.offset + added
    }
    return rest + written[position...]
  }

  @Sendable private static func readsAnyLineEnd(_ reading: Case) -> String? {
    var file: [UInt8] = []
    var previous: UInt8 = 0
    for byte in reading.file {
      if byte == UInt8(ascii: "\n"), previous != UInt8(ascii: "\r") { file.append(UInt8(ascii: "\r")) }
      file.append(byte)
      previous = byte
    }
    let note = reading.parse(file)
    guard note.content == reading.note.content else { return "other cards with CR LF" }
    let findings = { (note: ParsedNote) in note.findings.filter { $0.code != .carriageReturns } }
    return findings(note) == findings(reading.note) ? nil : "other findings with CR LF"
  }
}

extension ParserProperty {
  /// The plugin may take several cards for one, and text for a card that says nothing or is to be deleted; where it finds a card, there
  /// is one, or a finding says why not. JavaScript, in which the plugin is written, ends lines at U+2028 and U+2029 as well, where no
  /// editor shows one.
  @Sendable private static func findsStrictCards(_ reading: Case) -> String? {
    let text = String(decoding: reading.file, as: UTF8.self)
    if text.unicodeScalars.contains("\u{2028}") || text.unicodeScalars.contains("\u{2029}") { return nil }
    let strict = reading.choice.strictParser.parse(reading.file)
    for block in strict.blocks where [.block, .inline].contains(block.syntax) && !block.cards.isEmpty {
      let isFound = reading.note.blocks.contains { $0.lines.overlaps(block.lines) }
      let isExplained = reading.note.findings.contains { block.lines.contains($0.place.line) }
      guard isFound || isExplained else { return "\(block.lines) \(block.fields)" }
    }
    return nil
  }
}

extension ParsedNote {
  /// What a note says, without what depends on how many bytes stand where: the offsets of END, and what follows it.
  fileprivate var content: ParsedNote {
    var note = self
    note.findings = []
    note.blocks = blocks.map { block in
      var copy = ParsedBlock(
        syntax: block.syntax, noteType: block.noteType, fields: block.fields, tags: block.tags,
        ankiID: block.ankiID, blockReference: block.blockReference, candidateHeads: block.candidateHeads)
      (copy.lines, copy.column) = (block.lines, block.column)
      (copy.headings, copy.isInFence) = (block.headings, block.isInFence)
      return copy
    }
    return note
  }
}
