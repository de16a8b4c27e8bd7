import Foundation
import StudyApp
import StudyCore
import StudyStore
import Terminal
import TestSupport

@testable import LinnetCLI

/// A full-screen quiz over notes that were imported into a collection in memory, with a learner who follows a script.
final class ScreenQuiz {
  let folder: TemporaryFolder
  let store: StudyStore
  var size = TerminalSize(columns: 80, rows: 24)
  var glyphs = Glyphs.unicode
  var rendering = Rendering.plain
  var keys = KeyMap.standard
  var now = Moment.sample
  /// Whether it only asks.
  var isCram = false
  /// Every frame drawn in the last run.
  private(set) var frames: [Frame] = []
  /// How often the screen was to be drawn whole.
  private(set) var forgotten = 0
  /// Files that were shown outside.
  private(set) var opened: [String] = []
  /// Done when the editor is opened.
  var edit: () throws -> Void = {}

  init(_ notes: [String: String]) throws {
    folder = try TemporaryFolder(notes)
    store = try .inMemory()
    try readNotes()
  }

  func readNotes() throws {
    let service = ImportService(store: store, now: now.timestamp)
    _ = try service.importFolders(at: [folder.path])
  }

  /// Runs the quiz until the learner has no keys left.
  ///
  /// - Parameter next: the next key; nil at the end.
  @discardableResult
  func run(limit: Int? = nil, _ next: @escaping () -> Key?) throws -> ReviewEnding {
    frames = []
    let service = ReviewService(store: store, seed: 1)
    let clock = StudyClock(fixed: now, systemTime: { [now] in now }, elapsed: { 0 })
    let review =
      isCram
      ? try LiveReview(service: service, cramming: CardFilter(), clock: clock)
      : try LiveReview(service: service, scope: ReviewScope(), clock: clock)
    let style = ScreenStyle(
      rendering: rendering, glyphs: glyphs, keys: keys, learnAhead: service.settings.learnAhead)
    let world = ReviewScreen.Surroundings(
      key: { _ in next() ?? .endOfInput },
      size: { [unowned self] in size },
      draw: { [unowned self] in frames.append($0) },
      forget: { [unowned self] in forgotten += 1 },
      edit: { [unowned self] _, _ in
        try edit()
        try readNotes()
        return nil
      },
      open: { [unowned self] in
        opened.append($0)
        return nil
      })
    var screen = ReviewScreen(
      review, graph: GraphService(store: store, presets: service.presets), style: style, limit: limit,
      world)
    return try screen.run()
  }

  @discardableResult
  func press(_ keys: String, limit: Int? = nil) throws -> ReviewEnding {
    var rest = ScreenScript.keys(keys)[...]
    return try run(limit: limit) { rest.popFirst() }
  }

  /// The rows of the last frame as text.
  var screen: [String] { frames.last?.rows.map { $0.withoutBlanksAtEnd(rendering) } ?? [] }

  func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  /// What the log says, oldest first.
  var actions: [String] {
    get throws {
      var words: [String] = []
      try store.forEachLogEntry { words.append(ActionWords.word($0.action)) }
      return words
    }
  }
}

extension StyledText {
  func withoutBlanksAtEnd(_ rendering: Rendering) -> String {
    var text = rendered(as: rendering)
    while text.last == " " { text.removeLast() }
    return text
  }
}
