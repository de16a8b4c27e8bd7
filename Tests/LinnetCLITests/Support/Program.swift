import Foundation
import TestSupport
import Testing

/// The built program, run as a process of its own with a collection of its own.
final class Program {
  struct Result {
    var output: String
    var errors: String
    var status: Int32

    /// The one JSON document that was printed.
    func document() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
  }

  private static let binary: String? = {
    let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
    return places.map { $0.appending(path: "linnet").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static var isBuilt: Bool { binary != nil }

  let notes: TemporaryFolder
  private let collection: TemporaryFolder
  /// What `LINNET_NOW` says in the runs that follow.
  var now = "2026-11-24T08:00:00+01:00"

  init(_ files: [String: String]) throws {
    notes = try TemporaryFolder(files)
    collection = try TemporaryFolder(named: "data")
  }

  func start(_ arguments: [String]) throws -> SpawnedProcess {
    let binary: String = try #require(Program.binary)
    return try SpawnedProcess(
      [binary] + arguments,
      environment: [
        "LINNET_DATABASE": collection.absolute("linnet.sqlite"), "LINNET_NOW": now, "LANG": "C.UTF-8",
        "HOME": collection.path, "TZ": "Europe/Berlin",
      ], output: collection.absolute("out"), errors: collection.absolute("err"))
  }

  @discardableResult func run(_ arguments: String..., input: String = "") throws -> Result {
    let process = try start(arguments)
    process.write(input)
    process.closeInput()
    let ending = process.wait()
    return Result(output: process.output, errors: process.errors, status: ending.status)
  }

  /// The bytes of the collection's own file, to see that nothing was written.
  func databaseBytes() throws -> Data {
    try Data(contentsOf: URL(filePath: collection.absolute("linnet.sqlite")))
  }
}
