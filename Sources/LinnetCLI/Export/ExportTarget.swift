import AnkiExchange
import Foundation

/// Where `export -o` writes: a file, a folder, or standard output.
struct ExportTarget {
  private let path: String

  init(_ path: String) { self.path = path }

  /// A path that ends with `/`, or a folder that is there.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return path.hasSuffix("/")
      || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// - Returns: the paths written.
  /// - Throws: ``Failure``
  func write(_ files: [ExportFile]) throws -> [String] {
    if path == "-" {
      guard files.count == 1 else {
        throw Failure(
          "cards of note types that Anki does not bring along need files of their own",
          hint: "export with -o FILE",
          status: .failed)
      }
      try OutputFile.write(Data(files[0].bytes), to: path)
      return [path]
    }
    let folder: String
    let stem: String
    if ExportTarget.isFolder(path) {
      folder = path
      stem = "deck"
      try makeFolder()
    } else {
      folder = (path as NSString).deletingLastPathComponent
      stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    }
    return try files.map { file in
      let isMain = file.part == .main
      let name = isMain ? path : (folder as NSString).appendingPathComponent(file.name(stem: stem))
      try OutputFile.write(Data(file.bytes), to: name)
      return name
    }
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        "cannot make the folder \(path)", hint: "choose another place with -o", status: .cannotCreate)
    }
  }
}
