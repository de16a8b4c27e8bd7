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

    /// - Parameter type: as `readdir` tells it.
    fileprivate init(bytes: UnsafeRawBufferPointer, type: UInt8) {
      let valid = String(validating: bytes, as: UTF8.self)
      name = valid ?? String(decoding: bytes, as: UTF8.self)
      isValid = valid != nil
      kind =
        switch Int32(type) {
        case Int32(DT_DIR): .folder
        case Int32(DT_REG): .regular
        case Int32(DT_LNK): .symbolicLink
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
    }
  }

  /// What a folder holds but `.` and `..`, in order of the names' bytes; nil when it cannot be listed.
  static func entries(of folder: String) -> [Entry]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    // The names lie one after the other in one array until they are in order: sorting strings takes several times as long.
    var names: [UInt8] = []
    var found: [(start: Int, count: Int, type: UInt8)] = []
    while let entry = readdir(stream) {
      withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        let name = raw.prefix { $0 != 0 }
        if name.elementsEqual([0x2e]) || name.elementsEqual([0x2e, 0x2e]) { return }
        found.append((names.count, name.count, entry.pointee.d_type))
        names.append(contentsOf: name)
      }
    }
    return names.withUnsafeBytes { names in
      func name(_ entry: (start: Int, count: Int, type: UInt8)) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: names[entry.start..<entry.start + entry.count])
      }
      found.sort { precedes(name($0), name($1)) }
      return found.map { Entry(bytes: name($0), type: $0.type) }
    }
  }

  private static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    // No name is empty.
    guard let one = left.baseAddress, let other = right.baseAddress else { return false }
    let order = memcmp(one, other, min(left.count, right.count))
    return order == 0 ? left.count < right.count : order < 0
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

  /// Makes an empty file that only its owner can read. One that another program made in the meantime is left as
  /// it is.
  ///
  /// - Returns: false when there is no file then.
  static func makeEmpty(_ path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return errno == EEXIST }
    close(descriptor)
    return true
  }
}
