import Foundation
import NoteParsing
import StudyCore

extension FlashcardsSettings {
  /// The settings of flashcards-obsidian, below the vault.
  static let path = ".obsidian/plugins/flashcards-obsidian/data.json"

  /// What the plugin's own settings in a vault say (`card-syntax.md` §5); whatever is missing there has the plugin's default.
  static func read(json: Data) -> (settings: FlashcardsSettings, findings: [Finding]) {
    var settings = FlashcardsSettings()
    guard let values = PluginSettings.object(json) else {
      return (settings, [PluginSettings.invalid("flashcards-obsidian")])
    }
    func word(_ name: String, _ path: WritableKeyPath<FlashcardsSettings, String>) {
      guard let text = values[name] as? String, !TextKey.trimmed(text).isEmpty else { return }
      settings[keyPath: path] = TextKey.trimmed(text)
    }
    word("flashcardsTag", \.tag)
    word("inlineSeparator", \.line)
    word("inlineSeparatorReverse", \.reversedLine)
    if settings.tag.hasPrefix("#") { settings.tag.removeFirst() }
    return (settings, [])
  }
}
