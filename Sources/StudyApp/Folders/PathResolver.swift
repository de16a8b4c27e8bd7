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

  /// True if the path is the folder or lies in it.
  package static func contains(_ folder: String, _ path: String) -> Bool {
    folder == path || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}

/// Reads single lines of notes, to show where a finding is.
package enum NoteSource {
  /// A line of the file, 1-based, without its line end; nil if it is not there.
  package static func line(_ number: Int, of path: String) -> String? {
    guard let status = PosixFile.status(path), status.kind == .regular,
      let bytes = PosixFile.contents(path, size: Int(status.stamp.size))
    else { return nil }
    let lines = bytes.split(separator: 0x0a, maxSplits: number, omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return nil }
    return String(decoding: lines[number - 1].filter { $0 != 0x0d }, as: UTF8.self)
  }
}
