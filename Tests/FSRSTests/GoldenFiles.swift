import Foundation

/// Reference numbers that lie beside the repository, not in it.
enum GoldenFiles {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/golden/fsrs")

  static let areThere = FileManager.default.fileExists(atPath: folder.appending(path: "README.md").path())

  static func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  /// A file of JSON lines: the first is a header, every other a row.
  static func lines<Header: Decodable, Row: Decodable>(
    _ name: String, header: Header.Type, row: Row.Type
  ) throws -> (Header, [Row]) {
    let lines = try data(name).split(separator: UInt8(ascii: "\n"))
    let first = try decoder.decode(Header.self, from: Data(lines[0]))
    return (first, try lines.dropFirst().map { try decoder.decode(Row.self, from: Data($0)) })
  }
}

func isClose(_ value: Double, _ expected: Double, relative tolerance: Double) -> Bool {
  abs(value - expected) <= tolerance * max(abs(expected), 1e-12)
}
