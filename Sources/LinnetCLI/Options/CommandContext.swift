import StudyApp
import StudyCore
import StudyStore

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

  func reviewService(_ store: StudyStore) -> ReviewService {
    ReviewService(store: store, seed: environment.seed)
  }

  /// A hint or a count: to standard error, unless `--quiet`.
  func say(_ text: String) {
    if !options.quiet { Console.standardError(text) }
  }

  func printJSON(_ content: some Encodable) throws {
    Console.standardOutput(try JSONDocument(content).text())
  }
}
