import Foundation
import TestSupport

/// A temporary folder that the built program runs in: its home, its collection and its clock are set, so that
/// what it prints is the same everywhere.
final class Sandbox {
  /// Tuesday, 08:00.
  static let morning = "2026-11-24T08:00:00+01:00"

  let folder: TemporaryFolder

  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder(files, named: "home")
  }

  var database: String { folder.absolute("linnet.sqlite") }

  /// The program that the package builds beside the tests.
  static let program: URL? = {
    let places = [Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
    return places.map { $0.appending(path: "linnet") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  func environment(now: String = Sandbox.morning) -> [String: String] {
    let programs = Sandbox.program?.deletingLastPathComponent().path ?? ""
    return [
      "PATH": programs + ":/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "TZ": "Europe/Berlin",
      "LINNET_DATABASE": database, "LINNET_NOW": now, "LINNET_SEED": "1", "LANG": "C.UTF-8",
      "LC_ALL": "C.UTF-8", "EDITOR": "false",
    ]
  }

  /// A process of the shell, not started.
  func process(_ command: String, now: String = Sandbox.morning) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = environment(now: now)
    return process
  }

  /// Runs a command line of the shell to its end.
  @discardableResult
  func run(_ command: String, input: String = "", now: String = Sandbox.morning) throws -> LinnetRun {
    let streams = try TemporaryFolder(["in": input, "out": "", "err": ""], named: "streams")
    let files = try ["in", "out", "err"].map {
      try FileHandle(forUpdating: URL(filePath: streams.absolute($0)))
    }
    let process = process(command, now: now)
    (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
    try process.start()
    process.waitUntilExit()
    let text = { try String(contentsOfFile: streams.absolute($0), encoding: .utf8) }
    return LinnetRun(output: try text("out"), errors: try text("err"), status: process.terminationStatus)
  }

  /// The one JSON document that a command prints.
  func json(_ command: String, now: String = Sandbox.morning) throws -> [String: Any] {
    let run = try run(command, now: now)
    guard let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    else {
      throw CocoaError(.propertyListReadCorrupt)
    }
    return document
  }
}
