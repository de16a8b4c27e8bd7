import NoteParsing
import StudyCore

/// What is promised of cards that are made of sentences with links.
extension ParserProperty {
  @Sendable static func placesGaps(_ reading: Case) -> String? {
    let lines = FileShape.lines(of: reading.file)
    for block in reading.note.blocks where block.syntax == .linkQuestion {
      let sentence = Array((block.fields.first?.text ?? "").utf8)
      let gaps = ClozeScanner.scan(sentence)
      guard !gaps.isEmpty, block.lines.upperBound <= lines.count else { return "\(block.lines) asks nothing" }
      for gap in gaps
      where !block.lines.contains(where: { lines[$0 - 1].has(sentence[gap.content]) }) {
        return "\(String(decoding: sentence[gap.content], as: UTF8.self)) is not on \(block.lines)"
      }
    }
    return nil
  }

  @Sendable static func leavesOthersAlone(_ reading: Case) -> String? {
    let written = reading.choice.writtenParser.parse(reading.file)
    if reading.note.blocks.filter({ $0.syntax != .linkQuestion }) != written.blocks { return "other cards" }
    if reading.note.findings != written.findings { return "other findings" }
    if reading.note.links.map(\.place) != written.links.map(\.place) { return "other links" }
    let text = reading.choice.writtenParser.readableText(of: reading.file)
    return reading.choice.parser.readableText(of: reading.file) == text ? nil : "another text"
  }
}

extension [UInt8] {
  fileprivate func has(_ part: ArraySlice<UInt8>) -> Bool {
    part.count <= count && (0...count - part.count).contains { self[$0...].starts(with: part) }
  }
}
