import Markdown
import StudyCore

extension NoteReading {
  /// Collects the links of the front matter, of the text, and of the cards kept in code and comments.
  mutating func readLinks() {
    var places = PlaceCounter(bytes)
    note.links.reserveCapacity(spans.count)
    if let frontMatter {
      for (syntax, range) in LinkReader.properties(in: bytes, frontMatter: frontMatter.range) {
        let kind = syntax.form == .wiki ? NoteLink.Kind.property : .embed
        addLink(syntax, kind: kind, at: range.lowerBound, block: nil, countsForGraph: true, &places)
      }
    }
    var block = 0
    for span in spans {
      let start = span.range.lowerBound
      while block < blockRanges.count, blockRanges[block].upperBound <= start { block += 1 }
      switch span.kind {
      case .link(let syntax):
        let isInside = block < blockRanges.count && blockRanges[block].contains(start)
        addLink(
          syntax, kind: NoteLink.Kind(syntax.form), at: start, block: isInside ? block : nil,
          countsForGraph: true, &places)
      case .fence(_, let body): readLinksOfCards(in: body, from: block, &places)
      case .htmlComment: readLinksOfCards(in: span.range, from: block, &places)
      default: break
      }
    }
  }

  /// A fence or an HTML comment hides its links from the graph, not from the cards that are kept in it.
  private mutating func readLinksOfCards(
    in hidden: Range<Int>, from first: Int, _ places: inout PlaceCounter
  ) {
    var block = first
    while block < blockRanges.count, blockRanges[block].lowerBound < hidden.upperBound {
      if blockRanges[block].lowerBound >= hidden.lowerBound {
        for span in SyntaxScanner.scan(bytes, in: blockRanges[block].clamped(to: hidden)) {
          guard case .link(let syntax) = span.kind else { continue }
          addLink(
            syntax, kind: NoteLink.Kind(syntax.form), at: span.range.lowerBound, block: block,
            countsForGraph: false, &places)
        }
      }
      block += 1
    }
  }

  private mutating func addLink(
    _ syntax: LinkSyntax, kind: NoteLink.Kind, at offset: Int, block: Int?, countsForGraph: Bool,
    _ places: inout PlaceCounter
  ) {
    guard let (target, fragment) = LinkReader.names(of: syntax, in: bytes) else { return }
    note.links.append(
      NoteLink(
        kind: kind, target: target, fragment: fragment, place: places.place(of: offset), block: block,
        countsForGraph: countsForGraph))
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
