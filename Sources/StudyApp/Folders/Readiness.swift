import Foundation

/// Waits for the first of several open files that can be read.
enum Readiness {
  /// - Parameter milliseconds: how long to wait; -1 for ever.
  /// - Returns: the first one's index; nil if none could be read in time, or a signal came.
  static func wait(for descriptors: [Int32], milliseconds: Int32) -> Int? {
    var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { return nil }
    return requests.firstIndex { $0.revents != 0 }
  }
}
