import NoteParsing
import StudyCore

/// In which ways the cards of a folder are written: as the plugins of its vault are set, and as `.linnet.yml` says.
struct FolderStyles {
  private(set) var styles = CardStyles()
  /// What is wrong with the settings of the plugins, by the file it is about.
  private(set) var findings: [(path: String, finding: Finding)] = []

  /// - Parameter vault: path of the vault that the folder lies in.
  init(_ own: FolderSettings, _ plugin: ObsidianToAnkiSettings, _ noteTypes: NoteTypeTable, vault: String) {
    styles.rules = plugin.styles
    if let json = PluginSettings.json(SpacedRepetitionSettings.path, in: vault) {
      let read = SpacedRepetitionSettings.read(json: json)
      styles.spacedRepetition = read.settings
      findings += read.findings.map { (SpacedRepetitionSettings.path, $0) }
    }
    if let json = PluginSettings.json(FlashcardsSettings.path, in: vault) {
      let read = FlashcardsSettings.read(json: json)
      styles.flashcards = read.settings
      findings += read.findings.map { (FlashcardsSettings.path, $0) }
    }
    for (syntax, noteType) in own.syntaxes { add(syntax, noteType, noteTypes) }
  }

  private mutating func add(_ syntax: FolderSyntax, _ noteType: String?, _ noteTypes: NoteTypeTable) {
    switch syntax {
    case .spacedRepetition: styles.spacedRepetition.notes = .all
    case .flashcards: styles.flashcards.notes = .all
    case .linkQuestions: styles.asksLinks = true
    case .style(let syntax):
      guard let style = FolderSyntax.style(of: syntax) else { return }
      let name = noteType ?? (syntax == .clozeParagraph ? "Cloze" : "Basic")
      styles.rules.append(StyleRule(style: style, noteType: noteTypes.type(named: name)))
    }
  }

  /// Everything that decides how a note is read.
  var identity: [String] {
    styles.rules.flatMap { ["\($0.style)", $0.noteType.name] } + styles.spacedRepetition.identity
      + styles.flashcards.identity + (styles.asksLinks ? [CardSyntax.linkQuestion.rawValue] : [])
  }
}
