import StudyCore

/// Names every card and file-level line that both readings of a file read differently.
struct StrictComparison {
  typealias Noticed = (problem: NoteProblem, offset: Int)

  /// A card with its place in the text.
  typealias Card = StrictReading.Card

  /// Differences that no problem noticed before is behind.
  private(set) var problems: [Noticed] = []
  /// The problems noticed before that are behind differences.
  private(set) var causes = Set<Int>()
  /// What is behind differences and is said about the whole file.
  private(set) var causesOfFile = Set<FindingCode>()

  private let noticed: [(problem: NoteProblem, offset: Int, index: Int)]

  /// - Parameters:
  ///   - tolerant: in order of their places.
  ///   - noticed: what tolerant reading noticed.
  init(tolerant: [Card], strict: StrictReading, noticed: [Noticed]) {
    self.noticed = noticed.enumerated().map { ($1.problem, $1.offset, $0) }.sorted { $0.1 < $1.1 }
    let strictCards = Dictionary(strict.cards.map { ($0.range.lowerBound, $0) }) { first, _ in first }
    let seesBlocks = strict.cards.contains { $0.block.syntax == .block }
    var swallowed = PassageWalk(strict.passages)
    for card in tolerant {
      let start = card.range.lowerBound
      if let same = strictCards[start] {
        compare(card, with: same.block)
      } else if strict.hadCarriageReturns, !seesBlocks, card.block.syntax == .block {
        causesOfFile.insert(.carriageReturns)
      } else if strict.hadByteOrderMark, start == 0 {
        causesOfFile.insert(.byteOrderMark)
      } else {
        let difference = swallowed.contains(start) ? StrictDifference.swallowed : .unseen
        say(difference, about: .existence, in: card.range)
      }
    }
    let starts = Set(tolerant.map(\.range.lowerBound))
    for card in strict.cards where !starts.contains(card.range.lowerBound) { sayExtra(card) }
  }

  private mutating func compare(_ card: Card, with strict: ParsedBlock) {
    var parts: [StrictDifference.Part] = []
    let block = card.block
    if block.noteType.name != strict.noteType.name {
      parts.append(.noteType(strict.noteType.name))
      parts += strict.fields.filter { !$0.text.isEmpty }.map { .field($0) }
    } else {
      parts += zip(block.fields, strict.fields).filter { $0 != $1 }.map { .field($1) }
    }
    if block.tags != Tag.union(strict.tags) { parts.append(.tags(strict.tags)) }
    if block.ankiID != strict.ankiID { parts.append(.ankiID(strict.ankiID)) }
    guard !parts.isEmpty else { return }
    say(.other(parts), about: parts.reduce([]) { $0.union($1.aspect) }, in: card.range)
  }

  private mutating func sayExtra(_ card: Card) {
    let start = card.range.lowerBound
    let deleted = noticed(in: start..<start + 1).first {
      if case .deletedCard = $0.problem { true } else { false }
    }
    if let deleted {
      causes.insert(deleted.index)
    } else {
      problems.append((.readStrictly(.extra(question: card.block.fields.first?.text ?? "")), start))
    }
  }

  /// Says it unless what was noticed within the card explains all of it.
  private mutating func say(_ difference: StrictDifference, about aspects: CardAspects, in range: Range<Int>)
  {
    let behind = noticed(in: range).filter { !$0.problem.explains.isDisjoint(with: aspects) }
    causes.formUnion(behind.map(\.index))
    let explained = behind.reduce(CardAspects()) { $0.union($1.problem.explains) }
    if !aspects.isSubset(of: explained) { problems.append((.readStrictly(difference), range.lowerBound)) }
  }

  private func noticed(
    in range: Range<Int>
  ) -> ArraySlice<(problem: NoteProblem, offset: Int, index: Int)> {
    var (lower, upper) = (0, noticed.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if noticed[middle].offset < range.lowerBound { lower = middle + 1 } else { upper = middle }
    }
    return noticed[lower...].prefix { $0.offset < range.upperBound }
  }

  // MARK: Lines about the file

  mutating func compareDeck(tolerant: (name: String?, offset: Int?), strict: (name: String, offset: Int)?) {
    let name = strict.flatMap { $0.name.isEmpty ? nil : $0.name }
    guard name != tolerant.name, let offset = strict?.offset ?? tolerant.offset else { return }
    problems.append((.readStrictly(.deck(name)), offset))
  }

  mutating func compareTags(tolerant: (tags: [String], offset: Int?), strict: (tags: [String], offset: Int)?)
  {
    let tags = strict?.tags ?? []
    guard Tag.union(tags) != tolerant.tags, let offset = strict?.offset ?? tolerant.offset else { return }
    problems.append((.readStrictly(.fileTags(tags)), offset))
  }
}

/// Asks passages in ascending order whether a place lies within one; they do not overlap.
private struct PassageWalk {
  private let passages: [Range<Int>]
  private var next = 0

  init(_ passages: [Range<Int>]) { self.passages = passages }

  mutating func contains(_ offset: Int) -> Bool {
    while next < passages.count, passages[next].upperBound <= offset { next += 1 }
    return next < passages.count && passages[next].lowerBound < offset
  }
}
