import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct IdsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ids", abstract: "Names for cards, kept in the notes.",
    subcommands: [IdsWriteCommand.self])
}

struct IdsWriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Write an Obsidian block id after END of each card that has none.",
    discussion: """
      linnet ids write --dry-run         show what would be written
      linnet ids write                   into the notes of all imported folders
      linnet ids write ~/notes/aws       into those of one folder, or one note

      This is the only command that changes notes, and it only adds ` ^` and eight letters or digits after END. A \
      card with such an id keeps its history even if its text is replaced altogether. Cards that have an \
      <!--ID: --> of Obsidian_to_Anki need none; cards within one line cannot have one.
      """)

  @Argument(help: ArgumentHelp("Folders or notes; none means all.", valueName: "path"))
  var paths: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Show the changes as a unified diff and write nothing.")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let service = BlockIDService(store: store, seed: context.environment.seed)
    var results: [IdsResult] = []
    for note in try notes(service) {
      let result = result(of: note, service)
      results.append(result)
      show(result, context)
    }
    let changed = results.filter { $0.failure == nil && !$0.plan.insertions.isEmpty }
    if !dryRun, !changed.isEmpty { try NoteRefresh.run(store, context) }
    let count = changed.reduce(0) { $0 + $1.plan.insertions.count }
    if global.json { try context.printJSON(IdsDocument(results, isDryRun: dryRun)) }
    context.say(
      "\(Words.count(count, "id")) \(dryRun ? "would be written" : "written") in "
        + Words.count(changed.count, "note"))
    if results.contains(where: { $0.failure != nil }) { throw ExitStatus.inputOutput }
  }

  private func notes(_ service: BlockIDService) throws -> [BlockIDService.Note] {
    do {
      return try service.notes(at: paths)
    } catch StudyAppError.folderNotFound(let path) where paths.isEmpty {
      throw Failure.importedFolderGone(path)
    }
  }

  /// What stands in the way of one note does not keep the others from being written.
  private func result(of note: BlockIDService.Note, _ service: BlockIDService) -> IdsResult {
    var result = IdsResult(path: note.path)
    do throws(NoteWriteFailure) {
      let draft = try service.draft(of: note)
      result.plan = draft.plan
      guard !draft.plan.insertions.isEmpty else { return result }
      if dryRun {
        result.diff = UnifiedDiff(path: note.path, before: draft.before, after: draft.after).bytes
      } else {
        try draft.write()
      }
    } catch {
      result.failure = error
    }
    return result
  }

  private func show(_ result: IdsResult, _ context: CommandContext) {
    let path = result.path.sanitised
    if let failure = result.failure {
      return Console.standardError("\(path): \(BlockIDWords.reason(failure))")
    }
    for block in result.plan.leftBlocks {
      context.say("\(path):\(block.line): left as it is: \(BlockIDWords.reason(block.reason).sanitised)")
    }
    guard !global.json else { return }
    if dryRun {
      Console.standardOutput(bytes: result.diff)
    } else if !global.quiet {
      for insertion in result.plan.insertions {
        Console.standardOutput("\(path):\(insertion.line): ^\(insertion.id)")
      }
    }
  }
}

/// What became of one note.
private struct IdsResult {
  var path: String
  var plan = BlockIDPlan()
  var diff: [UInt8] = []
  var failure: NoteWriteFailure?
}

/// `ids write --json`: the notes that got ids, or where something stood in the way.
private struct IdsDocument: Encodable {
  struct Insertion: Encodable {
    var line, offset: Int
    var text: String
  }

  struct Left: Encodable {
    var line: Int
    var reason: String
  }

  struct Note: Encodable {
    var path: String
    var insertions: [Insertion]
    var left: [Left]
    var failure: String?
  }

  var dryRun: Bool
  var notes: [Note]

  init(_ results: [IdsResult], isDryRun: Bool) {
    dryRun = isDryRun
    notes = results.map { result in
      Note(
        path: result.path,
        insertions: result.plan.insertions.map { .init(line: $0.line, offset: $0.offset, text: $0.text) },
        left: result.plan.leftBlocks.map { .init(line: $0.line, reason: BlockIDWords.reason($0.reason)) },
        failure: result.failure.map(BlockIDWords.reason))
    }.filter { !$0.insertions.isEmpty || !$0.left.isEmpty || $0.failure != nil }
  }
}
