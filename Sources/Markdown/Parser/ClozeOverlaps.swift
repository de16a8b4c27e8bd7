import StudyCore

/// A span that md4c sees as one character or not at all; gaps have their edges outside of it.
struct OpaqueSpan {
  var span: SyntaxSpan
  /// A gap begins inside and ends outside, or the other way round: the span is read as plain text.
  var isBroken = false

  var range: Range<Int> { span.range }

  /// Comments hide what is written in them: a broken comment would show it. A fence decides about blocks.
  var isUnbreakable: Bool {
    switch span.kind {
    case .comment, .htmlComment, .fence: true
    default: false
    }
  }

  /// The opaque ones of the scanner's spans, in order, without those inside another.
  static func disjoint(_ spans: [SyntaxSpan]) -> [OpaqueSpan] {
    var opaque: [OpaqueSpan] = []
    for span in spans where span.range.lowerBound >= opaque.last?.range.upperBound ?? 0 {
      if case .highlight = span.kind { continue }
      opaque.append(OpaqueSpan(span: span))
    }
    return opaque
  }
}

extension Cloze {
  /// `{{c1::`
  var openingEdge: Range<Int> { range.lowerBound..<content.lowerBound }
  /// `}}`, with the hint before it if there is one.
  var closingEdge: Range<Int> { content.upperBound..<range.upperBound }
}

/// Settles which gaps the tree shows where gaps and other syntax cross.
///
/// A gap inside a formula or code stays in that text, for ``ClozeText`` to find. A gap that crosses the edge of a
/// span wins over it, so that a card never loses its gap; only comments and fences win over the gap.
struct ClozeOverlaps {
  private(set) var clozes: [Cloze] = []
  private(set) var opaque: [OpaqueSpan]

  init(clozes candidates: [Cloze], opaque: [OpaqueSpan]) {
    self.opaque = opaque
    let crossing = candidates.map { cloze in (cloze, spans(crossedBy: cloze)) }
    for (_, spans) in crossing where !spans.contains(where: { opaque[$0].isUnbreakable }) {
      for index in spans { self.opaque[index].isBroken = true }
    }
    clozes = crossing.filter { !$0.1.contains { opaque[$0].isUnbreakable } }.map(\.0).filter { !isInside($0) }
  }

  /// The spans that hold one edge of the gap but not both.
  private func spans(crossedBy cloze: Cloze) -> [Int] {
    let opening = span(holding: cloze.openingEdge)
    let closing = span(holding: cloze.closingEdge)
    return opening == closing ? [] : [opening, closing].compactMap { $0 }
  }

  private func isInside(_ cloze: Cloze) -> Bool {
    guard let index = span(holding: cloze.openingEdge) else { return false }
    return !opaque[index].isBroken
  }

  /// The span that the edge touches; a span that lies wholly in the edge (in a hint) does not count.
  func span(holding edge: Range<Int>) -> Int? {
    var low = 0
    var high = opaque.count
    while low < high {
      let middle = (low + high) / 2
      if opaque[middle].range.upperBound <= edge.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < opaque.count, opaque[low].range.lowerBound < edge.upperBound {
      if opaque[low].range.lowerBound < edge.lowerBound || opaque[low].range.upperBound > edge.upperBound {
        return low
      }
      low += 1
    }
    return nil
  }
}
