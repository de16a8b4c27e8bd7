import Markdown
import StudyCore

/// Gaps in single braces, or as highlights, which Obsidian_to_Anki writes as the gaps that Anki knows
/// (`card-syntax.md` §3.6). Only where its settings say so, and in note types that have "Cloze" in their name.
///
/// Other than the plugin, code and formulas keep their braces, and a brace within a gap is part of it.
package struct CurlyClozes: Hashable, Sendable {
  /// Whether `==…==` is a gap too.
  package var includesHighlights: Bool

  /// Which number a gap has that is written without one.
  package enum Unnumbered: Hashable, Sendable {
    /// The next, counted from 1 in each field.
    case counted
    case first
  }

  /// Which braces are gaps.
  package enum Braces: Hashable, Sendable {
    case all
    /// Those with a number, as in `{2:gap}`.
    case numbered
  }

  package var unnumbered: Unnumbered
  package var braces: Braces

  package init(includesHighlights: Bool, unnumbered: Unnumbered = .counted, braces: Braces = .all) {
    self.includesHighlights = includesHighlights
    self.unnumbered = unnumbered
    self.braces = braces
  }

  /// The fields with every gap in Anki's form. Gaps without a number are counted from 1 in each field.
  ///
  /// - Returns: with them, a number that was counted for one gap and written for another; nil where there is none.
  func converted(_ block: ParsedBlock) -> (fields: [Field], sharedNumber: String?) {
    guard block.noteType.name.contains("Cloze") else { return (block.fields, nil) }
    let read = block.fields.map { (name: $0.name, gaps: gaps(in: $0.text)) }
    return (
      read.map { Field(name: $0.name, text: $0.gaps.text) }, read.lazy.compactMap(\.gaps.sharedNumber).first
    )
  }

  /// The same for one field's text.
  package func converted(_ text: String) -> String { gaps(in: text).text }

  private func gaps(in text: String) -> (text: String, sharedNumber: String?) {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "{")) || includesHighlights else { return (text, nil) }
    var reader = bytes.withUnsafeBufferPointer {
      CurlyReader(bytes, spans: SyntaxScanner.scan($0, in: 0..<bytes.count), form: self)
    }
    let converted = String(decoding: reader.convert(), as: UTF8.self)
    return (converted, reader.sharedNumber.map { String(decoding: $0, as: UTF8.self) })
  }
}

/// Goes through a text once and writes it anew.
private struct CurlyReader {
  private let bytes: [UInt8]
  private let form: CurlyClozes
  /// By start: where a stretch of code, a formula, a comment or a link ends.
  private var opaque: [Int: Int] = [:]
  /// By start: what a highlight marks, and where it ends.
  private var highlights: [Int: (body: Range<Int>, end: Int)] = [:]
  private var counted = 0
  private var countedNumbers: Set<[UInt8]> = []
  private var writtenNumbers: Set<[UInt8]> = []

  /// The lowest number that was counted for one gap and written for another.
  var sharedNumber: [UInt8]? {
    countedNumbers.intersection(writtenNumbers).min { ($0.count, $0.last ?? 0) < ($1.count, $1.last ?? 0) }
  }
  /// False once no `}}` was found in what is left.
  private var hasNativeEnd = true
  /// By opening brace: the one that closes it, in the paragraph that ends at `pairedEnd`.
  private var closings: [Int: Int] = [:]
  private var pairedEnd = 0

  init(_ bytes: [UInt8], spans: [SyntaxSpan], form: CurlyClozes) {
    self.bytes = bytes
    self.form = form
    for span in spans {
      switch span.kind {
      case .fence, .codeSpan, .math, .htmlComment, .link:
        opaque[span.range.lowerBound] = span.range.upperBound
      case .highlight(let body): highlights[span.range.lowerBound] = (body, span.range.upperBound)
      case .comment, .footnoteReference: break
      }
    }
  }

  mutating func convert() -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    func copy(to end: Int) {
      result += bytes[index..<end]
      index = end
    }
    while index < bytes.count {
      if let end = opaque[index] {
        copy(to: end)
      } else if form.includesHighlights, let mark = highlights[index],
        let gap = gap(mark.body, needsNumber: false)
      {
        result += gap
        index = mark.end
      } else if bytes[index] == UInt8(ascii: "\\") {
        copy(to: min(index + 2, bytes.count))
      } else if has("{{", at: index) {
        copy(to: endOfNative(from: index))
      } else if bytes[index] == UInt8(ascii: "{"), let close = closing(from: index),
        let gap = gap(index + 1..<close, needsNumber: form.braces == .numbered)
      {
        result += gap
        index = close + 1
      } else {
        copy(to: index + 1)
      }
    }
    return result
  }

  private func has(_ pair: StaticString, at index: Int) -> Bool {
    bytes.withUnsafeBufferPointer { $0.has(pair, at: index) }
  }

  /// Past a gap that is in Anki's form already, or past braces that mean something else.
  private mutating func endOfNative(from start: Int) -> Int {
    var index = start + 2
    while hasNativeEnd, index < bytes.count {
      if let end = opaque[index] {
        index = end
      } else if has("}}", at: index) {
        return index + 2
      } else {
        index += 1
      }
    }
    hasNativeEnd = false
    return start + 2
  }

  /// The brace that closes the one at `start`; nil where a paragraph ends before it.
  private mutating func closing(from start: Int) -> Int? {
    if start >= pairedEnd { pairBraces(from: start) }
    return closings[start]
  }

  /// Finds which braces belong together, as far as the paragraph goes.
  private mutating func pairBraces(from start: Int) {
    var open: [Int] = []
    closings.removeAll(keepingCapacity: true)
    pairedEnd = start
    while pairedEnd < bytes.count {
      if let end = opaque[pairedEnd] {
        pairedEnd = end
        continue
      }
      switch bytes[pairedEnd] {
      case UInt8(ascii: "{"): open.append(pairedEnd)
      case UInt8(ascii: "}"): if let brace = open.popLast() { closings[brace] = pairedEnd }
      case UInt8(ascii: "\\"): pairedEnd += 1
      case UInt8(ascii: "\n") where has("\n\n", at: pairedEnd): return
      default: break
      }
      pairedEnd += 1
    }
  }

  /// `x`, `2:x`, `2|x` and `c2::x` as a gap of Anki's; nil where nothing would be hidden.
  private mutating func gap(_ body: Range<Int>, needsNumber: Bool) -> [UInt8]? {
    var index = body.lowerBound
    if index < body.upperBound, bytes[index] == UInt8(ascii: "c") { index += 1 }
    let digits = bytes[index..<body.upperBound].prefix { Byte.isDigit($0) }
    let rest = bytes[digits.endIndex..<body.upperBound].drop {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|")
    }
    let isNumbered = !digits.isEmpty && rest.startIndex > digits.endIndex
    let hidden = isNumbered ? rest : bytes[body]
    guard !hidden.isEmpty, isNumbered || !needsNumber else { return nil }
    if !isNumbered { counted = form.unnumbered == .first ? 1 : counted + 1 }
    let number = isNumbered ? Array(digits) : Array(String(counted).utf8)
    if isNumbered {
      writtenNumbers.insert(number)
    } else if form.unnumbered == .counted {
      countedNumbers.insert(number)
    }
    return Array("{{c".utf8) + number + Array("::".utf8) + hidden + Array("}}".utf8)
  }
}
