import Foundation

/// A process whose input is a pipe and whose output goes into files, so that a full pipe cannot stop it.
///
/// Unlike Foundation's `Process` it begins without blocked signals, so that it can be interrupted.
final class SpawnedProcess {
  struct Ending {
    /// The exit code, or 128 and the signal's number, as a shell has it.
    var status: Int32
    var wasKilled: Bool
  }

  private let id: pid_t
  private let input: FileHandle
  private let outputPath: String
  private let errorPath: String

  init(_ arguments: [String], environment: [String: String], output: String, errors: String) throws {
    (outputPath, errorPath) = (output, errors)
    let pipe = Pipe()
    input = pipe.fileHandleForWriting

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let reader = pipe.fileHandleForReading.fileDescriptor
    posix_spawn_file_actions_adddup2(&actions, reader, 0)
    for (descriptor, path) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    for descriptor in [reader, input.fileDescriptor] {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)

    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOEXEC) }
    id = child
    try pipe.fileHandleForReading.close()
  }

  /// A child that has ended reads no more; that is no error here.
  func write(_ text: String) { try? input.write(contentsOf: Data(text.utf8)) }

  func send(_ signal: Int32) { kill(id, signal) }

  /// Waits until the output holds `text` so many times; false if the process never gets there.
  func writes(_ text: String, times: Int = 1) -> Bool {
    for _ in 0..<2_000_000 {
      if output.components(separatedBy: text).count > times { return true }
      sched_yield()
    }
    return false
  }

  /// No more input will come.
  func closeInput() { try? input.close() }

  func wait() -> Ending {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return Ending(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, wasKilled: signal != 0)
  }

  /// What it wrote so far.
  var output: String { (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "" }
  var errors: String { (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? "" }
}
