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
  /// Full paths of the folders in which a change concerns the notes: those that were listed, and those in which notes lie
  /// that links lead to.
  private(set) var folders: [String] = []
  /// Folders that could not be listed: what was known below them stays.
  private(set) var unlistedFolders: [String] = []

  private let root: String
  private let rules: IgnoreRules
  private var seen = Set<PosixFile.Identity>()
  /// Symbolic links are followed last, so that a note is read where it really lies.
  private var links: [String] = []

  /// A note longer than this is taken for something else: 16 MiB.
  static let greatestSize: Int64 = 16 << 20

  /// - Parameter root: a real path.
  init(_ root: String, rules: IgnoreRules) {
    self.root = root
    self.rules = rules
    walk("")
    followLinks()
  }

  /// True if the path lies in a folder that could not be listed.
  func isUntold(_ path: String) -> Bool {
    unlistedFolders.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
  }

  private func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  private mutating func walk(_ folder: String) {
    let status = PosixFile.status(absolute(folder))
    guard let status, let entries = PosixFile.entries(of: absolute(folder)) else {
      unlistedFolders.append(folder)
      report(
        .unreadable, folder, .error, "the folder cannot be listed; what was known of its notes is kept",
        "allow reading it, then import again")
      return
    }
    guard seen.insert(status.identity).inserted else { return reportLoop(folder) }
    folders.append(absolute(folder))
    for entry in entries {
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      guard !rules.ignores(path: path, name: entry.name) else { continue }
      guard entry.isValid else {
        report(
          .unreadable, path, .warning, "the name is not valid UTF-8, so it is not read", "rename it")
        continue
      }
      switch entry.kind ?? PosixFile.status(absolute(path), followingLinks: false)?.kind {
      case .folder: walk(path)
      case .symbolicLink: links.append(path)
      case .regular where !FolderWalk.isNote(entry.name): otherFiles.append(path)
      default: visit(path)
      }
    }
  }

  static func isNote(_ name: some StringProtocol) -> Bool {
    let ending = name.utf8.suffix(3)
    return name.utf8.count > 3
      && (ending.elementsEqual(".md".utf8) || ending.elementsEqual(".MD".utf8)
        || ending.elementsEqual(".Md".utf8) || ending.elementsEqual(".mD".utf8))
  }

  private mutating func visit(_ path: String) {
    let isNote = FolderWalk.isNote(LinkIndex.lastPart(of: path))
    guard let status = PosixFile.status(absolute(path)) else {
      return report(
        .unreadable, path, .warning, "the file cannot be looked at; what was known of it is kept",
        "allow reading its folder, then import again")
    }
    switch status.kind {
    case .regular where !isNote: otherFiles.append(path)
    case .regular where status.stamp.size > FolderWalk.greatestSize:
      report(
        .fileTooLarge, path, .warning, "the file is larger than 16 MiB, so it is not read",
        "split the note, or list it under ignore in .linnet.yml")
    case .regular: notes.append(NoteFile(path: path, stamp: status.stamp))
    case .folder, .symbolicLink, .other:
      guard isNote else { return }
      report(
        .notARegularFile, path, .warning, "this is a pipe, socket or device, not a file",
        "move it out of the notes")
    }
  }

  // MARK: Symbolic links

  private mutating func followLinks() {
    guard !links.isEmpty else { return }
    var read = Set(notes.map { ExactPath($0.path) })
    // Folders behind links can hold more links.
    while !links.isEmpty {
      let path = links.removeFirst()
      guard let real = PosixFile.realPath(absolute(path)), let status = PosixFile.status(real) else {
        report(
          .unreadable, path, .warning, "this link leads nowhere, or where reading is not allowed",
          "mend or remove the link")
        continue
      }
      let before = notes.count
      if status.kind == .folder {
        if PathResolver.contains(real, root) { reportLoop(path) } else { walk(path) }
      } else if isRead(real, read), FolderWalk.isNote(LinkIndex.lastPart(of: path)) {
        otherFiles.append(path)
        report(
          .symbolicLinkLoop, path, .note, "this link leads to a note that is read already",
          "nothing to do; its cards are read once")
      } else {
        visit(path)
        folders.append(String(LinkIndex.folder(of: real)))
      }
      read.formUnion(notes[before...].map { ExactPath($0.path) })
    }
  }

  private func isRead(_ real: String, _ read: Set<ExactPath>) -> Bool {
    real != root && PathResolver.contains(root, real)
      && read.contains(ExactPath(String(decoding: real.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self)))
  }

  private mutating func reportLoop(_ folder: String) {
    report(
      .symbolicLinkLoop, folder, .note, "this link leads to a folder that is read already",
      "nothing to do; its notes are read once")
  }

  private mutating func report(
    _ code: FindingCode, _ path: String, _ severity: Finding.Severity, _ message: String, _ fix: String
  ) {
    let finding = Finding(severity: severity, code: code, message: message, fix: fix, place: .wholeFile)
    findings.append((path, finding))
  }
}
