import StudyCore
import TestSupport

@testable import NoteParsing

/// Parses a text as if it were a file.
func parse(_ text: String) -> ParsedNote { NoteParser().parse(Array(text.utf8)) }

/// A basic block around the lines of its body.
func block(_ lines: String...) -> String { (["START"] + lines + ["END"]).joined(separator: "\n") }

extension ParsedBlock {
  /// The block on one line: `[Basic] Front: q | Back: a #tag id 17`; empty fields are left out.
  var summary: String {
    let texts = fields.filter { !$0.text.isEmpty }.map { "\($0.name): \($0.text)" }
    let labels = tags.map { "#\($0)" } + (ankiID.map { ["id \($0.rawValue)"] } ?? [])
    return (["[\(noteType.name)]", texts.joined(separator: " | ")] + labels)
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ParsedNote {
  var summaries: [String] { blocks.map(\.summary) }

  /// The codes of the findings in the order of their places.
  var codes: [FindingCode] { findings.map(\.code) }

  func places(of code: FindingCode) -> [MarkedText.Position] {
    findings.filter { $0.code == code }.map { MarkedText.Position($0.place) }
  }
}

extension MarkedText.Position {
  init(_ place: Finding.Place) { self.init(line: place.line, column: place.column) }
}
