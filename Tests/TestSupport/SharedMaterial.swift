import Foundation

/// Reference material that lies beside the repository. Tests that need it are skipped, visibly, without it.
package enum SharedMaterial {
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static let folder = repository.deletingLastPathComponent().appendingPathComponent("shared")

  package static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  package static let corpora = ["wild-shapes", "cloud-native-maps", "nexusvitae", "sem3", "o2a-suite"]

  package static func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
