/// Whole lines that md4c reads differently from Obsidian.
extension PlaceholderPass {
  mutating func mendLines(outside overlaps: ClozeOverlaps) {
    var line = 0
    var isAfterCells = false
    while line < text.count {
      let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let content = text[line..<end].drop { $0.isInlineBlank || $0 == UInt8(ascii: ">") }
      if content.starts(with: "[^".utf8) {
        markFootnoteDefinition(content, outside: overlaps)
      } else if isAfterCells, isTableRule(content), overlaps.span(holding: line..<end) == nil {
        widenDashes(content)
      }
      isAfterCells = content.contains(UInt8(ascii: "|"))
      line = end + 1
    }
  }

  /// `[^1]: word` would be a link reference to md4c, which shows nothing.
  private mutating func markFootnoteDefinition(_ line: ArraySlice<UInt8>, outside overlaps: ClozeOverlaps) {
    let start = line.startIndex
    guard let close = line.firstIndex(of: UInt8(ascii: "]")), close > start + 2,
      line[close...].starts(with: "]:".utf8), overlaps.span(holding: start..<close + 1) == nil
    else { return }
    let label = String(decoding: text[start + 2..<close], as: UTF8.self)
    replace(start..<close + 1, by: .placeholder(.inline(.footnoteReference(label))))
  }

  /// The line under a table's header: `|:-:|--|`.
  private func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|")) && !line.starts(with: "- ".utf8)
      && line.allSatisfy { $0.isInlineBlank || "|:-".utf8.contains($0) }
  }

  /// md4c before 0.5 wants three dashes in every column.
  private mutating func widenDashes(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    while index < line.endIndex {
      let end = line[index...].firstIndex { $0 != UInt8(ascii: "-") } ?? line.endIndex
      if (1...2).contains(end - index) { replace(index..<end, by: .text("---")) }
      index = max(end, index + 1)
    }
  }
}
