import Markdown

/// Splits running text into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` and whatever closes behind it, before a blank and what can begin a sentence. It does not
/// end in code, formulas and links, within **bold text** or ==highlights==, after an abbreviation, an initial or an ordinal, nor
/// before a small letter. Full stops of Chinese and Japanese always end one. Where it is doubtful, two sentences stay together:
/// half a sentence asks nothing.
struct SentenceSplitter {
  /// Parts of lines, in order; never empty.
  typealias Sentence = [Range<Int>]

  let text: StyleText
  private var bytes: Bytes { text.bytes }

  /// - Parameter lines: those of a paragraph or list item, without the marks before them.
  func sentences(of lines: [Range<Int>]) -> [Sentence] {
    var sentences: [Sentence] = []
    var sentence: Sentence = []
    var emphasis = Emphasis()
    for (number, line) in lines.enumerated() {
      let next = number + 1 < lines.count ? lines[number + 1].lowerBound : nil
      var start = line.lowerBound
      var index = start
      while index < line.upperBound {
        guard SentenceSplitter.mayMatter(bytes[index]) else {
          index += 1
          continue
        }
        if let opaque = text.opaqueRange(at: index) {
          index = opaque.upperBound
          continue
        }
        guard let mark = EndMark(at: index, in: bytes, line.upperBound) else {
          index = emphasis.read(at: index, in: bytes, line)
          continue
        }
        index = mark.range.upperBound
        emphasis.read(mark.closers, in: bytes)
        if !emphasis.isOpen, ends(mark, in: line, next: next) {
          sentence.append(bytes.trimmed(start..<index))
          sentences.append(sentence)
          (sentence, start) = ([], index)
        }
      }
      let rest = bytes.trimmed(start..<max(start, line.upperBound))
      if !rest.isEmpty { sentence.append(rest) }
    }
    return sentence.isEmpty ? sentences : sentences + [sentence]
  }

  /// Whether a byte may end a sentence, begin or end emphasis, or begin something opaque.
  private static func mayMatter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), Byte.exclamation, UInt8(ascii: "?"), UInt8(ascii: "*"), Byte.equals: true
    case Byte.openBracket, Byte.backtick, Byte.dollar, Byte.less: true
    case 0xe2, 0xe3, 0xef: true
    default: false
    }
  }

  private func ends(_ mark: EndMark, in line: Range<Int>, next: Int?) -> Bool {
    if mark.isWide { return true }
    let after = mark.range.upperBound
    var follower = next
    if after < line.upperBound {
      guard Byte.isBlank(bytes[after]) else { return false }
      follower = bytes[after..<line.upperBound].firstIndex { !Byte.isBlank($0) }
    }
    guard let follower else { return true }
    if mark.isSingleStop, isAbbreviation(before: mark.range.lowerBound, in: line) { return false }
    return canBegin(at: follower)
  }

  // MARK: What stands after

  /// False before a small letter, whatever opens before it. A link may begin a sentence in small letters.
  private func canBegin(at start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      if bytes.has("[[", at: index) { return true }
      switch bytes[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), Byte.equals, Byte.doubleQuote, Byte.singleQuote,
        Byte.openParenthesis,
        Byte.openBracket, Byte.backtick:
        index += 1
      default:
        let letters = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
        return letters.unicodeScalars.first.map { !$0.properties.isLowercase } ?? true
      }
    }
    return true
  }

  // MARK: What stands before

  /// True after `e.g`, `Dr`, `J` and `3`.
  private func isAbbreviation(before end: Int, in line: Range<Int>) -> Bool {
    var start = end
    while start > line.lowerBound, !Byte.isBlank(bytes[start - 1]),
      ![Byte.openParenthesis, Byte.openBracket, Byte.doubleQuote].contains(bytes[start - 1])
    {
      start -= 1
    }
    let word = bytes[start..<end]
    if word.count < 3, !word.isEmpty, word.allSatisfy(Byte.isDigit) { return true }
    guard word.count <= SentenceSplitter.longestAbbreviation, word.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    let parts = word.split(separator: UInt8(ascii: "."))
    if !parts.isEmpty, parts.allSatisfy({ $0.count == 1 && Byte.isLetter($0[$0.startIndex]) }) { return true }
    return SentenceSplitter.abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let longestAbbreviation = 8

  /// Those of several letters that stand before what they abbreviate; others stand before small letters anyway.
  private static let abbreviations: Set<String> = [
    "abb", "al", "approx", "bd", "bzw", "ca", "cf", "ch", "chap", "col", "dept", "dr", "ed", "eds", "eq",
    "eqs", "esp", "evtl",
    "fig", "figs", "gen", "ggf", "hrsg", "incl", "inkl", "jr", "lt", "mr", "mrs", "ms", "mt", "nr", "nos",
    "pp", "prof", "resp",
    "rev", "sec", "sog", "sr", "st", "tab", "univ", "vgl", "viz", "vol", "vs",
  ]
}

/// What can end a sentence: its marks, and the quotes, brackets and emphasis that close right behind them.
private struct EndMark {
  let range: Range<Int>
  let closers: Range<Int>
  /// True for a full stop of a script that is written without blanks.
  let isWide: Bool
  /// True for one `.`, which may also end an abbreviation.
  let isSingleStop: Bool

  /// Nil where none stands.
  init?(at start: Int, in bytes: Bytes, _ limit: Int) {
    var end = start
    var isWide = false
    while end < limit, let length = EndMark.length(at: end, in: bytes) {
      isWide = isWide || length.isWide
      end += length.bytes
    }
    guard end > start, end <= limit else { return nil }
    isSingleStop = end == start + 1 && bytes[start] == UInt8(ascii: ".")
    let marksEnd = end
    while end < limit, let length = EndMark.closerLength(at: end, in: bytes) { end += length }
    self.isWide = isWide
    range = start..<min(end, limit)
    closers = marksEnd..<range.upperBound
  }

  private static func length(at index: Int, in bytes: Bytes) -> (bytes: Int, isWide: Bool)? {
    switch bytes[index] {
    case UInt8(ascii: "."), Byte.exclamation, UInt8(ascii: "?"): (1, false)
    case 0xe2 where bytes.has("…", at: index): (3, false)
    case 0xe3 where bytes.has("。", at: index): (3, true)
    case 0xef where bytes.has("！", at: index) || bytes.has("？", at: index): (3, true)
    default: nil
    }
  }

  private static func closerLength(at index: Int, in bytes: Bytes) -> Int? {
    switch bytes[index] {
    case Byte.doubleQuote, Byte.singleQuote, Byte.closeParenthesis, Byte.closeBracket, UInt8(ascii: "*"),
      UInt8(ascii: "_"), Byte.equals:
      1
    case 0xc2 where bytes.has("»", at: index): 2
    case 0xe2 where bytes.has("”", at: index) || bytes.has("’", at: index): 3
    case 0xe3 where bytes.has("」", at: index) || bytes.has("』", at: index): 3
    case 0xef where bytes.has("）", at: index): 3
    // `[^1]`
    case Byte.openBracket where bytes.has("[^", at: index):
      bytes[index..<bytes.lineEnd(from: index)].firstIndex(of: Byte.closeBracket).map { $0 + 1 - index }
    default: nil
    }
  }
}

/// Which of `*`, `**` and `==` are open.
private struct Emphasis {
  private var open = 0

  var isOpen: Bool { open != 0 }

  /// Reads a run of marks; one with blanks on both sides is none.
  ///
  /// - Returns: the offset after it.
  mutating func read(at start: Int, in bytes: Bytes, _ line: Range<Int>) -> Int {
    let mark = bytes[start]
    var end = start + 1
    guard mark == UInt8(ascii: "*") || mark == Byte.equals else { return end }
    while end < line.upperBound, bytes[end] == mark { end += 1 }
    let isAfterBlank = start == line.lowerBound || Byte.isBlank(bytes[start - 1])
    let isBeforeBlank = end == line.upperBound || Byte.isBlank(bytes[end])
    if !(isAfterBlank && isBeforeBlank) { toggle(mark, end - start) }
    return end
  }

  /// Reads the marks among what closes a sentence.
  mutating func read(_ closers: Range<Int>, in bytes: Bytes) {
    for run in closers.split(whereSeparator: { bytes[$0] != UInt8(ascii: "*") }) {
      toggle(UInt8(ascii: "*"), run.count)
    }
    for run in closers.split(whereSeparator: { bytes[$0] != Byte.equals }) { toggle(Byte.equals, run.count) }
  }

  private mutating func toggle(_ mark: UInt8, _ count: Int) {
    if mark == Byte.equals {
      if count == 2 { open ^= 4 }
    } else {
      open ^= min(count, 3)
    }
  }
}
