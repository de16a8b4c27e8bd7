import Foundation
import NoteParsing
import StudyCore

/// What Obsidian_to_Anki's own settings say about a vault, from `data.json` in the plugin's folder
/// (`card-syntax.md` §3.1). Whatever is missing there has the plugin's default.
struct ObsidianToAnkiSettings: Sendable {
  /// Below the vault.
  static let path = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"

  var keywords = Keywords()
  /// Types with their fields in Anki's order, as Anki told the plugin.
  var noteTypes: [NoteType] = []
  /// The deck of cards that nothing else names one for; nil for the plugin's own default.
  var deck: String?
  /// How gaps are written beside Anki's own form.
  var clozes: CurlyClozes?
  /// By note type: names of fields that the plugin was told of without being told of the others.
  var namedFields: [String: Set<String>] = [:]
  /// Styles in which cards are written besides START … END.
  var styles: [StyleRule] = []
  /// By folder below the vault; the innermost counts.
  var folderDecks: [(folder: String, deck: String)] = []
  /// By folder below the vault; those of all folders around a note count.
  var folderTags: [(folder: String, tags: [String])] = []
  /// The one folder below the vault in which the plugin looks for cards; empty for all of it.
  var scanFolder = ""
  /// Patterns of files below the vault that are passed over.
  var ignore: [String] = []
  var findings: [Finding] = []

  /// The defaults.
  init() {}

  /// - Parameter vault: path of the vault; one without the plugin has the defaults.
  init(vault: String) {
    guard let json = PluginSettings.json(ObsidianToAnkiSettings.path, in: vault) else {
      self.init()
      return
    }
    self.init(json: json)
  }

  init(json: Data) {
    guard let object = PluginSettings.object(json) else {
      findings = [PluginSettings.invalid("Obsidian_to_Anki")]
      return
    }
    let settings = member("settings", of: object)
    readKeywords(member("Syntax", of: settings))
    readDefaults(member("Defaults", of: settings))
    folderDecks = strings("FOLDER_DECKS", of: settings).map { (ObsidianToAnkiSettings.folder($0), $1) }
    folderTags = strings("FOLDER_TAGS", of: settings)
      .map { (ObsidianToAnkiSettings.folder($0), $1.split(whereSeparator: \.isWhitespace).map(String.init)) }
    ignore = (settings["IGNORED_FILE_GLOBS"] as? [String] ?? []).filter { !$0.isEmpty }
    readNoteTypes(object["fields_dict"])
    for setting in ["FILE_LINK_FIELDS", "CONTEXT_FIELDS"] {
      for (type, field) in strings(setting, of: settings) { namedFields[type, default: []].insert(field) }
    }
    readStyles(strings("CUSTOM_REGEXPS", of: settings))
  }

  /// What decides how notes are read: not the plugin's own bookkeeping, which changes with each of its runs.
  var identity: [String] {
    let words = [
      keywords.begin, keywords.end, keywords.inlineBegin, keywords.inlineEnd, keywords.deck, keywords.tags,
      keywords.delete, keywords.frozen,
    ]
    return words + noteTypes.flatMap { [$0.name] + $0.fields } + [
      deck ?? "", scanFolder, clozes.map { "curly \($0.includesHighlights)" } ?? "",
    ]
      + folderDecks.flatMap { [$0.folder, $0.deck] } + folderTags.flatMap { [$0.folder] + $0.tags } + ignore
  }

  // MARK: Reading

  private mutating func readKeywords(_ syntax: [String: Any]) {
    func word(_ name: String, _ path: WritableKeyPath<Keywords, String>) {
      guard let value = syntax[name] else { return }
      if let text = value as? String, !text.isEmpty, !text.contains("\n") {
        keywords[keyPath: path] = text
      } else {
        report(
          "the setting \"\(name)\" of Obsidian_to_Anki names no word, so \"\(keywords[keyPath: path])\" is used",
          "write a word for it in the plugin's settings")
      }
    }
    word("Begin Note", \.begin)
    word("End Note", \.end)
    word("Begin Inline Note", \.inlineBegin)
    word("End Inline Note", \.inlineEnd)
    word("Target Deck Line", \.deck)
    word("File Tags Line", \.tags)
    word("Delete Note Line", \.delete)
    word("Frozen Fields Line", \.frozen)
  }

  private mutating func readDefaults(_ defaults: [String: Any]) {
    let named = (defaults["Deck"] as? String).map(TextKey.trimmed) ?? ""
    deck = named.isEmpty || named == "Default" ? nil : named
    if defaults["CurlyCloze"] as? Bool == true {
      let hasHighlights = defaults["CurlyCloze - Highlights to Clozes"] as? Bool == true
      clozes = CurlyClozes(includesHighlights: hasHighlights)
    }
    scanFolder = ObsidianToAnkiSettings.folder(defaults["Scan Directory"] as? String ?? "")
  }

  /// Anki tells only the fields. A type that Linnet knows by its name makes the cards it always makes.
  private mutating func readNoteTypes(_ value: Any?) {
    guard let value else { return }
    guard let types = value as? [String: [String]] else {
      return report(
        "the note types that Obsidian_to_Anki keeps are not lists of fields, so only Anki's own are known",
        "let the plugin fetch the note types from Anki again")
    }
    let stock = Dictionary(uniqueKeysWithValues: NoteType.stock.map { ($0.name, $0.behavior) })
    noteTypes = types.sorted { $0.key < $1.key }.map { name, fields in
      let isCloze = name.lowercased().contains("cloze")
      return NoteType(name: name, fields: fields, behavior: stock[name] ?? (isCloze ? .cloze : .basic))
    }
  }

  /// A pattern for each note type; the plugin's documentation publishes some, which are styles of their own here.
  private mutating func readStyles(_ patterns: [(noteType: String, pattern: String)]) {
    let table = NoteTypeTable(noteTypes + NoteType.stock)
    for (name, pattern) in patterns {
      let style = PublishedPattern.style(of: pattern)
      if case .pattern = style, !JavaScriptPattern.isUsable(pattern) {
        report(
          "the pattern for \(name) in the settings of Obsidian_to_Anki cannot be used: \(pattern)",
          "mend the pattern; it needs a group in parentheses for each field")
        continue
      }
      styles.append(StyleRule(style: style, noteType: table.type(named: name)))
    }
  }

  private mutating func member(_ name: String, of object: [String: Any]) -> [String: Any] {
    guard let value = object[name] else { return [:] }
    if let member = value as? [String: Any] { return member }
    report(
      "\"\(name)\" in the settings of Obsidian_to_Anki is no list of settings, so its defaults are used",
      "open the plugin's settings in Obsidian and save them again")
    return [:]
  }

  /// Texts by name, in order of the names; empty ones are not set.
  private mutating func strings(_ name: String, of object: [String: Any]) -> [(String, String)] {
    member(name, of: object).compactMap { key, value in
      (value as? String).map { (key, TextKey.trimmed($0)) }
    }.filter { !$0.1.isEmpty }.sorted { $0.0 < $1.0 }
  }

  /// Without slashes at its ends.
  private static func folder(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private mutating func report(_ message: String, _ fix: String) {
    findings.append(
      Finding(severity: .warning, code: .settingsInvalid, message: message, fix: fix, place: .wholeFile))
  }
}
