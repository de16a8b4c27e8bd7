import Markdown
import StudyCore

extension NoteReading {
  /// Collects the links of the front matter, of the text, and of the cards kept in code and comments.
  mutating func readLinks() {
    var places = PlaceCounter(bytes, lines, map)
    note.writtenLinks.source = source
    note.writtenLinks.links.reserveCapacity(spans.count)
    if let frontMatter {
      var properties = PropertyWalk(bytes, frontMatter: frontMatter.range)
      for (syntax, range) in LinkReader.properties(in: bytes, map, frontMatter: frontMatter.range) {
        let kind = syntax.form == .wiki ? properties.kind(at: range.lowerBound) : .embed
        addLink(syntax, kind: kind, at: range.lowerBound, block: nil, countsForGraph: true, &places)
      }
    }
    let cards = blockRanges.isEmpty ? [] : outermostCards[...]
    var next = cards.startIndex
    for span in spans {
      let start = span.range.lowerBound
      while next < cards.endIndex, cards[next].range.upperBound <= start { next += 1 }
      switch span.kind {
      case .link(let syntax):
        let isInside = next < cards.endIndex && cards[next].range.contains(start)
        addLink(
          syntax, kind: NoteLink.Kind(syntax.form), at: start, block: isInside ? cards[next].block : nil,
          countsForGraph: true, &places)
      case .fence(_, let body): readLinks(of: cards[next...], in: body, &places)
      case .htmlComment: readLinks(of: cards[next...], in: span.range, &places)
      default: break
      }
    }
  }

  /// The cards that stand in no other: a link belongs to the outer one.
  private var outermostCards: [(block: Int, range: Range<Int>)] {
    var end = 0
    return blockRanges.enumerated().compactMap { block, range in
      guard range.upperBound > end else { return nil }
      end = range.upperBound
      return (block, range)
    }
  }

  /// A fence or an HTML comment hides its links from the graph, not from the cards that are kept in it.
  private mutating func readLinks(
    of cards: ArraySlice<(block: Int, range: Range<Int>)>, in hidden: Range<Int>,
    _ places: inout PlaceCounter
  ) {
    for (block, range) in cards.prefix(while: { $0.range.lowerBound < hidden.upperBound })
    where range.lowerBound >= hidden.lowerBound {
      for span in SyntaxScanner.scan(bytes, in: range.clamped(to: hidden)) {
        guard case .link(let syntax) = span.kind else { continue }
        addLink(
          syntax, kind: NoteLink.Kind(syntax.form), at: span.range.lowerBound, block: block,
          countsForGraph: false, &places)
      }
    }
  }

  private mutating func addLink(
    _ syntax: LinkSyntax, kind: NoteLink.Kind, at offset: Int, block: Int?, countsForGraph: Bool,
    _ places: inout PlaceCounter
  ) {
    guard LinkReader.namesSomething(syntax, kind, in: bytes) else { return }
    let place = places.place(of: offset)
    note.writtenLinks.links.append(
      WrittenLinks.Link(
        kind: kind, countsForGraph: countsForGraph, block: block.map { Int32(clamping: $0) } ?? -1,
        line: UInt32(clamping: place.line), column: UInt32(clamping: place.column),
        target: syntax.storedPath, fragment: syntax.storedFragment))
  }
}

extension NoteLink.Kind {
  fileprivate init(_ form: LinkSyntax.Form) {
    switch form {
    case .wiki: self = .wiki
    case .embed: self = .embed
    case .markdown: self = .markdown
    case .markdownEmbed: self = .markdownEmbed
    }
  }
}
