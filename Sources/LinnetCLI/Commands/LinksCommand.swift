import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Show what a note links to and what links to it.",
    discussion: """
      linnet links "ECS service"       by title, alias or path, as in a wiki link
      """)

  @Argument(help: "A note or concept.")
  var concept: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let concept = try ConceptFinder.concept(named: concept, in: store)
    let out = try concept.note.map { try store.links(from: $0.id) } ?? []
    let incoming = try store.links(to: concept.id)
    let graph = GraphService(store: store, presets: try context.reviewService(store).presets)
    let notes =
      out.compactMap(\.note) + incoming.prefix(global.json ? .max : LinksText.mostRows).map(\.source.id)
    let memories = try graph.memories(ofNotes: notes, at: context.environment.start)
    if global.json {
      try context.printJSON(
        LinksDocument(
          concept: concept.name,
          out: out.map { LinksDocument.Out($0, $0.note.flatMap { memories[$0] }) },
          in: incoming.map {
            LinksDocument.In(source: $0.source.path, count: $0.count, memory: memories[$0.source.id])
          }))
    } else {
      let text = LinksText(concept, out: out, incoming: incoming, memories: memories)
      let titles = try NoteTitles(near: text.shownWithoutNote, in: store)
      Console.standardOutput(text.text(near: titles.nearest))
    }
  }
}

/// `links --json`.
private struct LinksDocument: Encodable {
  struct Out: Encodable {
    private var target: String
    private var resolved: Bool
    private var kind: String
    private var count: Int
    private var memory: ConceptMemory?

    /// - Parameter memory: of a target that is a note.
    init(_ bundle: LinkBundle, _ memory: ConceptMemory?) {
      kind = bundle.kind
      count = bundle.count
      self.memory = memory
      switch bundle.end {
      case .concept(let concept):
        target = concept.note?.path ?? concept.name
        resolved = concept.note != nil
      case .file(let path):
        target = path
        resolved = true
      }
    }

    private enum Key: String, CodingKey { case target, resolved, kind, count, cards, retrievability }

    /// A value that is not there is null, so that every link has the same keys.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(target, forKey: .target)
      try container.encode(resolved, forKey: .resolved)
      try container.encode(kind, forKey: .kind)
      try container.encode(count, forKey: .count)
      try container.encode(memory?.cards, forKey: .cards)
      try container.encode(memory?.recall, forKey: .retrievability)
    }
  }

  struct In: Encodable {
    var source: String
    var count: Int
    var memory: ConceptMemory?

    private enum Key: String, CodingKey { case source, count, cards, retrievability }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(source, forKey: .source)
      try container.encode(count, forKey: .count)
      try container.encode(memory?.cards, forKey: .cards)
      try container.encode(memory?.recall, forKey: .retrievability)
    }
  }

  var concept: String
  var out: [Out]
  var `in`: [In]
}

/// Links as a person reads them: three lists.
private struct LinksText {
  /// More of a list nobody reads.
  static let mostRows = 50

  private let concept: Concept
  private let resolved: [Row]
  private let unresolved: [Row]
  private let incoming: [(source: NotePlace, title: String, count: Int)]
  private let memories: [NoteID: ConceptMemory]

  init(
    _ concept: Concept, out: [LinkBundle], incoming: [(source: NotePlace, title: String, count: Int)],
    memories: [NoteID: ConceptMemory]
  ) {
    let rows = LinksText.rows(out, memories)
    self.concept = concept
    resolved = rows.filter(\.isResolved)
    unresolved = rows.filter { !$0.isResolved }
    self.incoming = incoming
    self.memories = memories
  }

  /// The names without a note that are shown: to look for near ones takes its time, of an index with thousands too long.
  var shownWithoutNote: [String] { unresolved.prefix(LinksText.mostRows).map(\.name) }

  /// - Parameter near: titles that may be meant by a name without a note.
  func text(near: (String) -> [String]) -> String {
    let place = concept.note.map { "  \($0.path)" } ?? "  no note has this name yet"
    let shown = LinksText.mostRows
    return
      ([concept.name + place]
      + LinksText.section("links to", resolved.prefix(shown).map { $0.shown() }, of: resolved.count)
      + LinksText.section(
        "links to, without a note", unresolved.prefix(shown).map { $0.shown(near: near($0.name)) },
        of: unresolved.count)
      + LinksText.section(
        "linked from",
        incoming.prefix(shown).map {
          ($0.title, $0.count, memories[$0.source.id].flatMap(LinkWords.memory) ?? "")
        }, of: incoming.count)).joined(separator: "\n")
  }

  /// All links to one thing, whatever their kinds.
  private struct Row {
    /// What two rows do not share.
    struct Name: Hashable {
      var text: String
      var isResolved: Bool
    }

    var name: String
    var count: Int
    var kinds: [String]
    var memory: ConceptMemory?
    var isResolved: Bool

    /// - Parameter near: titles that may be meant by a name without a note.
    func shown(near: [String] = []) -> (name: String, count: Int, remark: String) {
      let special = kinds == ["wiki"] ? [] : kinds
      let remark =
        special + [memory.flatMap(LinkWords.memory)].compactMap { $0 }
        + (near.isEmpty ? [] : ["perhaps " + Words.alternatives(near)])
      return (name, count, remark.joined(separator: ", "))
    }
  }

  private static func rows(_ bundles: [LinkBundle], _ memories: [NoteID: ConceptMemory]) -> [Row] {
    var rows: [Row] = []
    var places: [Row.Name: Int] = [:]
    for bundle in bundles {
      let row =
        switch bundle.end {
        case .file(let path):
          Row(name: path, count: bundle.count, kinds: [bundle.kind], isResolved: true)
        case .concept(let target):
          Row(
            name: target.name, count: bundle.count, kinds: [bundle.kind],
            memory: bundle.note.flatMap { memories[$0] },
            isResolved: target.note != nil)
        }
      let name = Row.Name(text: row.name, isResolved: row.isResolved)
      if let known = places[name] {
        rows[known].count += row.count
        rows[known].kinds += row.kinds
      } else {
        places[name] = rows.count
        rows.append(row)
      }
    }
    return rows.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(
      \.element)
  }

  /// - Parameter total: how many rows there are, also those that are not shown.
  private static func section(
    _ title: String, _ rows: [(name: String, count: Int, remark: String)], of total: Int
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let more = total > rows.count ? ["  … and \(Words.grouped(total - rows.count)) more; --json has all"] : []
    return ["", "\(title) (\(Words.grouped(total)))"]
      + TextTable.lines(
        rows.map { row in
          [String(row.count), Words.shortened(row.name) + (row.remark.isEmpty ? "" : "  (\(row.remark))")]
        }, [.trailing, .leading]
      ).map { "  " + $0 } + more
  }
}
