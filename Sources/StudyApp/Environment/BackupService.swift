import Foundation
import StudyCore
import StudyStore

/// Copies of the collection: one a day by itself, more when asked.
package struct BackupService: Sendable {
  /// How many daily copies are kept.
  package static let kept = 14

  private let store: StudyStore
  private let location: CollectionLocation

  package init(store: StudyStore, location: CollectionLocation) {
    self.store = store
    self.location = location
  }

  /// Collections that lie in one folder share its backups folder.
  private var stem: String { (location.path as NSString).lastPathComponent.replacing(".sqlite", with: "") }

  private var folder: String { (location.folder.isEmpty ? "." : location.folder) + "/backups" }

  /// - Parameters:
  ///   - path: nil for a file named by the time in the backups folder.
  ///   - progress: as of `StudyStore.backup(to:progress:)`
  /// - Returns: the path written.
  /// - Throws: `StudyStoreError`
  package func make(
    at path: String?, now: Moment, progress: @escaping (Double) throws(StudyStoreError) -> Void = { _ in }
  ) throws(StudyStoreError) -> String {
    if let path {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw .cannotCreate(path: path, reason: "there is a file of this name already")
      }
      try store.backup(to: path, progress: progress)
      return path
    }
    let stamp = now.description.prefix(19).replacing(":", with: "")
    let named = "\(folder)/\(stem)-\(stamp).sqlite"
    try makeFolder()
    try store.backup(to: named, progress: progress)
    return named
  }

  /// Makes today's copy if there is none, and drops the oldest daily copies beyond ``kept``.
  ///
  /// - Throws: `StudyStoreError`
  package func makeDaily(
    now: Moment, progress: @escaping (Double) throws(StudyStoreError) -> Void = { _ in }
  ) throws(StudyStoreError) {
    let daily = "\(stem)-daily-"
    let today = "\(folder)/\(daily)\(now.description.prefix(10)).sqlite"
    guard !FileManager.default.fileExists(atPath: today) else { return }
    try makeFolder()
    try store.backup(to: today, progress: progress)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let copies = names.filter { $0.hasPrefix(daily) && $0.hasSuffix(".sqlite") }.sorted()
    for name in copies.dropLast(BackupService.kept) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  private func makeFolder() throws(StudyStoreError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotCreate(path: folder, reason: "the folder cannot be made")
    }
  }
}
