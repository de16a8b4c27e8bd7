import Dispatch
import NoteParsing
import StudyCore
import StudyStore
import Synchronization

/// Reads and parses note files on all cores. Nothing is written while it runs.
struct NoteReading: Sendable {
  struct Request: Sendable {
    var file: FolderWalk.NoteFile
    /// The content hash of the import before; nil parses the file whatever it holds.
    var knownHash: UInt64?
  }

  enum Result: Sendable {
    case parsed(ParsedNote, hash: UInt64)
    /// The bytes are those of the import before, whatever the file's date says.
    case unchanged
    /// The file cannot be read as a note.
    case refused(Finding)
  }

  let folder: String
  let parser: NoteParser

  /// What was read so far, in parts of which some are still to come.
  private struct State {
    var count = 0
    var parts: [[Result]]
    var failure: (any Error)?
  }

  /// In step with the requests. `progress` hears how many files are done, from any thread; what it throws ends the reading.
  func read(
    _ requests: [Request], progress: @Sendable (Int) throws -> Void = { _ in }
  ) throws -> [Result] {
    let chunkSize = 64
    let chunks = (requests.count + chunkSize - 1) / chunkSize
    let done = Mutex(State(parts: Array(repeating: [], count: chunks)))
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      guard done.withLock({ $0.failure == nil }) else { return }
      let part = requests[chunk * chunkSize..<min((chunk + 1) * chunkSize, requests.count)]
      let results = part.map(read)
      let count = done.withLock { state in
        state.parts[chunk] = results
        state.count += results.count
        return state.count
      }
      do {
        try progress(count)
      } catch {
        done.withLock { $0.failure = error }
      }
    }
    return try done.withLock { state in
      if let failure = state.failure { throw failure }
      return state.parts.flatMap { $0 }
    }
  }

  private func read(_ request: Request) -> Result {
    let file = request.file
    guard let bytes = PosixFile.contents(folder + "/" + file.path, size: Int(file.stamp.size)) else {
      return .refused(
        Finding(
          severity: .error, code: .unreadable,
          message: "the file cannot be read; what was known of it is kept",
          fix: "allow reading it, then import again", place: .wholeFile))
    }
    var hash = StableHash()
    bytes.withUnsafeBufferPointer { hash.combine(buffer: $0) }
    let value = hash.finalize()
    if request.knownHash == value { return .unchanged }
    return .parsed(parser.parse(bytes, name: NoteTitle.ofNote(at: file.path)), hash: value)
  }
}
