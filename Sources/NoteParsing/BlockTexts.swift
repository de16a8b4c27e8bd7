import Markdown
import StudyCore

/// The texts of a block. Those that stand in the note as they are meant are kept as their places in it.
///
/// Two of them are equal where they say the same, wherever it stands.
struct BlockTexts: Sendable {
  /// Where the places are; nil where all texts are made already.
  var source: NoteSource?
  var fields: FieldTexts
  var tags: TagTexts = .made([])
  var headings: HeadingPath = .made([])

  var allFields: [Field] {
    switch fields {
    case .made(let fields): fields
    case .written: source?.with { fields.fields(in: $0) } ?? []
    }
  }

  var allTags: [String] {
    switch tags {
    case .made(let tags): tags
    case .written: source?.with { tags.tags(in: $0) } ?? []
    }
  }

  var allHeadings: [String] {
    switch headings {
    case .made(let titles): titles
    case .below(let index): source?.path(to: index) ?? []
    }
  }

  /// Reads the text of a field where it stands.
  func withText<Result>(of index: Int, _ read: (Bytes) -> Result) -> Result {
    switch fields {
    case .made(let fields):
      var text = fields[index].text
      return text.withUTF8(read)
    case .written(_, let places):
      guard let range = places[index].range, let source else { return read(Bytes(start: nil, count: 0)) }
      return source.with { read(Bytes(rebasing: $0[range])) }
    }
  }
}

extension BlockTexts: Hashable {
  static func == (left: BlockTexts, right: BlockTexts) -> Bool {
    left.allFields == right.allFields && left.allTags == right.allTags
      && left.allHeadings == right.allHeadings
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(allFields)
    hasher.combine(allTags)
    hasher.combine(allHeadings)
  }
}

/// The tags of a block.
enum TagTexts: Sendable {
  /// Words that are tags as they stand, each once.
  case written(StoredRange)
  case made([String])

  /// - Parameter bytes: the text that the place is in.
  func tags(in bytes: Bytes) -> [String] {
    switch self {
    case .made(let tags): tags
    case .written(let range): Tag.list(in: bytes, range.range ?? 0..<0)
    }
  }
}

/// The headings above a block.
enum HeadingPath: Sendable {
  /// The innermost, by its index among the headings of the note.
  case below(Int?)
  case made([String])
}

/// The fields of a block.
enum FieldTexts: Sendable {
  /// One piece of the text for each name, without blanks at its ends.
  case written(names: [String], FieldPlaces)
  case made([Field])

  var count: Int {
    switch self {
    case .written(let names, _): names.count
    case .made(let fields): fields.count
    }
  }

  func isEmpty(_ index: Int) -> Bool {
    switch self {
    case .written(_, let places): places[index].isEmpty
    case .made(let fields): fields[index].text.isEmpty
    }
  }

  func name(_ index: Int) -> String {
    switch self {
    case .written(let names, _): names[index]
    case .made(let fields): fields[index].name
    }
  }

  /// - Parameter bytes: the text that the places are in.
  func fields(in bytes: Bytes) -> [Field] {
    switch self {
    case .made(let fields): fields
    case .written(let names, let places):
      names.indices.map { Field(name: names[$0], text: places[$0].range.map(bytes.text) ?? "") }
    }
  }
}

/// Where fields stand; nearly all types have two, for which nothing else need be allocated.
struct FieldPlaces: Sendable {
  private var first = StoredRange.none
  private var second = StoredRange.none
  private var others: [StoredRange] = []

  subscript(index: Int) -> StoredRange {
    get {
      switch index {
      case 0: first
      case 1: second
      default: index - 2 < others.count ? others[index - 2] : .none
      }
    }
    set {
      switch index {
      case 0: first = newValue
      case 1: second = newValue
      default:
        while others.count <= index - 2 { others.append(.none) }
        others[index - 2] = newValue
      }
    }
  }
}
