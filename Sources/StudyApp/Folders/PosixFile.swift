import Foundation
import StudyStore

/// The few file system calls that a walk over a hundred thousand files needs at full speed.
enum PosixFile {
  enum Kind: Hashable, Sendable { case regular, folder, symbolicLink, other }

  struct Identity: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
  }

  struct Status: Hashable, Sendable {
    var kind: Kind
    var stamp: FileStamp
    /// Device and inode: two paths with the same identity are one folder.
    var identity: Identity
  }

  /// The real path of a file or folder that is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Nil when the file is not there or may not be looked at.
  static func status(_ path: String, followingLinks: Bool = true) -> Status? {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    #if canImport(Darwin)
      let modified = info.st_mtimespec
    #else
      let modified = info.st_mtim
    #endif
    return Status(
      kind: kind,
      stamp: FileStamp(
        size: Int64(info.st_size), modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec)),
      identity: Identity(
        device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(truncatingIfNeeded: info.st_ino)))
  }

  struct Entry: Hashable, Sendable {
    var name: String
    /// Nil where the file system does not tell.
    var kind: Kind?
    /// False for a name that is not UTF-8, which comes with replacement characters.
    var isValid: Bool
  }

  /// What a folder holds but `.` and `..`, in order of the names' bytes; nil when it cannot be listed.
  static func entries(of folder: String) -> [Entry]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        Array(raw.prefix { $0 != 0 })
      }
      if bytes == [0x2e] || bytes == [0x2e, 0x2e] { continue }
      let valid = String(validating: bytes, as: UTF8.self)
      let kind: Kind? =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_DIR): .folder
        case Int32(DT_REG): .regular
        case Int32(DT_LNK): .symbolicLink
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
      entries.append(
        Entry(name: valid ?? String(decoding: bytes, as: UTF8.self), kind: kind, isValid: valid != nil))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The whole content of a regular file; nil when it cannot be read.
  static func contents(_ path: String, size: Int) -> [UInt8]? {
    // Without O_NONBLOCK a pipe that took the file's place would never open.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      filled += count
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(4096, filled))) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
