import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show a shortest chain of links between two concepts.",
    discussion: """
      linnet path "ECS service" "Docker"

      An arrow points the way a link is written. A chain that follows all links is preferred, however long.
      """)

  @Argument(help: ArgumentHelp("A note or concept, by title, alias or path.", valueName: "from"))
  var start: String

  @Argument(help: ArgumentHelp("Another one.", valueName: "to"))
  var end: String

  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let first = try ConceptFinder.concept(named: start, in: store)
    let last = try ConceptFinder.concept(named: end, in: store)
    let graph = GraphService(store: store, presets: try context.reviewService(store).presets)
    let path = try graph.path(from: first, to: last)
    if global.json {
      try context.printJSON(PathDocument(path ?? []))
    }
    guard let path else {
      throw Failure(
        "no chain of links leads from \"\(first.name)\" to \"\(last.name)\"",
        hint: "linnet links shows what each is linked with", status: .failed)
    }
    if !global.json {
      Console.standardOutput(
        path.enumerated().map { index, step in
          (index == 0 ? "" : step.isForward ? "  → " : "  ← ") + Words.shortened(step.node.title)
            + (step.node.path == nil ? "  (no note yet)" : "")
        }.joined(separator: "\n"))
    }
  }
}

/// `path --json`: `path`, empty if there is none.
private struct PathDocument: Encodable {
  struct Step: Encodable {
    var id: String
    var title: String
    var resolved: Bool
    /// `start`, `to` for a link from the one before, `from` for one back to it.
    var link: String
  }

  var path: [Step]

  init(_ path: [GraphStep]) {
    self.path = path.enumerated().map { index, step in
      Step(
        id: step.node.id, title: step.node.title, resolved: step.node.path != nil,
        link: index == 0 ? "start" : step.isForward ? "to" : "from")
    }
  }
}
