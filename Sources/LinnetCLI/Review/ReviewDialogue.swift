import StudyApp
import StudyCore
import StudyStore
import Terminal

/// Puts a quiz on this process's terminal, or on its pipes.
struct ReviewDialogue {
  private let context: CommandContext
  private let service: ReviewService
  private let settings: UserSettings
  private let keys: KeyMap
  private let output = OutputWriter.standardOutput

  /// - Parameter hasTwoButtons: Again and Good only.
  /// - Throws: ``Failure`` for keys in the settings that cannot be used.
  init(
    context: CommandContext, service: ReviewService, settings: UserSettings, hasTwoButtons: Bool
  ) throws {
    self.context = context
    self.service = service
    self.settings = settings
    keys = try KeyMap(settings, hasTwoButtons: hasTwoButtons)
  }

  /// A full screen where both ends are a terminal that can move its cursor; whole lines with `--plain` and everywhere
  /// else.
  private var takesScreen: Bool {
    let terminal = context.environment.variable("TERM") ?? "dumb"
    return !context.options.plain && terminal != "dumb" && isTerminal(STDIN_FILENO)
      && isTerminal(STDOUT_FILENO)
  }

  func run(_ review: LiveReview, limit: Int?) throws -> ReviewEnding {
    takesScreen ? try runScreen(review, limit: limit) : try runLines(review, limit: limit)
  }

  // MARK: Screen

  private func runScreen(_ review: LiveReview, limit: Int?) throws -> ReviewEnding {
    let terminal = TerminalInput()
    let style = ScreenStyle(
      rendering: context.rendering, glyphs: .suited(to: context.environment.variables), keys: keys,
      showsTimer: settings.showsTimer, learnAhead: service.settings.learnAhead)
    var (last, ending) = ([String](), ReviewEnding.done)
    try terminal.withScreen(lastWords: "linnet ended by a fault of its own; every answer you gave is kept\n")
    {
      screen in
      let world = ReviewScreen.Surroundings(
        key: { try $0.map(terminal.nextKey(within:)) ?? terminal.nextKey() },
        size: { screen.size },
        draw: { try screen.show($0, rendering: style.rendering) },
        forget: { screen.forget() },
        edit: { file, line in
          try edit(file, line)
        },
        open: { OutsideProgram.show($0) })
      var quiz = ReviewScreen(
        review, graph: GraphService(store: service.store, presets: service.presets), style: style,
        limit: limit, folding: settings.typed, world)
      ending = try quiz.run()
      last = quiz.lastWords
    }
    try output.write(last.map { $0 + "\n" }.joined())
    return ending
  }

  /// - Returns: what there is to say about it.
  private func edit(_ file: String, _ line: Int?) throws -> String? {
    do {
      try NoteEditor.run(file: file, line: line, context)
    } catch let failure as Failure {
      return [failure.message, failure.hint].compactMap { $0 }.joined(separator: "; ")
    }
    return try NoteRefresh.warnings(service.store, context).first
  }

  // MARK: Lines

  private func runLines(_ review: LiveReview, limit: Int?) throws -> ReviewEnding {
    let terminal = TerminalInput()
    let rendering = context.rendering
    let environment = context.environment.variables
    // A prompt is for somebody who types.
    let hasPrompt = isTerminal(STDIN_FILENO)
    let input = LineReviewInput(keys: keys) { prompt in
      if hasPrompt { try output.write(prompt) }
      return try terminal.nextLine()
    }
    let page = ReviewPage(
      width: context.columns, rendering: rendering,
      glyphs: context.options.plain ? .ascii : .suited(to: environment), settings: service.settings,
      keys: keys)
    let world = ReviewLoop.Surroundings(
      input: input,
      show: { lines in
        try output.write(lines.map { $0.rendered(as: rendering) + "\n" }.joined())
      },
      hint: { Console.standardError($0) },
      edit: { content in
        try NoteEditor.run(file: content.filePath, line: content.line, context)
        for warning in try NoteRefresh.warnings(service.store, context) { context.say(warning) }
      })
    return try terminal.withLines {
      var loop = ReviewLoop(review, page: page, limit: limit, folding: settings.typed, world)
      return try loop.run()
    }
  }
}
