import Foundation

/// A file that is written beside its place and put there when all is well: who looks there sees what was there before,
/// or the whole.
///
/// What is no file — a pipe, a device — is not replaced but written to.
struct StagedFile {
  /// As the person wrote it.
  private let name: String
  /// The place itself, also where a symbolic link leads to it.
  private let place: String
  /// Nil where the place was written to already.
  private let part: String?

  /// Writes everything, but does not put it in its place yet.
  ///
  /// - Parameter goOn: asked between pieces; what it throws ends the writing.
  /// - Throws: ``Failure``, or what `goOn` throws
  init(_ data: Data, for name: String, goOn: () throws -> Void) throws {
    self.name = name
    place = StagedFile.realPath(name)
    var info = stat()
    let isThere = stat(place, &info) == 0
    let isFile = !isThere || info.st_mode & S_IFMT == S_IFREG
    part = isFile ? StagedFile.part(of: place) : nil
    do {
      // An old file keeps its permissions.
      try write(data, mode: isThere ? info.st_mode & 0o777 : 0o666, goOn: goOn)
    } catch {
      discard()
      throw error
    }
  }

  /// Copies a file.
  ///
  /// - Throws: an error of Foundation
  init(copying source: String, for name: String) throws {
    self.name = name
    place = StagedFile.realPath(name)
    let part = StagedFile.part(of: place)
    self.part = part
    do {
      try FileManager.default.copyItem(atPath: source, toPath: part)
    } catch {
      discard()
      throw error
    }
  }

  /// - Throws: ``Failure``
  func putInPlace() throws {
    guard let part, rename(part, place) != 0 else { return }
    discard()
    throw failure
  }

  /// Leaves the place as it is.
  func discard() {
    if let part { unlink(part) }
  }

  private func write(_ data: Data, mode: mode_t, goOn: () throws -> Void) throws {
    let flags = O_WRONLY | O_CLOEXEC | (part == nil ? 0 : O_CREAT | O_TRUNC)
    var descriptor = open(part ?? place, flags, mode)
    // A pipe is opened when somebody reads it.
    while descriptor < 0, errno == EINTR {
      try goOn()
      descriptor = open(part ?? place, flags, mode)
    }
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    guard try OutputFile.write(data, to: descriptor, goOn: goOn) else { throw failure }
  }

  private var failure: Failure {
    Failure(
      "cannot write \(name)", hint: "check that its folder is there and may be written",
      status: .cannotCreate)
  }

  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func part(of path: String) -> String {
    "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
  }
}
