import Foundation
import NoteParsing
import StudyCore

extension SpacedRepetitionSettings {
  /// The settings of obsidian-spaced-repetition, below the vault.
  static let path = ".obsidian/plugins/obsidian-spaced-repetition/data.json"

  /// What the plugin's own settings in a vault say (`card-syntax.md` §4.1); whatever is missing there has the plugin's default.
  static func read(json: Data) -> (settings: SpacedRepetitionSettings, findings: [Finding]) {
    var settings = SpacedRepetitionSettings()
    guard let object = PluginSettings.object(json) else {
      return (settings, [PluginSettings.invalid("obsidian-spaced-repetition")])
    }
    let values = object["settings"] as? [String: Any] ?? [:]
    if values["convertFoldersToDecks"] as? Bool == true { settings.notes = .all }
    if let tags = values["flashcardTags"] as? [String] {
      settings.tags = tags.map { TextKey.trimmed($0.hasPrefix("#") ? String($0.dropFirst()) : $0) }.filter {
        !$0.isEmpty
      }
    }
    func word(_ name: String, _ path: WritableKeyPath<SpacedRepetitionSettings, String>) {
      // The plugin spelled one of its keys in two ways.
      let value = values[name] ?? values[name.replacing("singleLine", with: "singleline")]
      if let text = value as? String { settings[keyPath: path] = TextKey.trimmed(text) }
    }
    word("singleLineCardSeparator", \.line)
    word("singleLineReversedCardSeparator", \.reversedLine)
    word("multilineCardSeparator", \.lines)
    word("multilineReversedCardSeparator", \.reversedLines)
    word("multilineCardEndMarker", \.endMarker)
    let (clozes, findings) = clozes(values)
    settings.clozes = clozes
    return (settings, findings)
  }

  private static func clozes(_ values: [String: Any]) -> ([ClozePattern], [Finding]) {
    var patterns: [ClozePattern] = []
    var findings: [Finding] = []
    let written = values["clozePatterns"] as? [String]
    for text in written ?? [] {
      if let pattern = ClozePattern(text) {
        if !patterns.contains(pattern) { patterns.append(pattern) }
      } else {
        findings.append(
          PluginSettings.finding(
            "the cloze pattern \"\(text)\" of obsidian-spaced-repetition is not understood, so its gaps are not read",
            "write it like ==[123;;]answer[;;hint]=="))
      }
    }
    let switches = [
      ("convertHighlightsToClozes", ClozePattern.highlight), ("convertBoldTextToClozes", .bold),
      ("convertCurlyBracketsToClozes", .curly),
    ]
    for (name, pattern) in switches {
      let isOn = values[name] as? Bool ?? (written == nil && pattern == .highlight)
      if isOn, !patterns.contains(pattern) { patterns.append(pattern) }
      if values[name] as? Bool == false { patterns.removeAll { $0 == pattern } }
    }
    return (patterns, findings)
  }
}
