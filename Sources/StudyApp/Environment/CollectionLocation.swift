import Foundation
import StudyStore

/// Where the collection lies: `--database`, else `LINNET_DATABASE`, else the XDG data folder (`design.md` §6).
package struct CollectionLocation: Hashable, Sendable {
  package var path: String
  /// True when nobody named the file, so that Linnet looks after its folder.
  package var isDefault: Bool

  package init(option: String?, environment: StudyEnvironment) {
    if let named = option ?? environment.variable("LINNET_DATABASE") {
      path = named
      isDefault = false
    } else {
      let home = environment.variable("HOME") ?? NSHomeDirectory()
      let data = environment.variable("XDG_DATA_HOME") ?? home + "/.local/share"
      path = data + "/linnet/linnet.sqlite"
      isDefault = true
    }
  }

  package var folder: String { (path as NSString).deletingLastPathComponent }

  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  package enum Access: Hashable, Sendable {
    /// Makes the file where there is none.
    case create
    /// The file must be there.
    case existing
  }

  /// Opens the collection, making folder (0700) and file (0600) where allowed.
  ///
  /// - Throws: `StudyStoreError`
  package func open(_ access: Access) throws(StudyStoreError) -> StudyStore {
    if PosixFile.status(path)?.kind == .folder { throw .notACollection(path: path) }
    if !exists {
      guard access == .create else { throw .notFound(path: path) }
      try make()
    }
    do {
      return try StudyStore(path: path) { store in
        try store.backup(to: path + ".before-upgrade")
      }
    } catch .cannotCreate {
      // The file is there, so it is the files SQLite keeps beside it that cannot be made.
      throw .cannotWrite(path: path, reason: "the file or its folder is read-only")
    }
  }

  private func make() throws(StudyStoreError) {
    let manager = FileManager.default
    do {
      if !folder.isEmpty, !manager.fileExists(atPath: folder) {
        try manager.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
      guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw CocoaError(.fileWriteNoPermission)
      }
    } catch {
      throw .cannotCreate(path: path, reason: "the folder or the file cannot be written")
    }
  }
}
