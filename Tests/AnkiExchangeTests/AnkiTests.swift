import AnkiExchange
import Foundation
import StudyCore
import TestSupport
import Testing

/// Files go through the real Anki (`shared/tools/anki_verify.py`): imported, imported again, and updated.
@Suite(.enabled(if: Anki.isPresent, "needs python3 and ../shared/tools"), .serialized)
struct AnkiTests {
  private let notes: [ExportNote] = [
    note(
      1, deck: "Net::DNS", tags: ["a/b", "c\u{A0}d"], "# \"What\"; is, `a < b`?",
      "- x\n\t- [[y|z]]\n\n1) one\n2) two"),
    note(2, deck: "Net", "#hash first", "\\\\(no math\\\\) [latex] $x < y$\n\n```c\nif (a && b)\n\tx;\n```"),
    note(
      3, cloze, deck: "Net::dns", "{{c1::$\\frac{a}{b_{c}}$}} and {{c2::std::vector::type}}", "$5 [[type:x]]"),
    note(4, cloze, deck: "2024", "`f({{c1::x}})`\n\n{{c2::{a}}} {{c3::a {{c4::b}}}} {{c500::d}}", "extra"),
    note(5, NoteType.stock[1], deck: "e\u{301} : :: B", "front\nsecond line", "==b== ~~c~~ &copy; \u{1}"),
    note(6, NoteType.stock[2], "| a | b |\n|:-:|--|\n| c \\| d | e |", "> [!note] T\n> x", "y"),
    note(7, NoteType.stock[3], guid: "#g,u\"i d", "tags:x", "\"quoted\""),
    note(8, ankiID: 1_700_000_000_000, "pushed before", "by another tool"),
  ]

  @Test(arguments: TextExport.Format.allCases)
  func importsTwiceWithoutChange(format: TextExport.Format) throws {
    let result = export(notes) { $0.format = format }
    try #require(result.report.leftOut.isEmpty)
    let cards = try Anki.verify(result.files[0], "--twice", "--expect-new", "8")
    // One each, but two and four for the gaps, and two for the reversed types.
    #expect(cards == 14)
  }

  @Test func updatesWhatWasEdited() throws {
    var edited = notes
    edited[0].fields[0].text = "another question"
    edited[2].fields[1].text = "more"
    let file = try Anki.write(export(edited).files[0])
    defer { try? FileManager.default.removeItem(at: file) }
    try Anki.verify(export(notes).files[0], "--edited", file.path)
  }

  @Test func importsIntoATranslatedAnki() throws {
    let result = export([notes[0], notes[3]]) {
      $0.noteTypeNames = ["Basic": "Einfach", "Cloze": "Lückentext"]
    }
    try Anki.verify(result.files[0], "--lang", "de_DE", "--twice", "--expect-new", "2")
  }

  @Test func importsAFileOfATypeByItsFields() throws {
    // A stock type, so that a fresh Anki has it, written as if only its name were known.
    let type = NoteType(name: "Basic", fields: ["Back", "Front"], behavior: .basic, isKnown: false)
    let result = export([
      note(1, type, deck: "A::B", "answer", "question"), note(2, type, deck: "A", "a", "q"),
    ])
    try Anki.verify(result.files[0], "--twice", "--expect-new", "2")
  }
}

enum Anki {
  private static let tool = SharedMaterial.folder.appending(path: "tools/anki_verify.py")

  static var isPresent: Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return FileManager.default.fileExists(atPath: tool.path)
      && path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
  }

  static func write(_ file: ExportFile) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "linnet-\(UUID().uuidString).\(file.format.rawValue)")
    try Data(file.bytes).write(to: url)
    return url
  }

  /// Fails with the tool's report if Anki refuses, loses or alters anything. Answers how many cards Anki has then.
  @discardableResult static func verify(_ file: ExportFile, _ arguments: String...) throws -> Int? {
    let path = try write(file)
    defer { try? FileManager.default.removeItem(at: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", tool.path, path.path] + arguments
    var environment = ProcessInfo.processInfo.environment
    if environment["ANKI_VENV"] == nil {
      environment["ANKI_VENV"] = NSHomeDirectory() + "/.cache/anki-verify"
    }
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let report = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(report)")
    let json = try JSONSerialization.jsonObject(with: Data(report.drop { $0 != "{" }.utf8)) as? [String: Any]
    return (json?["totals"] as? [String: Int])?["cards"]
  }
}
