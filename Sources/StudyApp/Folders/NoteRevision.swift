import Foundation
import StudyCore

/// A note's file as it was when it was read, to write it anew only if nobody else did in the meantime.
struct NoteRevision {
  /// The real path: a symbolic link leads to the file that is written.
  let path: String
  let bytes: [UInt8]
  private let status: PosixFile.Status

  /// Of the bytes.
  var hash: UInt64 { NoteRevision.hash(bytes) }

  /// - Throws: ``NoteWriteFailure/gone`` or ``NoteWriteFailure/unreadable``
  init(reading path: String) throws(NoteWriteFailure) {
    guard let real = PosixFile.realPath(path), let status = PosixFile.status(real) else { throw .gone }
    guard status.kind == .regular, let bytes = PosixFile.contents(real, size: Int(status.stamp.size)) else {
      throw .unreadable
    }
    (self.path, self.bytes, self.status) = (real, bytes, status)
  }

  /// Puts other bytes in place of the file, which keeps its owner and permissions. It is there at all times, with
  /// the old bytes or the new ones.
  func replace(with content: [UInt8]) throws(NoteWriteFailure) {
    guard PosixFile.status(path) != nil else { throw .gone }
    guard PosixFile.isWritable(path) else { throw .fileReadOnly }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard let replacement = PosixFile.Replacement(in: folder) else { throw .folderReadOnly(folder) }
    do throws(NoteWriteFailure) {
      guard replacement.takeOwnership(of: path), replacement.write(content) else { throw .notWritten }
      // As late as possible: what somebody else saved must not be lost.
      guard isCurrent else { throw .changedMeanwhile }
      guard replacement.put(at: path) else { throw .notWritten }
    } catch {
      replacement.discard()
      throw error
    }
  }

  private var isCurrent: Bool {
    guard PosixFile.status(path) == status,
      let now = PosixFile.contents(path, size: Int(status.stamp.size))
    else { return false }
    return NoteRevision.hash(now) == hash
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    bytes.withUnsafeBufferPointer { hash.combine(buffer: $0) }
    return hash.finalize()
  }
}

/// Why one note was not written; it is as it was.
package enum NoteWriteFailure: Error, Hashable, Sendable {
  case gone
  case unreadable
  /// Another program wrote it after it was read.
  case changedMeanwhile
  case fileReadOnly
  case folderReadOnly(String)
  /// The disk is full, or the file's owner cannot be kept.
  case notWritten
}
