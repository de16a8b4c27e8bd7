import Foundation

/// A running `linnet`, typed at and read through pipes. It waits for what is written, never for time.
///
/// Started as a terminal would: no signal is blocked and Ctrl-C is not ignored, whatever other tests do in this
/// process meanwhile. Foundation's `Process` hands such things down.
final class Conversation {
  private let id: pid_t
  private let input = Pipe()
  private let output = Pipe()
  private var unread = ""
  private var status: Int32?

  init(_ sandbox: Sandbox, _ command: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let ends = [input.fileHandleForReading, output.fileHandleForWriting]
    for (number, end) in ends.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end.fileDescriptor, Int32(number))
    }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGQUIT)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    // The shell lets go of the pipes of other tests, who would wait for their end in vain, and makes room for the
    // program: what is killed is the program.
    let release = "for file in {3..255}; do eval \"exec $file>&-\"; done"
    let line = "\(release); cd '\(sandbox.folder.path)' && exec \(command)"
    let words = Conversation.terminated(["/bin/bash", "-c", line])
    let variables = Conversation.terminated(sandbox.environment().map { "\($0)=\($1)" })
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/bash", &actions, &attributes, words, variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOEXEC) }
    id = child
    for end in ends { try end.close() }
  }

  /// As C wants lists of strings; to be freed.
  private static func terminated(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { (text: String) -> UnsafeMutablePointer<CChar>? in strdup(text) } + [nil]
  }

  func type(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Reads on until the text was written, and forgets what came before it; false if the program ended first, or
  /// wrote nothing for half a minute.
  func waits(for text: String) -> Bool {
    guard reads(until: text) else { return false }
    if let range = unread.range(of: text) { unread.removeSubrange(..<range.upperBound) }
    return true
  }

  /// The next line, without its end; nil if none comes.
  func line() -> String? {
    guard reads(until: "\n"), let end = unread.firstIndex(of: "\n") else { return nil }
    defer { unread.removeSubrange(...end) }
    return String(unread[..<end])
  }

  private func reads(until text: String) -> Bool {
    while !unread.contains(text) {
      var request = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 30_000) > 0 else {
        kill()
        return false
      }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return false }
      unread += String(decoding: data, as: UTF8.self)
    }
    return true
  }

  /// Ends it as `kill -9` does: it has no chance to do anything about it.
  func kill() {
    Foundation.kill(id, SIGKILL)
    _ = wait()
  }

  /// Sends what Ctrl-C sends.
  func interrupt() { Foundation.kill(id, SIGINT) }

  /// Closes the input and waits for the end.
  ///
  /// - Returns: the exit code, or 128 and the number of the signal that ended it.
  func end() throws -> Int32 {
    try input.fileHandleForWriting.close()
    return wait()
  }

  private func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(id, &raw, 0) < 0, errno == EINTR {}
    let signal = raw & 0x7f
    let code = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
    status = code
    return code
  }
}
