import Foundation
import StudyCore

/// The settings files of Obsidian's plugins, which are JSON objects.
enum PluginSettings {
  /// - Parameter path: below the vault.
  /// - Returns: nil where there is no such file.
  static func json(_ path: String, in vault: String) -> Data? {
    let path = vault + "/" + path
    guard let status = PosixFile.status(path), status.kind == .regular,
      let bytes = PosixFile.contents(path, size: Int(status.stamp.size))
    else { return nil }
    return Data(bytes)
  }

  static func object(_ json: Data) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: json) as? [String: Any]
  }

  static func invalid(_ plugin: String) -> Finding {
    finding(
      "the settings of \(plugin) are not valid JSON, so its defaults are used",
      "open the plugin's settings in Obsidian and save them again")
  }

  static func finding(_ message: String, _ fix: String) -> Finding {
    Finding(severity: .warning, code: .settingsInvalid, message: message, fix: fix, place: .wholeFile)
  }
}
