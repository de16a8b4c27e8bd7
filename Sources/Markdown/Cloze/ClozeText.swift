import StudyCore

/// Gaps in text that is not Markdown: code, TeX, raw HTML, what a link shows. The tree keeps them there as they
/// are written.
indirect enum ClozeText: Hashable {
  case text(String)
  case gap(number: Int, hint: String?, [ClozeText])

  static func parse(_ text: String) -> [ClozeText] {
    let bytes = Array(text.utf8)
    var gaps = ClozeScanner.scan(bytes)[...]
    return gaps.isEmpty ? [.text(text)] : parts(of: 0..<bytes.count, &gaps, bytes)
  }

  private static func parts(
    of range: Range<Int>, _ gaps: inout ArraySlice<Cloze>, _ bytes: [UInt8]
  ) -> [ClozeText] {
    let string = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    var parts: [ClozeText] = []
    var index = range.lowerBound
    while let gap = gaps.first, gap.range.lowerBound < range.upperBound {
      gaps.removeFirst()
      if index < gap.range.lowerBound { parts.append(.text(string(index..<gap.range.lowerBound))) }
      parts.append(
        .gap(number: gap.number, hint: gap.hint.map(string), self.parts(of: gap.content, &gaps, bytes)))
      index = gap.range.upperBound
    }
    if index < range.upperBound { parts.append(.text(string(index..<range.upperBound))) }
    return parts
  }

  /// The text with the asked gaps as `[hint]` or `[...]`, and all others as their text.
  static func resolve(_ text: String, asking number: Int?) -> String {
    resolve(parse(text), asking: number)
  }

  private static func resolve(_ parts: [ClozeText], asking asked: Int?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .gap(let number, let hint, let children):
        number == asked ? gapMark(hint: hint) : resolve(children, asking: asked)
      }
    }.joined()
  }

  /// What stands for a gap in plain text, as in Anki.
  static func gapMark(hint: String?) -> String { "[\(hint ?? "...")]" }
}
