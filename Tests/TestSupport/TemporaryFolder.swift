import Foundation

/// A folder of its own for one test, removed with the value.
///
/// Every file written gets a time of modification of its own from a counter, so that no test depends on how
/// finely the file system keeps time.
package final class TemporaryFolder {
  /// The real path.
  package let path: String
  private let base: String
  private var tick: Int64 = 1_700_000_000

  /// - Parameter name: the folder's own name, which decks begin with.
  package init(_ files: [String: String] = [:], named name: String = "notes") throws {
    let temporary = FileManager.default.temporaryDirectory.appendingPathComponent(
      "linnet-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: temporary.appendingPathComponent(name), withIntermediateDirectories: true)
    base = TemporaryFolder.realPath(temporary.path)
    path = base + "/" + name
    for (file, text) in files { try write(text, to: file) }
  }

  deinit { try? FileManager.default.removeItem(atPath: base) }

  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The real path of the folder around it, which is the test's own too.
  package var parent: String { base }

  package func absolute(_ file: String) -> String { file.isEmpty ? path : path + "/" + file }

  package func write(_ text: String, to file: String) throws { try write(bytes: Array(text.utf8), to: file) }

  package func write(bytes: [UInt8], to file: String) throws {
    let target = URL(fileURLWithPath: absolute(file))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
    try touch(file)
  }

  /// Gives the file a new time of modification.
  package func touch(_ file: String) throws {
    tick += 1
    try setModified(tick, of: file)
  }

  /// - Parameter seconds: since 1970.
  package func setModified(_ seconds: Int64, of file: String) throws {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: absolute(file))
  }

  package func modified(_ file: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: absolute(file))[.modificationDate] as? Date
  }

  package func makeFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: absolute(folder), withIntermediateDirectories: true)
  }

  package func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: absolute(file)) }

  package func move(_ file: String, to other: String) throws {
    let target = URL(fileURLWithPath: absolute(other))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    // POSIX rename also changes only the case of a name.
    guard rename(absolute(file), target.path) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file])
    }
  }

  /// - Parameter destination: as it is written into the link.
  package func link(_ file: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: absolute(file), withDestinationPath: destination)
  }

  package func makePipe(_ file: String) throws {
    guard mkfifo(absolute(file), 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  package func setPermissions(_ mode: Int, of file: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: absolute(file))
  }

  package func permissions(of file: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: absolute(file))[.posixPermissions] as? Int
  }
}
