import Foundation

/// What happens in single folders, as the system tells it.
enum FolderEvent: Hashable, Sendable {
  /// Something came, went, was renamed or written.
  case entry(folder: FolderEvents.Watch, name: String, isFolder: Bool)
  /// What was told may not be all: events were lost, or a folder went with the watch on it.
  case uncertain
}

#if os(Linux)
  /// Linux's inotify.
  final class FolderEvents {
    /// Names a folder that is watched; never used again for another.
    typealias Watch = Int32

    enum Failure: Error {
      /// The system watches no more folders for this user.
      case limitReached
      /// The folder is gone or may not be looked at.
      case unreachable
    }

    /// Can be read when there are events.
    let descriptor: Int32

    /// Nil when the system has no more to give.
    init?() {
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// A file counts as written when its writer is done with it.
    private static let kinds =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
      | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
      | UInt32(IN_ONLYDIR)

    private static let uncertainties =
      UInt32(IN_Q_OVERFLOW) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_UNMOUNT)

    /// Watches what is directly in a folder. For one that is watched it is the same watch again.
    func watch(_ folder: String) throws(Failure) -> Watch {
      let watch = inotify_add_watch(descriptor, folder, FolderEvents.kinds)
      if watch >= 0 { return watch }
      throw errno == ENOSPC || errno == ENOMEM ? .limitReached : .unreachable
    }

    func end(_ watch: Watch) { _ = inotify_rm_watch(descriptor, watch) }

    /// What was told since; does not wait.
    func take() -> [FolderEvent] {
      var events: [FolderEvent] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return events }
        buffer.withUnsafeBytes { events += FolderEvents.events(in: $0.prefix(count)) }
      }
    }

    private static func events(in bytes: Slice<UnsafeRawBufferPointer>) -> [FolderEvent] {
      let bytes = UnsafeRawBufferPointer(rebasing: bytes)
      var events: [FolderEvent] = []
      var offset = 0
      while offset < bytes.count {
        let head = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        offset += MemoryLayout<inotify_event>.size
        let name = bytes[offset..<offset + Int(head.len)].prefix { $0 != 0 }
        offset += Int(head.len)
        if let event = event(head, name: String(decoding: name, as: UTF8.self)) { events.append(event) }
      }
      return events
    }

    private static func event(_ head: inotify_event, name: String) -> FolderEvent? {
      if head.mask & uncertainties != 0 { return .uncertain }
      // The folder's own attributes, or the end of a watch, which something else told of.
      if name.isEmpty { return nil }
      return .entry(folder: head.wd, name: name, isFolder: head.mask & UInt32(IN_ISDIR) != 0)
    }
  }
#else
  /// Where the system tells nothing of folders that Linnet understands.
  final class FolderEvents {
    typealias Watch = Int32

    enum Failure: Error { case limitReached, unreachable }

    let descriptor: Int32 = -1

    init?() { return nil }

    func watch(_ folder: String) throws(Failure) -> Watch { throw .unreachable }

    func end(_ watch: Watch) {}

    func take() -> [FolderEvent] { [] }
  }
#endif
