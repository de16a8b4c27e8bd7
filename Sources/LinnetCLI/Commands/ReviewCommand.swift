import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

extension ReviewScope.Kind: ExpressibleByArgument {}

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Answer what is due.",
    discussion: """
      linnet review                      today's cards
      linnet review --deck AWS --limit 20
      linnet review --new 10             ten new cards more, whatever the daily limit says
      linnet review --around "ECS service" --depth 2      cards of this note and those near it
      linnet review --ahead 3            also what is due within three days, however much it is
      linnet review --links "ECS cluster"  fill the gaps in sentences that link to it, or stand in its note
      linnet review --links --deck AWS   the same with all sentences of a deck
      linnet review --cram --tag exam    these cards, due or not, until each was known

      A cram asks again what was not known, and leaves schedules, memory and today's counts as they are.

      Sentences with links are cards where .linnet.yml says `syntaxes: [link-question]`; linnet help syntax tells more.

      Every answer is on disk before the next card shows. ? lists the keys.
      """)

  @OptionGroup var filters: FilterOptions

  @Option(
    help: ArgumentHelp("Only cards of this note and of those linked with it.", valueName: "concept"))
  var around: String?

  @Option(parsing: .unconditional, help: "With --around: how many links away (0 or more).")
  var depth: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Ask so many new cards in place of what is left for today.", valueName: "count"))
  var new: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("End after so many answers.", valueName: "count"))
  var limit: Int?

  @Option(help: "Only new cards, or only those due.")
  var only: ReviewScope.Kind?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "After today's cards, ask the reviews due within so many days.", valueName: "days"))
  var ahead: Int?

  @Option(
    defaultAsFlag: LinkSubject.all, parsing: .next,
    help: ArgumentHelp(
      "Only sentences with links, of which one is hidden; all, or those about a concept.",
      valueName: "concept"))
  var links: LinkSubject?

  @Flag(name: .customLong("cram"), help: "Ask cards whether due or not, and change no schedule.")
  var isCram = false

  @Flag(name: .customLong("two-buttons"), help: "Again and Good only.")
  var hasTwoButtons = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth takes a count of 0 or more") }
    if depth != nil, around == nil { throw ValidationError("--depth needs --around") }
    if let new, new < 0 { throw ValidationError("--new takes a count of 0 or more") }
    if let limit, limit < 1 { throw ValidationError("--limit takes a count of 1 or more") }
    if let ahead, !(1...DueChoice.longest).contains(ahead) {
      throw ValidationError("--ahead takes a number of days from 1 to \(DueChoice.longest)")
    }
    if ahead != nil, only == .new {
      throw ValidationError("--ahead asks reviews, and --only new leaves them out")
    }
    if isCram, new != nil || only != nil || ahead != nil {
      throw ValidationError(
        "--cram asks cards whether due or not, so --new, --only and --ahead mean nothing to it")
    }
    if global.json {
      throw ValidationError("a review is a dialogue; linnet next --json and linnet answer are for programs")
    }
  }

  func run() throws {
    let context = try CommandContext(global)
    let settings = try UserSettings.read(context.environment)
    let store = try context.location.open(.existing)
    if let warning = context.location.syncWarning { context.say("warning: \(warning)") }
    do {
      try context.working(on: store) { work in
        let backups = BackupService(store: store, location: context.location)
        try backups.makeDaily(now: context.environment.start) { share throws(StudyStoreError) in
          try work.show(ProgressWords.copied(share))
        }
      }
    } catch StudyStoreError.interrupted {
      throw StudyStoreError.interrupted
    } catch {
      // A review that works is worth more than a copy that does not.
      context.say("today's backup was not made: \(Failure(error)?.message ?? "\(error)")")
    }
    try reading.readNotes(store, context)
    try MemoryRecall.run(store, context)
    let service = try context.reviewService(store)
    if !filters.filter.isEmpty { try service.requireKnown(filters.filter) }
    let dialogue = try ReviewDialogue(
      context: context, service: service, settings: settings, hasTwoButtons: hasTwoButtons)
    var filter = try self.filter(service)
    if let links { filter = try service.linkQuestions(about: links.concept, in: filter) }
    let review = try quiz(service, filter, StudyClock(context.environment))
    review.rehearse()
    if try dialogue.run(review, limit: limit) == .interrupted { throw ExitStatus.interrupted }
  }

  private func filter(_ service: ReviewService) throws -> CardFilter {
    var filter = filters.filter
    guard let around else { return filter }
    let concept = try ConceptFinder.concept(named: around, in: service.store)
    let near = try service.store.neighbourhood(of: concept.id, depth: depth ?? 1)
    let cards = try service.store.cards(ofConcepts: near)
    guard !cards.isEmpty else {
      throw Failure(
        "there are no cards around \"\(concept.name)\"",
        hint: "a larger --depth looks farther; linnet links shows what is near",
        status: .notFound)
    }
    filter.cards = cards
    return filter
  }

  private func quiz(
    _ service: ReviewService, _ filter: CardFilter, _ clock: StudyClock
  ) throws -> LiveReview {
    if isCram { return try LiveReview(service: service, cramming: filter, clock: clock) }
    let scope = ReviewScope(filter: filter, newCards: new, only: only, daysAhead: ahead)
    return try LiveReview(service: service, scope: scope, clock: clock)
  }
}

/// Which sentences with links `--links` means.
enum LinkSubject: ExpressibleByArgument, CustomStringConvertible {
  case all
  case about(String)

  init?(argument: String) { self = .about(argument) }

  var concept: String? {
    switch self {
    case .all: nil
    case .about(let name): name
    }
  }

  var description: String { concept ?? "all" }
}
