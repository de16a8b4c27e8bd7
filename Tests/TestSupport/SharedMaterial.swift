import Foundation

/// Reference material that lies beside the repository. Tests that need it are skipped, visibly, without it.
package enum SharedMaterial {
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static let folder = repository.deletingLastPathComponent().appendingPathComponent("shared")

  package static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  package static let corpora = ["wild-shapes", "cloud-native-maps", "nexusvitae", "sem3", "o2a-suite"]

  /// Decodes a JSON file whose keys are written in snake case.
  package static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
    try decode(type, from: Data(contentsOf: folder.appendingPathComponent(path)))
  }

  package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }

  /// The paths of all notes below a folder but hidden ones, sorted.
  package static func notes(in folder: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      path.lowercased().hasSuffix(".md") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
