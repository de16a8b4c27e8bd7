import Foundation

/// Lets a test meet files it may not read although it runs as root.
package enum Privileges {
  /// False where permissions cannot be made to count: such tests are skipped, visibly.
  package static var canBeDropped: Bool { geteuid() != 0 || setFileSystemUser != nil }

  private typealias SetFileSystemUser = @convention(c) (uid_t) -> CInt

  /// Linux keeps, for each thread, the user that file permissions are checked for. The C library's header for
  /// it is in no Swift module.
  private static var setFileSystemUser: SetFileSystemUser? {
    #if os(Linux)
      guard let symbol = dlsym(nil, "setfsuid") else { return nil }
      return unsafeBitCast(symbol, to: SetFileSystemUser.self)
    #else
      return nil
    #endif
  }

  /// Does some work on this thread as a user whom file permissions bind.
  package static func dropped<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard geteuid() == 0, let setFileSystemUser else { return try work() }
    _ = setFileSystemUser(65_534)
    defer { _ = setFileSystemUser(0) }
    return try work()
  }
}
