import GRDB
import StudyCore

/// An imported folder ("root") and the link root its links resolve in.
package struct ImportedFolder: Hashable, Sendable {
  package var id: Int64
  /// Real path on disk.
  package var path: String
  /// What decks without a name of their own begin with: the folder's name.
  package var label: String
  package var linkRoot: Int64
  package var linkRootPath: String
  /// Path below the link root with a slash at its end; empty if the folder is the link root.
  package var prefix: String
  /// As it was read at the last import.
  package var readingMode: ReadingMode
}

extension StudyStore {
  /// The imported folders in order of their import.
  package func folders() throws(StudyStoreError) -> [ImportedFolder] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT root.id, root.path, label, linkRoot, linkRoot.path AS linkRootPath, prefix, readingMode
          FROM root JOIN linkRoot ON linkRoot.id = root.linkRoot WHERE forgottenAt IS NULL ORDER BY root.id
          """
      ).map(ImportedFolder.init)
    }
  }

  /// Adds a folder, or brings back one that was forgotten.
  package func addFolder(
    path: String, label: String, linkRootPath: String
  ) throws(StudyStoreError) -> ImportedFolder {
    try write { try FolderRows($0).add(path: path, label: label, linkRootPath: linkRootPath) }
  }

  /// Makes one folder of several that lie inside it. Their notes are read again at the next import, for paths
  /// and decks are different now; blocks and history stay. It is read strictly if all of them were.
  package func unite(
    _ folders: [ImportedFolder], into path: String, label: String, linkRootPath: String
  ) throws(StudyStoreError) -> ImportedFolder {
    try write { db in
      let rows = FolderRows(db)
      let isStrict = folders.allSatisfy { $0.readingMode == .strict }
      let united = try rows.add(
        path: path, label: label, linkRootPath: linkRootPath, readingMode: isStrict ? .strict : .tolerant)
      for folder in folders {
        let below = String(decoding: folder.path.utf8.dropFirst(path.utf8.count), as: UTF8.self)
        try rows.moveNotes(of: folder, into: united, prefix: String(below.drop { $0 == "/" }) + "/")
      }
      return united
    }
  }

  /// Drops a folder: its cards are hidden and its links are gone; history stays and returns with the folder.
  ///
  /// - Returns: how many cards were hidden.
  package func forget(_ folder: ImportedFolder, now: Timestamp) throws(StudyStoreError) -> Int {
    try write { try FolderRows($0).forget(folder, now: now) }
  }

  /// Tells that the vault around a folder is another one. Its notes are read again at the next import.
  package func relink(
    _ folder: ImportedFolder, linkRootPath: String
  ) throws(StudyStoreError) -> ImportedFolder {
    try write { try FolderRows($0).relink(folder, linkRootPath: linkRootPath) }
  }

  /// Tells that a folder now lies elsewhere. Its notes are read again at the next import.
  package func move(
    _ folder: ImportedFolder, to path: String, linkRootPath: String
  ) throws(StudyStoreError) -> ImportedFolder {
    try write { db in
      let rows = FolderRows(db)
      let moved = try rows.add(
        path: path, label: folder.label, linkRootPath: linkRootPath, readingMode: folder.readingMode)
      try rows.moveNotes(of: folder, into: moved)
      return moved
    }
  }
}

extension ImportedFolder {
  init(row: Row) {
    id = row["id"]
    path = row["path"]
    label = row["label"]
    linkRoot = row["linkRoot"]
    linkRootPath = row["linkRootPath"]
    prefix = row["prefix"]
    readingMode = ReadingMode(rawValue: row["readingMode"]) ?? .tolerant
  }
}
