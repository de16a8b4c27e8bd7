import AnkiExchange
import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

extension TextExport.Format: ExpressibleByArgument {}
extension AnkiIDPolicy: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write decks as files that Anki imports.",
    discussion: """
      linnet export -o deck.csv                        everything, one file
      linnet export --deck AWS::ECS -o ecs.csv         one deck and those below it
      linnet export -o decks/                          a file per deck
      linnet export --media ~/collection.media -o deck.csv
      linnet export --notetype Basic=Einfach --notetype Cloze=Lückentext -o deck.csv

      In Anki: File > Import. A second import updates the cards and doubles none.
      """)

  @Option(help: "csv or tsv.")
  var format: TextExport.Format = .csv

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file, a FOLDER/ for one file per deck, or - for standard output.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Only this deck and those below it.", valueName: "deck"))
  var deck: String?

  @Option(help: ArgumentHelp("Only cards with this tag, or one below it.", valueName: "tag"))
  var tag: String?

  @Option(
    help: ArgumentHelp("Copy images and audio here; without it they are left out.", valueName: "folder"))
  var media: String?

  @Option(
    help: ArgumentHelp("What your Anki calls a note type: Basic=Einfach. Repeatable.", valueName: "name=name")
  )
  var notetype: [String] = []

  @Option(
    name: .customLong("anki-ids"),
    help: "Cards that Obsidian_to_Anki gave an id: match them by their front, skip them, or add them as new.")
  var ankiIDs: AnkiIDPolicy = .match

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for pair in notetype where NoteTypeName(pair) == nil {
      throw ValidationError(
        "--notetype takes two names with = between them, such as Basic=Einfach, not \"\(pair)\"")
    }
    if global.json, output == "-" {
      throw ValidationError("--json prints the report, so -o must name a file")
    }
  }

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let filter = CardFilter(deck: deck.map { DeckName($0) }, tag: tag)
    let (result, written) = try context.working(on: store) { work in
      try export(filter, from: store, work)
    }
    guard !result.files.isEmpty else {
      for line in ExportText.leftOut(result.report) { context.say(line) }
      throw Failure(
        "there is nothing to export" + (filter.isEmpty ? "" : " for this deck and tag"),
        hint: "no file was written; linnet cards lists what there is", status: .failed)
    }
    try report(result, written: written, context)
  }

  /// - Returns: what was exported, and the files it was written to.
  private func export(
    _ filter: CardFilter, from store: StudyStore, _ work: LongWork
  ) throws -> (TextExport.Result, written: [String]) {
    try work.show("looking for cards")
    let blocks = try store.blocks(matching: filter)
    var options = TextExport.Options()
    options.format = format
    options.noteTypeNames = Dictionary(notetype.compactMap(NoteTypeName.init).map { ($0.ours, $0.anki) }) {
      $1
    }
    options.ankiIDs = ankiIDs
    options.hasFilePerDeck = ExportTarget.isFolder(output)
    let files = media == nil ? nil : ExportMedia(blocks)
    if let files { options.media = { note, path in files.name(of: path, in: note.block) } }

    let result = try TextExport.run(blocks.map(ExportNote.init), options: options) { done in
      try work.show(ProgressWords.counted("exporting", done, of: blocks.count))
    }
    guard !result.files.isEmpty else { return (result, []) }
    let written = try ExportTarget(output).write(result.files, goOn: work.goOn)
    do {
      try remember(result.fronts, of: blocks, in: store)
      if let media, let files {
        try files.copy(result.media, to: media) { done in
          try work.show(ProgressWords.counted("copying media", done, of: result.media.count))
        }
      }
    } catch StudyStoreError.interrupted {
      throw Failure(
        "interrupted; the cards were exported, but not all images and recordings copied",
        status: .interrupted)
    }
    return (result, written)
  }

  private func remember(_ fronts: [BlockUID: UInt64], of blocks: [BlockRecord], in store: StudyStore) throws {
    let changed = blocks.compactMap { block in
      fronts[block.uid].flatMap { $0 == block.exportedFront ? nil : (block: block.id, front: $0) }
    }
    if !changed.isEmpty { try store.recordExport(changed) }
  }

  private func report(_ result: TextExport.Result, written: [String], _ context: CommandContext) throws {
    if global.json {
      try context.printJSON(ExportDocument(result, files: written))
      return
    }
    for line in ExportText.leftOut(result.report) + result.report.notices { context.say(line) }
    context.say(ExportText.summary(result, files: written))
  }
}

/// `Basic=Einfach`.
private struct NoteTypeName {
  var ours: String
  var anki: String

  init?(_ pair: String) {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    (ours, anki) = (parts[0], parts[1])
  }
}
