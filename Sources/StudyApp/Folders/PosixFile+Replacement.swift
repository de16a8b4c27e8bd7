import Foundation

extension PosixFile {
  /// True if the file's permissions and its disk allow writing. Where nobody may write, not even its owner, the
  /// system's administrator is not asked to either.
  static func isWritable(_ path: String) -> Bool {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & 0o222 != 0 else { return false }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// A new file that takes the place of another at once, so that no reader sees half of it.
  struct Replacement {
    private let path: String
    private let descriptor: Int32

    /// Makes an empty file in a folder; its name begins with a dot, so that nobody reads it as a note. Nil where
    /// the folder does not allow it.
    init?(in folder: String) {
      var name = Array((folder + "/.linnet-XXXXXX").utf8CString)
      descriptor = mkstemp(&name)
      guard descriptor >= 0 else { return nil }
      path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// - Returns: false if not everything is on the disk then.
    func write(_ bytes: [UInt8]) -> Bool {
      var written = 0
      while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes {
          Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return fsync(descriptor) == 0
    }

    /// Takes over owner, group and permissions of another file.
    func takeOwnership(of other: String) -> Bool {
      var (own, wanted) = (stat(), stat())
      guard fstat(descriptor, &own) == 0, stat(other, &wanted) == 0 else { return false }
      if (own.st_uid, own.st_gid) != (wanted.st_uid, wanted.st_gid),
        fchown(descriptor, wanted.st_uid, wanted.st_gid) != 0
      {
        return false
      }
      return fchmod(descriptor, wanted.st_mode & 0o7777) == 0
    }

    /// Ends the replacement: the file is now the one at the path.
    func put(at other: String) -> Bool {
      guard rename(path, other) == 0 else { return false }
      close(descriptor)
      return true
    }

    /// Ends the replacement and leaves nothing behind.
    func discard() {
      close(descriptor)
      unlink(path)
    }
  }
}
