import Markdown
import StudyApp
import StudyCore
import StudyStore
import Terminal

/// What a command works with: its surroundings, and the collection.
struct CommandContext {
  let environment: StudyEnvironment
  let options: GlobalOptions
  let location: CollectionLocation

  init(_ options: GlobalOptions) throws {
    environment = try StudyEnvironment.current()
    self.options = options
    location = CollectionLocation(option: options.database, environment: environment)
  }

  /// - Throws: `UserSettingsError`
  func reviewService(_ store: StudyStore) throws -> ReviewService {
    ReviewService(
      store: store, presets: try UserSettings.read(environment).presets, seed: environment.seed)
  }

  /// - Throws: `UserSettingsError`
  func importService(
    _ store: StudyStore, at moment: Moment,
    progress: @escaping @Sendable (ImportService.Progress) throws -> Void = { _ in }
  ) throws -> ImportService {
    ImportService(
      store: store, at: moment, presets: try reviewService(store).presets, progress: progress)
  }

  /// How styled text is written to standard output.
  var rendering: Rendering {
    let choice = options.plain ? ColourChoice.never : options.color
    let isColoured = choice.allowsColour(
      isTerminal: isTerminal(STDOUT_FILENO), environment: environment.variables)
    return isColoured ? .ansi : .plain
  }

  /// Columns to write to: those asked for, else the terminal's.
  var columns: Int {
    TerminalSize.columns(
      requested: options.width, environment: environment.variables, terminal: .current())
  }

  /// Renders Markdown for standard output.
  func terminalMarkdown(
    isResolved: @escaping (MarkdownNoteLink) -> Bool = { _ in true }
  ) -> TerminalMarkdown {
    TerminalMarkdown(
      width: columns,
      rendering: rendering, glyphs: options.plain ? .ascii : .suited(to: environment.variables),
      isResolved: isResolved)
  }

  /// A hint or a count: to standard error, unless `--quiet`.
  func say(_ text: String) {
    if !options.quiet { Console.standardError(text) }
  }

  func printJSON(_ content: some Encodable) throws {
    Console.standardOutput(try JSONDocument(content).text())
  }
}
