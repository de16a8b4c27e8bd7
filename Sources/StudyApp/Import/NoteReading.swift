import Dispatch
import NoteParsing
import StudyCore
import StudyStore
import Synchronization

/// Reads and parses note files on all cores. Nothing is written while it runs.
struct NoteReading: Sendable {
  enum Result: Sendable {
    case parsed(ParsedNote, hash: UInt64, stamp: FileStamp)
    /// The bytes are those of the import before, whatever the file's date says.
    case unchanged(FileStamp)
    /// The file cannot be read as a note.
    case refused(Finding)
  }

  let folder: String
  let parser: NoteParser
  /// Content hashes of the import before, by path.
  let knownHashes: [String: UInt64]
  /// Parse also what did not change.
  let isForced: Bool

  /// In step with the files. `progress` hears how many files are done, from any thread.
  func read(
    _ files: [FolderWalk.NoteFile], progress: @Sendable (Int) -> Void = { _ in }
  ) -> [Result] {
    let chunkSize = 64
    let chunks = (files.count + chunkSize - 1) / chunkSize
    let done = Mutex<(count: Int, results: [[Result]])>((0, Array(repeating: [], count: chunks)))
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let part = files[chunk * chunkSize..<min((chunk + 1) * chunkSize, files.count)]
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

  private func read(_ file: FolderWalk.NoteFile) -> Result {
    guard let bytes = PosixFile.contents(folder + "/" + file.path, size: Int(file.stamp.size)) else {
      return refused(
        .unreadable, .error, "the file cannot be read; what was known of it is kept",
        "allow reading it, then import again")
    }
    var hash = StableHash()
    bytes.withUnsafeBufferPointer { hash.combine(buffer: $0) }
    let value = hash.finalize()
    if !isForced, knownHashes[file.path] == value { return .unchanged(file.stamp) }
    let note = bytes.contains(0) ? NoteReading.binaryNote : parser.parse(bytes)
    return .parsed(note, hash: value, stamp: file.stamp)
  }

  /// A file that is no text is a note all the same: links may lead to it.
  private static let binaryNote: ParsedNote = {
    var note = ParsedNote()
    note.findings.append(
      Finding(
        severity: .warning, code: .binaryFile, message: "the file holds NUL bytes, so it is no text",
        fix: "rename it if it is no note", place: .wholeFile))
    return note
  }()

  private func refused(
    _ code: FindingCode, _ severity: Finding.Severity, _ message: String, _ fix: String
  ) -> Result {
    .refused(Finding(severity: severity, code: code, message: message, fix: fix, place: .wholeFile))
  }
}
