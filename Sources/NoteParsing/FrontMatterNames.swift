import Markdown

/// The names that stand under a key of the front matter. Of plain front matter they are kept as their places in the text.
struct FrontMatterNames: Sendable {
  private(set) var written: [StoredRange] = []
  private(set) var made: [String] = []

  mutating func add(_ names: [String]) { made += names }

  /// Adds a value of plain front matter.
  ///
  /// - Parameter separators: what the names in it are separated by; none where it is a name as a whole.
  mutating func add(_ value: Range<Int>, in bytes: Bytes, separatedBy separators: ByteSet?) {
    guard let separators else { return written.append(StoredRange(value)) }
    var start = value.lowerBound
    while start < value.upperBound {
      var end = start
      while end < value.upperBound, !separators.contains(bytes[end]) { end += 1 }
      if end > start { written.append(StoredRange(start..<end)) }
      start = end + 1
    }
  }

  /// All of them that are not empty, as they are shown.
  func names(in bytes: Bytes) -> [String] {
    made + written.compactMap { $0.range.map { TextKey.name(bytes.text($0)) } }.filter { !$0.isEmpty }
  }

  func tags(in bytes: Bytes) -> [String] { names(in: bytes).compactMap(Tag.normalized) }

  /// The tags that may matter for how cards are written.
  func tags(in bytes: Bytes, beginningWith starts: TagStarts) -> [String] {
    if made.isEmpty, !written.contains(where: { mayBegin($0, in: bytes, with: starts) }) { return [] }
    return tags(in: bytes).filter(starts.mayMatter)
  }

  private func mayBegin(_ name: StoredRange, in bytes: Bytes, with starts: TagStarts) -> Bool {
    guard let first = name.range?.first.map({ bytes[$0] }) else { return false }
    // A tag's mark and brackets are no part of it.
    return starts.mayMatter(first) || first == Byte.hash || first == Byte.openBracket || Byte.isSpace(first)
  }
}

/// The aliases and tags of a note.
///
/// Two of them are equal where they say the same, wherever it stands.
struct NoteNames: Sendable {
  var source: NoteSource?
  var aliases = FrontMatterNames()
  var tags = FrontMatterNames()

  var allAliases: [String] { source?.with { aliases.names(in: $0) } ?? [] }
  var allTags: [String] { source?.with { Tag.union(tags.tags(in: $0)) } ?? [] }
}

extension NoteNames: Hashable {
  static func == (left: NoteNames, right: NoteNames) -> Bool {
    left.allAliases == right.allAliases && left.allTags == right.allTags
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(allAliases)
    hasher.combine(allTags)
  }
}
