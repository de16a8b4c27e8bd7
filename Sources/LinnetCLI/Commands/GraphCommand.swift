import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct GraphCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, dot, mermaid, graphml, json, html }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show the link graph, or write it as a picture.",
    discussion: """
      linnet graph                                    its shape, in figures
      linnet graph --around "ECS service" --depth 2   what is around a concept
      linnet graph --format html -o graph.html        a page to explore in a browser
      linnet graph --around Subnet --format mermaid   a chart for a note
      linnet graph --format dot | sfdp -Tsvg -Goverlap=prism > graph.svg

      In pictures colour tells the predicted recall, size how many links lead to a concept, and a dashed or hollow
      outline that it has no note yet.
      """)

  @Option(help: ArgumentHelp("Only what is near this note or concept.", valueName: "concept"))
  var around: String?

  @Option(parsing: .unconditional, help: "How many links away from it (1 or more).")
  var depth = 1

  @Option(help: "text, dot (Graphviz), mermaid, graphml (Gephi, yEd), json or html.")
  var format: Format = .text

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if depth < 1 { throw ValidationError("--depth must be 1 or more") }
    if chosen == .html, output == nil, isTerminal(STDOUT_FILENO) {
      throw ValidationError("a page is for a browser: name its file, as in --format html -o graph.html")
    }
  }

  private var chosen: Format { global.json ? .json : format }

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = GraphService(store: store, presets: try context.reviewService(store).presets)
    let file = output.flatMap { $0 == "-" ? nil : $0 }
    let (picture, text) = try context.working(on: store) { work in
      try work.show("reading the links")
      let picture = try self.picture(of: store, service, at: context.environment.start)
      try work.show("drawing \(Words.count(picture.graph.nodes.count, "concept"))")
      let text = try self.text(picture, service, at: context.environment.start)
      if let file { try OutputFile.write(text, to: file, goOn: work.goOn) }
      return (picture, text)
    }
    if let file {
      context.say(summary(picture, file))
    } else {
      try OutputFile.write(text, to: "-")
    }
  }

  private func picture(of store: StudyStore, _ service: GraphService, at now: Moment) throws -> GraphPicture {
    let graph = try service.graph(at: now)
    guard let around else { return GraphPicture(graph) }
    let concept = try ConceptFinder.concept(named: around, in: store)
    guard let center = graph.nodes.firstIndex(where: { $0.concept == concept.id }) else {
      throw StudyAppError.conceptNotFound(around, near: [])
    }
    return GraphPicture(graph, around: center, depth: depth)
  }

  private func text(_ picture: GraphPicture, _ service: GraphService, at now: Moment) throws -> String {
    switch chosen {
    case .text:
      picture.center.map { NeighbourhoodText.text(picture.graph, around: $0.node, depth: $0.depth) }
        ?? OverviewText.text(picture)
    case .dot: GraphvizText.text(picture)
    case .mermaid: MermaidText.text(picture)
    case .graphml: GraphMLText.text(picture)
    case .json: GraphJSON.text(picture)
    case .html:
      GraphPage.text(
        picture, questions: try service.questions(of: Set(picture.graph.nodes.map(\.concept)), at: now))
    }
  }

  private func summary(_ picture: GraphPicture, _ file: String) -> String {
    let size =
      "\(Words.count(picture.graph.nodes.count, "concept")), \(Words.count(picture.graph.edges.count, "edge"))"
    guard chosen == .mermaid, let limit = MermaidText.limit(picture) else { return "\(size) in \(file)" }
    return "\(size) in \(file)\n\(limit)"
  }
}
