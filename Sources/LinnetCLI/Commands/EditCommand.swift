import ArgumentParser
import StudyApp
import StudyStore

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Open a card's or a note's file in your editor, and read it again after.",
    discussion: """
      linnet edit 3vk2m9
      linnet edit "ECS service"

      The editor is $VISUAL, else $EDITOR. Cards keep their history when their text changes.
      """)

  @Argument(help: ArgumentHelp("A card or a note.", valueName: "card|note"))
  var name: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let place = try place(try context.reviewService(store))
    try NoteEditor.run(file: place.file, line: place.line, context)
    let service = try context.importService(store, at: context.environment.start)
    context.say(ImportSummary.text(try service.importFolders(at: [place.folder])))
  }

  private func place(_ service: ReviewService) throws -> (folder: String, file: String, line: Int?) {
    do {
      let card = try service.card(named: name)
      if let content = try service.store.content(of: card.id) {
        return (content.folderPath, content.filePath, content.line)
      }
    } catch StudyAppError.cardNotFound {}
    let concept = try NamedCards.concept(name, service)
    guard let note = concept.note else {
      throw Failure(
        "\"\(concept.name)\" has no note yet", hint: "linnet links \"\(concept.name)\" shows who links to it",
        status: .notFound)
    }
    return (note.folder, note.absolutePath, nil)
  }
}
