import StudyCore

/// Rewrites a text for md4c: comments go, and placeholders take the place of what md4c would misread.
struct PlaceholderPass {
  let text: [UInt8]
  private var placeholders: Placeholders
  private var edits: [Edit] = []
  private var nextWrapper = 0

  private struct Edit {
    var range: Range<Int>
    var replacement: Replacement
  }

  enum Replacement {
    case placeholder(Placeholders.Meaning)
    case text(String)
  }

  static func run(_ text: [UInt8], readingClozes: Bool) -> (marked: [UInt8], placeholders: Placeholders) {
    var pass = PlaceholderPass(text: text, placeholders: Placeholders(text: text))
    let spans = SyntaxScanner.scan(text)
    let overlaps = ClozeOverlaps(
      clozes: readingClozes ? ClozeScanner.scan(text) : [], opaque: OpaqueSpan.disjoint(spans))
    pass.mark(overlaps.opaque)
    pass.mendLines(outside: overlaps)
    pass.markHighlights(spans)
    for cloze in overlaps.clozes {
      let hint = cloze.hint.map { String(decoding: text[$0], as: UTF8.self) }
      pass.wrap(
        .cloze(number: cloze.number, hint: hint), opening: cloze.openingEdge, closing: cloze.closingEdge)
    }
    return (pass.apply(), pass.placeholders)
  }

  private init(text: [UInt8], placeholders: Placeholders) {
    self.text = text
    self.placeholders = placeholders
  }

  private mutating func mark(_ spans: [OpaqueSpan]) {
    let decoder = SyntaxDecoder(text: text)
    for span in spans {
      switch span.span.kind {
      case .comment, .htmlComment:
        replace(wholeLines(span.range), by: .text(""))
      case .codeSpan where span.isBroken:
        // Its backticks must not begin code, because a gap ends inside.
        let ticks = text[span.range].prefix { $0 == UInt8(ascii: "`") }
        replace(
          ticks.startIndex..<ticks.endIndex,
          by: .placeholder(.inline(.text(String(decoding: ticks, as: UTF8.self)))))
      case .fence(_, let body):
        keepTabs(in: body, of: span.range)
      default:
        guard !span.isBroken, let inline = decoder.inline(for: span.span) else { continue }
        replace(span.range, by: .placeholder(.inline(inline)))
      }
    }
  }

  /// md4c hands the indentation of code over as blanks; tabs of a fence that no quote or list indents stay tabs.
  private mutating func keepTabs(in body: Range<Int>, of fence: Range<Int>) {
    guard [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(text[fence.lowerBound]) else { return }
    var isIndentation = true
    for index in body {
      if isIndentation, text[index] == 9 {
        replace(index..<index + 1, by: .placeholder(.inline(.text("\t"))))
      }
      isIndentation = text[index] == UInt8(ascii: "\n") || (isIndentation && text[index].isInlineBlank)
    }
  }

  private mutating func markHighlights(_ spans: [SyntaxSpan]) {
    for span in spans {
      guard case .highlight(let body) = span.kind else { continue }
      wrap(
        .highlight, opening: span.range.lowerBound..<body.lowerBound,
        closing: body.upperBound..<span.range.upperBound)
    }
  }

  private mutating func wrap(_ kind: Wrapper.Kind, opening: Range<Int>, closing: Range<Int>) {
    let wrapper = Wrapper(id: nextWrapper, kind: kind)
    nextWrapper += 1
    replace(opening, by: .placeholder(.open(wrapper)))
    replace(closing, by: .placeholder(.close(wrapper.id)))
  }

  /// Of replacements that overlap, the one that begins first counts.
  mutating func replace(_ range: Range<Int>, by replacement: Replacement) {
    edits.append(Edit(range: range, replacement: replacement))
  }

  private mutating func apply() -> [UInt8] {
    guard !edits.isEmpty else { return text }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var marked: [UInt8] = []
    marked.reserveCapacity(text.count)
    var index = 0
    for edit in edits where edit.range.lowerBound >= index {
      marked += text[index..<edit.range.lowerBound]
      index = edit.range.upperBound
      switch edit.replacement {
      case .text(let replacement): marked += replacement.utf8
      case .placeholder(let meaning):
        marked += placeholders.add(meaning, source: edit.range) ?? Array(text[edit.range])
      }
    }
    return marked + text[index...]
  }

  /// A comment that has its lines to itself goes with its last line end, so that it does not leave a blank line.
  private func wholeLines(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, text[start - 1].isInlineBlank { start -= 1 }
    var end = range.upperBound
    while end < text.count, text[end].isInlineBlank { end += 1 }
    guard start == 0 || text[start - 1] == UInt8(ascii: "\n") else { return range }
    guard end < text.count else { return start..<end }
    return text[end] == UInt8(ascii: "\n") ? start..<end + 1 : range
  }
}

extension UInt8 {
  /// A blank, a tab, or the carriage return of a line end.
  var isInlineBlank: Bool { self == UInt8(ascii: " ") || self == 9 || self == 13 }
}
