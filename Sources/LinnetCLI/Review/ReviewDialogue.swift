import StudyApp
import StudyCore
import StudyStore
import Terminal

/// Puts a quiz on this process's terminal, or on its pipes.
struct ReviewDialogue {
  private let context: CommandContext
  private let service: ReviewService
  private let output = OutputWriter.standardOutput

  init(context: CommandContext, service: ReviewService) {
    self.context = context
    self.service = service
  }

  /// Single keys where both ends are a terminal; whole lines with `--plain` and everywhere else.
  private var takesKeys: Bool {
    !context.options.plain && isTerminal(STDIN_FILENO) && isTerminal(STDOUT_FILENO)
  }

  func run(_ review: LiveReview, limit: Int?) throws -> ReviewLoop.Ending {
    let terminal = TerminalInput()
    if takesKeys {
      return try terminal.withKeys {
        try loop(review, limit, KeyReviewInput(terminal: terminal, output: output))
      }
    }
    // A prompt is for somebody who types.
    let hasPrompt = isTerminal(STDIN_FILENO)
    let input = LineReviewInput { prompt in
      if hasPrompt { try output.write(prompt) }
      return try terminal.nextLine()
    }
    return try terminal.withLines { try loop(review, limit, input) }
  }

  private func loop(
    _ review: LiveReview, _ limit: Int?, _ input: some ReviewInput
  ) throws -> ReviewLoop.Ending {
    let rendering = context.rendering
    let environment = context.environment.variables
    let page = ReviewPage(
      width: TerminalSize.columns(
        requested: context.options.width, environment: environment, terminal: .current()),
      rendering: rendering, glyphs: context.options.plain ? .ascii : .suited(to: environment),
      settings: service.settings)
    let world = ReviewLoop.Surroundings(
      input: input,
      show: { lines in
        try output.write(lines.map { $0.rendered(as: rendering) + "\n" }.joined())
      },
      hint: { Console.standardError($0) },
      edit: { content in
        try NoteEditor.run(file: content.filePath, line: content.line, context)
        try NoteRefresh.run(service.store, context)
      })
    var loop = ReviewLoop(review, page: page, limit: limit, world)
    return try loop.run()
  }
}
