import Foundation
import TestSupport

/// The targets that Package.swift declares, as the package manager sees them.
struct PackageManifest {
  struct Target {
    var name: String
    var isTest: Bool
    /// Names of targets, and of products of other packages; here a product is named as its module.
    var dependencies: [String]
  }

  let targets: [Target]

  /// Asked for once per run.
  static let current = Result { try PackageManifest() }

  private struct Dump: Decodable {
    struct Target: Decodable {
      var name: String
      var type: String
      var path: String?
      var dependencies: [[String: [Part?]]]
    }
    var targets: [Target]
  }

  /// A dependency is written as `{"product": ["GRDB", "GRDB.swift", null, {…}]}`: its name comes first.
  private enum Part: Decodable {
    case name(String)
    case other

    init(from decoder: any Decoder) throws {
      let name = try? decoder.singleValueContainer().decode(String.self)
      self = name.map(Part.name) ?? .other
    }
  }

  private init() throws {
    let dump = try JSONDecoder().decode(Dump.self, from: PackageManifest.dump())
    targets = dump.targets.map { target in
      Target(
        name: target.name,
        isTest: target.type == "test" || ["Tests/", "Fuzz/"].contains { target.path?.hasPrefix($0) == true },
        dependencies: target.dependencies.compactMap { dependency in
          if case .name(let name)?? = dependency.values.first?.first { name } else { nil }
        })
    }
  }

  /// A scratch folder of its own, because the test run may hold the lock of the usual one.
  private static func dump() throws -> Data {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "package", "--scratch-path", scratch.path, "dump-package"]
    process.currentDirectoryURL = SharedMaterial.repository
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
