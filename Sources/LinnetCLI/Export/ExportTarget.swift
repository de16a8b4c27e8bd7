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

  /// Writes all files, or none: they are put in their places when all of them are written.
  ///
  /// - Parameter goOn: asked now and then; what it throws ends the writing.
  /// - Returns: the paths written.
  /// - Throws: ``Failure``, or what `goOn` throws
  func write(_ files: [ExportFile], goOn: () throws -> Void = {}) throws -> [String] {
    if path == "-" {
      guard files.count == 1 else {
        throw Failure(
          "cards of note types that Anki does not bring along need files of their own",
          hint: "export with -o FILE",
          status: .failed)
      }
      try OutputFile.writeToStandardOutput(Data(files[0].bytes), goOn: goOn)
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
    let names = files.map { file in
      file.part == .main ? path : (folder as NSString).appendingPathComponent(file.name(stem: stem))
    }
    var staged: [StagedFile] = []
    do {
      for (file, name) in zip(files, names) {
        staged.append(try StagedFile(Data(file.bytes), for: name, goOn: goOn))
      }
      try goOn()
      for file in staged { try file.putInPlace() }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
    return names
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
