import Foundation
import Testing

/// What Linnet says, word for word, about the notes beside the transcripts. With `LINNET_RECORD=1` the files are written anew: then read what changed.
@Suite struct TranscriptTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Transcripts")
  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".transcript") }.sorted()
  private static let isRecording = ProcessInfo.processInfo.environment["LINNET_RECORD"] == "1"

  @Test func `there is a transcript for every command`() {
    #expect(TranscriptTests.names.count >= 20)
  }

  @Test(.enabled(if: Sandbox.program != nil), arguments: names)
  func `it says`(_ name: String) throws {
    let file = TranscriptTests.folder.appending(path: name)
    let expected = Transcript(try String(contentsOf: file, encoding: .utf8))
    let sandbox = try Sandbox()
    try FileManager.default.copyItem(
      at: TranscriptTests.folder.appending(path: "notes"),
      to: URL(filePath: sandbox.folder.absolute("notes")))
    var actual = expected
    for (index, step) in expected.steps.enumerated() {
      switch step {
      case .remark: break
      case .file(let path, let text): try sandbox.folder.write(text, to: path)
      case .command(let command, _):
        let run = try sandbox.run(command)
        actual.steps[index] = .command(command, Placeholders(sandbox).applied(to: run))
        if !TranscriptTests.isRecording {
          #expect(Transcript.text(actual.steps[index]) == Transcript.text(step), "\(name)")
        }
      }
    }
    if TranscriptTests.isRecording { try Data(actual.text.utf8).write(to: file) }
  }
}

/// What differs from run to run, by a name.
private struct Placeholders {
  let folder: String

  init(_ sandbox: Sandbox) { folder = sandbox.folder.path }

  func applied(to run: LinnetRun) -> LinnetRun {
    LinnetRun(output: applied(to: run.output), errors: applied(to: run.errors), status: run.status)
  }

  private func applied(to text: String) -> String {
    text.replacing(folder, with: "HOME")
      .replacing(/"seconds" : [0-9.e-]+/, with: "\"seconds\" : SECONDS")
      .replacing(/SQLite 3\.[0-9.]+/, with: "SQLite 3.x")
      .replacing(/"device"( ?): ?"[0-9a-f]{16}"/) { "\"device\"\($0.1):\($0.1)\"DEVICE\"" }
  }
}
