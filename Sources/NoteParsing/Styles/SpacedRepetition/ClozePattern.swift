import Markdown
import StudyCore

/// How a gap is written in obsidian-spaced-repetition: marks around the answer, and slots for a number and a hint, each with what
/// parts it from the answer. The plugin writes the default as `==[123;;]answer[;;hint]==`.
package struct ClozePattern: Hashable, Sendable {
  private let open: [UInt8]
  private let close: [UInt8]
  /// Between a gap's number and its answer.
  private let numberSeparator: [UInt8]
  /// Between its answer and its hint.
  private let hintSeparator: [UInt8]

  package static let highlight = ClozePattern(open: "==", close: "==")
  package static let bold = ClozePattern(open: "**", close: "**")
  package static let curly = ClozePattern(open: "{{", close: "}}")

  /// As the plugin writes it.
  let text: String

  private init(open: String, close: String) {
    text = "\(open)[123;;]answer[;;hint]\(close)"
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
    (numberSeparator, hintSeparator) = (Array(";;".utf8), Array(";;".utf8))
  }

  /// Nil where the text is no pattern of this form.
  package init?(_ text: String) {
    guard let answer = text.range(of: "answer") else { return nil }
    let before = ClozePattern.slot(in: text[..<answer.lowerBound], named: "123", atEnd: true)
    let after = ClozePattern.slot(in: text[answer.upperBound...], named: "hint", atEnd: false)
    guard let before, let after, !before.mark.isEmpty, !after.mark.isEmpty else { return nil }
    self.text = text
    open = Array(before.mark.utf8)
    close = Array(after.mark.utf8)
    numberSeparator = Array(before.separator.utf8)
    hintSeparator = Array(after.separator.utf8)
  }

  /// A mark with an optional slot in brackets beside the answer.
  private static func slot(
    in text: Substring, named name: String, atEnd: Bool
  ) -> (mark: String, separator: String)? {
    guard text.contains("[") || text.contains("]") else { return (String(text), "") }
    guard let start = text.firstIndex(of: "["), let end = text.lastIndex(of: "]"),
      start < end, atEnd ? text.index(after: end) == text.endIndex : start == text.startIndex
    else { return nil }
    let slot = text[text.index(after: start)..<end]
    let separator = atEnd ? slot.dropFirst(name.count) : slot.dropLast(name.count)
    guard atEnd ? slot.hasPrefix(name) : slot.hasSuffix(name) else { return nil }
    let mark = atEnd ? text[..<start] : text[text.index(after: end)...]
    return (String(mark), String(separator))
  }

  /// A gap of a text.
  struct Gap {
    var range: Range<Int>
    /// The number written; nil for one that is counted.
    var number: Int?
    var answer: Range<Int>
    var hint: Range<Int>?
  }

  /// The first gap at or after an offset.
  func gap(in text: StyleText, from start: Int, limit: Int) -> Gap? {
    var position = start
    while let begin = text.find(open, in: position..<limit) {
      let inner = begin + open.count
      // A mark beside a blank is none: `a == b and c == d` has no gap.
      guard inner < limit, !Byte.isSpace(text.bytes[inner]) else {
        position = inner
        continue
      }
      guard let end = text.find(close, in: min(inner + 1, limit)..<limit) else { return nil }
      guard !Byte.isSpace(text.bytes[end - 1]) else {
        position = inner
        continue
      }
      return gap(begin..<end + close.count, inner: inner..<end, in: text.bytes)
    }
    return nil
  }

  private func gap(_ range: Range<Int>, inner: Range<Int>, in bytes: Bytes) -> Gap {
    var gap = Gap(range: range, number: nil, answer: inner, hint: nil)
    if let separator = bytes.find(numberSeparator, from: inner.lowerBound, limit: inner.upperBound),
      let number = ClozePattern.number(of: bytes[inner.lowerBound..<separator])
    {
      gap.number = number
      gap.answer = separator + numberSeparator.count..<inner.upperBound
    }
    if let separator = bytes.find(hintSeparator, from: gap.answer.lowerBound, limit: inner.upperBound),
      separator > gap.answer.lowerBound
    {
      gap.hint = separator + hintSeparator.count..<inner.upperBound
      gap.answer = gap.answer.lowerBound..<separator
    }
    return gap
  }

  /// Digits, or a letter for each card: `a` where the gap is asked, `h` where it is hidden, `s` where it is shown. The first
  /// card that asks it counts.
  private static func number(of text: Bytes.SubSequence) -> Int? {
    guard !text.isEmpty, text.count <= 9 else { return nil }
    if text.allSatisfy(Byte.isDigit) { return Int(String(decoding: text, as: UTF8.self)) }
    let letters = text.map { $0 | 0x20 }
    guard letters.allSatisfy({ [UInt8(ascii: "a"), UInt8(ascii: "h"), UInt8(ascii: "s")].contains($0) }),
      let asked = letters.firstIndex(of: UInt8(ascii: "a"))
    else { return nil }
    return asked + 1
  }
}

extension [ClozePattern] {
  /// The text of lines with every gap in Anki's form; nil if there is none.
  func converted(_ range: Range<Int>, of text: StyleText) -> String? {
    var gaps: [ClozePattern.Gap] = []
    for pattern in self {
      var position = range.lowerBound
      while let gap = pattern.gap(in: text, from: position, limit: range.upperBound) {
        position = gap.range.upperBound
        gaps.append(gap)
      }
    }
    guard !gaps.isEmpty else { return nil }
    gaps.sort { $0.range.lowerBound < $1.range.lowerBound }
    let written = Set(gaps.compactMap(\.number))
    var free = (1...).lazy.filter { !written.contains($0) }.makeIterator()
    var result = ""
    var position = range.lowerBound
    // A gap within another, or across its end, is text.
    for gap in gaps where gap.range.lowerBound >= position {
      guard let number = gap.number ?? free.next() else { continue }
      let hint = gap.hint.map { "::" + text.bytes.text($0) } ?? ""
      result += text.bytes.text(position..<gap.range.lowerBound)
      result += "{{c\(number)::\(text.bytes.text(gap.answer))\(hint)}}"
      position = gap.range.upperBound
    }
    return TextKey.trimmed(result + text.bytes.text(position..<range.upperBound))
  }
}
