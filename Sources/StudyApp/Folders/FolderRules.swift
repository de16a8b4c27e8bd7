import NoteParsing
import StudyCore
import StudyStore

/// How the notes of one imported folder are read: as its own settings say, and else those of the plugin in the vault it
/// lies in.
struct FolderRules: Sendable {
  let parser: NoteParser
  let ignore: IgnoreRules
  let decks: DeckRules
  /// What is wrong with the settings, by the file it is about.
  let findings: [(path: String, finding: Finding)]
  private let folder: ImportedFolder
  private let plugin: ObsidianToAnkiSettings

  init(_ folder: ImportedFolder) {
    let own = FolderSettings(folder: folder.path)
    let plugin = ObsidianToAnkiSettings(vault: folder.linkRootPath)
    self.folder = folder
    self.plugin = plugin
    // The plugin knows the types that Anki told it, and no others.
    let isStrict = folder.readingMode == .strict && !plugin.noteTypes.isEmpty
    let noteTypes = NoteTypeTable(
      own.noteTypes + plugin.noteTypes + (isStrict ? [] : NoteType.stock))
    let styles = FolderStyles(own, plugin, noteTypes, vault: folder.linkRootPath)
    parser = NoteParser(
      noteTypes: noteTypes, keywords: plugin.keywords, clozes: plugin.clozes, styles: styles.styles,
      mode: folder.readingMode)
    let globs = plugin.ignore.flatMap { FolderRules.below(folder.prefix, glob: $0) }
    ignore = IgnoreRules(patterns: IgnoreRules.builtIn + own.ignore + globs)
    decks = DeckRules(
      label: folder.label, rules: own.decks, prefix: folder.prefix, vaultRules: plugin.folderDecks,
      fallback: plugin.deck)
    findings =
      own.findings.map { (FolderSettings.fileName, $0) }
      + plugin.findings.map { (ObsidianToAnkiSettings.path, $0) } + styles.findings
    asksLinks = styles.styles.asksLinks && folder.readingMode == .tolerant
    identity =
      [folder.label] + own.decks.flatMap { [$0.folder, $0.deck] }
      + own.noteTypes.flatMap { [$0.name] + $0.fields } + plugin.identity + styles.identity
      + (folder.readingMode == .strict ? [ReadingMode.strict.rawValue] : [])
  }

  /// Paths, below the link root, of all files that the rules are read from, whether or not they are there.
  static func settingsFiles(of folder: ImportedFolder) -> [String] {
    [
      folder.prefix + FolderSettings.fileName, ObsidianToAnkiSettings.path, SpacedRepetitionSettings.path,
      FlashcardsSettings.path,
    ]
  }

  /// By note type: fields that the plugin's settings name, of types whose fields they do not list.
  var namedFields: [String: Set<String>] { plugin.namedFields }

  /// Whether sentences with links are cards.
  let asksLinks: Bool

  /// Everything that decides how a file is read, but for the parser itself.
  let identity: [String]

  /// The tags of all folders around a note.
  ///
  /// - Parameter path: of the note, below the imported folder.
  func tags(of path: String) -> [String] {
    guard !plugin.folderTags.isEmpty else { return [] }
    return plugin.folderTags.filter { FolderRules.contains($0.folder, folder.prefix + path) }.flatMap(\.tags)
  }

  /// What there is to say about a note because of where it lies.
  func findings(on note: ParsedNote, at path: String) -> [Finding] {
    guard let first = note.blocks.first(where: { $0.syntax != .linkQuestion }),
      !FolderRules.contains(plugin.scanFolder, folder.prefix + path)
    else { return [] }
    return [
      Finding(
        severity: .note, code: .outsideScanFolder,
        message:
          "Obsidian_to_Anki looks for cards in the folder \(plugin.scanFolder) only, so it does not see this one",
        fix: "move the note there, or change the scan directory in the plugin's settings, if you use it",
        place: Finding.Place(line: first.lines.lowerBound, column: first.column))
    ]
  }

  private static func contains(_ folder: String, _ path: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }

  /// A pattern for paths below the vault as patterns for paths below the imported folder. `**/` also stands for no
  /// folder at all.
  private static func below(_ prefix: String, glob: String) -> [String] {
    let own = glob.hasPrefix(prefix) ? String(glob.dropFirst(prefix.count)) : glob
    return own.hasPrefix("**/") ? [own, String(own.dropFirst(3))] : [own]
  }
}
