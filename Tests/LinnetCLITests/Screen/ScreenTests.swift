import Foundation
import StudyCore
import Terminal
import TestSupport
import Testing

/// What stands on the screen of a quiz, row by row, about the notes beside the scripts. With `LINNET_RECORD=1` the
/// files are written anew: then read what changed.
@Suite struct ScreenTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Screens")
  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".screen") }.sorted()
  private static let isRecording = ProcessInfo.processInfo.environment["LINNET_RECORD"] == "1"

  private static func notes() throws -> [String: String] {
    let root = folder.appending(path: "notes")
    var notes: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".md") {
      notes[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    return notes
  }

  @Test(arguments: names) func `the screen shows`(_ name: String) throws {
    let file = ScreenTests.folder.appending(path: name)
    let expected = ScreenScript(try String(contentsOf: file, encoding: .utf8))
    let player = try ScreenPlayer(expected, notes: ScreenTests.notes())
    try player.play()
    if ScreenTests.isRecording {
      try Data(player.script.text.utf8).write(to: file)
    } else {
      for (actual, step) in zip(player.script.steps, expected.steps) {
        #expect(ScreenScript.text(actual) == ScreenScript.text(step), "\(name)")
      }
    }
  }

  /// What is sent to a terminal for all the frames leaves the last one on it.
  @Test(.enabled(if: Pyte.isAvailable, "Python's pyte is not installed"), arguments: names)
  func `a terminal shows the same`(_ name: String) throws {
    let script = try String(contentsOf: ScreenTests.folder.appending(path: name), encoding: .utf8)
    let player = try ScreenPlayer(ScreenScript(script), notes: ScreenTests.notes())
    try player.play()
    let last = try #require(player.frames.last)
    var output = ""
    var shown: Frame?
    for frame in player.frames where frame.size == last.size {
      output += frame.update(from: shown, rendering: .ansi)
      shown = frame
    }
    #expect(try Pyte.rows(output, last.size) == last.rows.map { $0.padded(to: last.size.columns).string })
  }

  @Test func `there are scripts`() { #expect(ScreenTests.names.count >= 8) }
}

/// Plays a script and notes what was on the screen at its steps.
private final class ScreenPlayer {
  private(set) var script: ScreenScript
  var frames: [Frame] { quiz.frames }
  private let quiz: ScreenQuiz
  private var step = 0
  private var keys: ArraySlice<Key> = []
  private var isPlaying = false

  init(_ script: ScreenScript, notes: [String: String]) throws {
    self.script = script
    quiz = try ScreenQuiz(notes)
    quiz.isCram = script.isCram
    if case .window(let size, let glyphs)? = script.steps.first(where: {
      if case .window = $0 { true } else { false }
    }) {
      quiz.size = size
      quiz.glyphs = glyphs ?? .unicode
      quiz.rendering = script.showsStyles ? .tags : .plain
    }
  }

  func play() throws { try quiz.run { self.next() } }

  private func next() -> Key? {
    if let key = keys.popFirst() { return key }
    if isPlaying, case .keys(let names, _) = script.steps[step] {
      script.steps[step] = .keys(names, rows: quiz.screen)
      step += 1
    }
    isPlaying = false
    while step < script.steps.count {
      switch script.steps[step] {
      case .keys(let names, _):
        keys = ScreenScript.keys(names)[...]
        isPlaying = true
        return keys.popFirst() ?? next()
      case .window(let size, _) where size != quiz.size:
        quiz.size = size
        step += 1
        return .resized
      case .editing(let path, let text): quiz.edit = { [quiz] in try quiz.folder.write(text, to: path) }
      case .remark, .window: break
      }
      step += 1
    }
    return nil
  }
}
