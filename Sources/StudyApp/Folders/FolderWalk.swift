import StudyCore
import StudyStore

/// Everything a folder holds, as far as an import cares. A walk never fails: what cannot be read is a finding.
struct FolderWalk: Sendable {
  struct NoteFile: Hashable, Sendable {
    /// Relative to the folder walked.
    var path: String
    var stamp: FileStamp
  }

  private(set) var notes: [NoteFile] = []
  /// Paths of the files that are no notes.
  private(set) var otherFiles: [String] = []
  private(set) var findings: [(path: String, finding: Finding)] = []
  /// Folders that could not be listed: what was known below them stays.
  private(set) var unlistedFolders: [String] = []

  private let root: String
  private let rules: IgnoreRules
  private var seen = Set<[UInt64]>()

  /// A note longer than this is taken for something else: 16 MiB.
  static let greatestSize: Int64 = 16 << 20

  init(_ root: String, rules: IgnoreRules) {
    self.root = root
    self.rules = rules
    walk("")
  }

  private mutating func walk(_ folder: String) {
    let absolute = folder.isEmpty ? root : root + "/" + folder
    guard let status = PosixFile.status(absolute), seen.insert(status.identity).inserted else {
      report(
        .symbolicLinkLoop, folder, .note, "this link leads to a folder that is read already",
        "nothing to do; its notes are read once")
      return
    }
    guard let names = PosixFile.names(in: absolute) else {
      unlistedFolders.append(folder)
      report(
        .unreadable, folder, .error, "the folder cannot be listed; what was known of its notes is kept",
        "allow reading it, then import again")
      return
    }
    for (name, isFolder, isValid) in names {
      let path = folder.isEmpty ? name : folder + "/" + name
      guard !rules.ignores(path: path, name: name) else { continue }
      guard isValid else {
        report(
          .unreadable, path, .warning, "the file's name is not valid UTF-8, so it is not read",
          "rename the file")
        continue
      }
      visit(path, isNote: FolderWalk.isNote(name), isFolder: isFolder)
    }
  }

  static func isNote(_ name: String) -> Bool {
    name.utf8.count > 3 && name.suffix(3).lowercased() == ".md"
  }

  private mutating func visit(_ path: String, isNote: Bool, isFolder: Bool?) {
    if isFolder == true { return walk(path) }
    if isFolder == false, !isNote { return otherFiles.append(path) }
    guard let status = PosixFile.status(root + "/" + path) else {
      report(
        .unreadable, path, .warning, "this link leads nowhere, or the file went away",
        "mend or remove the link")
      return
    }
    switch status.kind {
    case .folder: walk(path)
    case .regular where !isNote: otherFiles.append(path)
    case .regular where status.stamp.size > FolderWalk.greatestSize:
      report(
        .fileTooLarge, path, .warning, "the file is larger than 16 MiB, so it is not read",
        "split the note, or list it under ignore in .linnet.yml")
    case .regular: notes.append(NoteFile(path: path, stamp: status.stamp))
    case .other, .symbolicLink:
      guard isNote else { return }
      report(
        .notARegularFile, path, .warning, "this is a pipe, socket or device, not a file",
        "move it out of the notes")
    }
  }

  private mutating func report(
    _ code: FindingCode, _ path: String, _ severity: Finding.Severity, _ message: String, _ fix: String
  ) {
    let finding = Finding(severity: severity, code: code, message: message, fix: fix, place: .wholeFile)
    findings.append((path, finding))
  }
}
