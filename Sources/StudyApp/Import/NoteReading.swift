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

  /// In step with the requests. `progress` hears how many files are done, from any thread.
  func read(_ requests: [Request], progress: @Sendable (Int) -> Void = { _ in }) -> [Result] {
    let chunkSize = 64
    let chunks = (requests.count + chunkSize - 1) / chunkSize
    let done = Mutex<(count: Int, results: [[Result]])>((0, Array(repeating: [], count: chunks)))
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let part = requests[chunk * chunkSize..<min((chunk + 1) * chunkSize, requests.count)]
      let results = part.map(read)
      let count = done.withLock { state in
        state.results[chunk] = results
        state.count += results.count
        return state.count
      }
      progress(count)
    }
    return done.withLock { $0.results.flatMap { $0 } }
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
    return .parsed(parser.parse(bytes), hash: value)
  }
}
