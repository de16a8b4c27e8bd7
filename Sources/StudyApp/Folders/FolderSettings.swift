import Foundation
import NoteParsing
import StudyCore
import Yams

/// What `.linnet.yml` in an imported folder says.
///
///     ignore: ["Templates/*", "*.draft.md"]
///     decks:
///       Languages/German: Deutsch
struct FolderSettings: Sendable {
  static let fileName = ".linnet.yml"

  var ignore: [String] = []
  /// Deck by folder below the imported one; the innermost rule counts, deeper folders become parts of the deck.
  var decks: [(folder: String, deck: String)] = []
  var finding: Finding?

  init(folder: String) {
    let path = folder + "/" + FolderSettings.fileName
    guard let status = PosixFile.status(path), status.kind == .regular,
      let bytes = PosixFile.contents(path, size: Int(status.stamp.size))
    else { return }
    do {
      guard let mapping = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))?.mapping else {
        return
      }
      ignore = mapping["ignore"]?.sequence?.compactMap(\.string) ?? []
      decks = (mapping["decks"]?.mapping ?? [:]).compactMap { key, value in
        guard let folder = key.string, let deck = value.string else { return nil }
        return (folder, deck)
      }
    } catch {
      finding = Finding(
        severity: .error, code: .settingsInvalid, message: "the settings file is not valid YAML: \(error)",
        fix: "mend it; until then this folder is read with the built-in settings", place: .wholeFile)
    }
  }
}
