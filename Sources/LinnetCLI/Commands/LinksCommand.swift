import ArgumentParser
import StudyApp
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
    if global.json {
      try context.printJSON(
        LinksDocument(
          concept: concept.name,
          out: out.map { LinksDocument.Out($0) },
          in: incoming.map { LinksDocument.In(source: $0.source.path, count: $0.count) }))
    } else {
      Console.standardOutput(LinksText.text(concept, out: out, incoming: incoming))
    }
  }
}

/// `links --json`.
private struct LinksDocument: Encodable {
  struct Out: Encodable {
    var target: String
    var resolved: Bool
    var kind: String
    var count: Int

    init(_ bundle: LinkBundle) {
      kind = bundle.kind
      count = bundle.count
      switch bundle.end {
      case .concept(let concept, _):
        target = concept.note?.path ?? concept.name
        resolved = concept.note != nil
      case .file(let path):
        target = path
        resolved = true
      }
    }
  }

  struct In: Encodable {
    var source: String
    var count: Int
  }

  var concept: String
  var out: [Out]
  var `in`: [In]
}

/// Links as a person reads them: three lists.
enum LinksText {
  static func text(
    _ concept: Concept, out: [LinkBundle], incoming: [(source: NotePlace, title: String, count: Int)]
  ) -> String {
    var resolved: [(String, Int, String)] = []
    var unresolved: [(String, Int, String)] = []
    for bundle in out {
      let kind = bundle.kind == "wiki" ? "" : bundle.kind
      switch bundle.end {
      case .file(let path): resolved.append((path, bundle.count, "file"))
      case .concept(let target, let cards):
        let remark = [kind, cards > 0 ? Words.count(cards, "card") : ""].filter { !$0.isEmpty }.joined(
          separator: ", ")
        if target.note == nil {
          unresolved.append((target.name, bundle.count, kind))
        } else {
          resolved.append((target.name, bundle.count, remark))
        }
      }
    }
    let place = concept.note.map { "  \($0.path)" } ?? "  no note has this name yet"
    var lines = [concept.name + place]
    lines += section("links to", resolved)
    lines += section("links to, without a note", unresolved)
    lines += section("linked from", incoming.map { ($0.title, $0.count, "") })
    return lines.joined(separator: "\n")
  }

  private static func section(_ title: String, _ rows: [(name: String, count: Int, remark: String)])
    -> [String]
  {
    guard !rows.isEmpty else { return [] }
    let width = rows.map { String($0.count).count }.max() ?? 1
    return ["", "\(title) (\(rows.count))"]
      + rows.map { row in
        let count = String(repeating: " ", count: width - String(row.count).count) + String(row.count)
        return "  \(count)  \(row.name)" + (row.remark.isEmpty ? "" : "  (\(row.remark))")
      }
  }
}
