import Foundation
import StudyStore

/// Paths on the command line.
package enum PathResolver {
  /// The real path of what is there.
  ///
  /// - Throws: ``StudyAppError/folderNotFound(_:)``
  package static func realPath(_ path: String) throws -> String {
    guard let real = PosixFile.realPath(path) else { throw StudyAppError.folderNotFound(path) }
    return real
  }

  /// The real path of the folder that the program works in.
  package static var workingDirectory: String {
    PosixFile.realPath(FileManager.default.currentDirectoryPath) ?? FileManager.default.currentDirectoryPath
  }

  /// True if the path is the folder or lies in it.
  package static func contains(_ folder: String, _ path: String) -> Bool {
    folder == path || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}

/// Reads notes to show where a finding is.
package enum NoteSource {
  /// The lines of a file without their line ends; none if it cannot be read.
  package static func lines(of path: String) -> [String] {
    guard let status = PosixFile.status(path), status.kind == .regular,
      let bytes = PosixFile.contents(path, size: Int(status.stamp.size))
    else { return [] }
    return bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { line in
      String(decoding: line.filter { $0 != 0x0d }, as: UTF8.self)
    }
  }
}
