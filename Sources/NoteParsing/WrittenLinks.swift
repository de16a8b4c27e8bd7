import Markdown
import StudyCore

/// The links of a note in the order in which they were found: their places in its text, of which names are made when they are
/// asked for.
///
/// Two of them are equal where they name the same, wherever it stands.
struct WrittenLinks: Sendable {
  struct Link: Sendable {
    var kind: NoteLink.Kind
    var countsForGraph: Bool
    /// Below 0 where the link sits in no card.
    var block: Int32
    var line: UInt32
    var column: UInt32
    var target: StoredRange
    var fragment: StoredRange
  }

  var source: NoteSource?
  var links: [Link] = []

  var named: [NoteLink] { source?.with { bytes in links.map { $0.named(in: bytes) } } ?? [] }
}

extension WrittenLinks.Link {
  fileprivate func named(in bytes: Bytes) -> NoteLink {
    NoteLink(
      kind: kind, target: LinkReader.target(target.range ?? 0..<0, kind, in: bytes),
      fragment: fragment.range.map { LinkReader.name($0, in: bytes) },
      place: Finding.Place(line: Int(line), column: Int(column)), block: block < 0 ? nil : Int(block),
      countsForGraph: countsForGraph)
  }
}

extension WrittenLinks: Hashable {
  static func == (left: WrittenLinks, right: WrittenLinks) -> Bool { left.named == right.named }
  func hash(into hasher: inout Hasher) { hasher.combine(named) }
}
