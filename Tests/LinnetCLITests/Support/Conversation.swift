import Foundation

/// A running `linnet review`, typed at and read through pipes. It waits for what is written, never for time.
final class Conversation {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private var unread = ""

  init(_ sandbox: Sandbox, _ command: String) throws {
    // The shell makes room for the program: what is killed is the program.
    process = sandbox.process("exec " + command)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.start()
    try output.fileHandleForWriting.close()
    try input.fileHandleForReading.close()
  }

  func type(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Reads on until the text was written, and forgets what came before it; false if the program ended first, or
  /// wrote nothing for half a minute.
  func waits(for text: String) -> Bool {
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
    if let range = unread.range(of: text) { unread.removeSubrange(..<range.upperBound) }
    return true
  }

  /// Ends it as `kill -9` does: it has no chance to do anything about it.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Sends what Ctrl-C sends.
  func interrupt() { Foundation.kill(process.processIdentifier, SIGINT) }

  /// Closes the input and waits for the end.
  func end() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
