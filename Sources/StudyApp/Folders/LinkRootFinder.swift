/// The folder within which links are resolved: the nearest one at or above the imported folder that Obsidian
/// knows as a vault, else the imported folder itself (`design.md` §9).
enum LinkRootFinder {
  static func linkRoot(of folder: String) -> String {
    var candidate = folder[...]
    while !candidate.isEmpty {
      if PosixFile.status(candidate + "/.obsidian")?.kind == .folder { return String(candidate) }
      guard let slash = candidate.lastIndex(of: "/") else { break }
      candidate = candidate[..<slash]
    }
    return folder
  }
}
