import Markdown
import StudyCore
import Yams

/// The YAML between two `---` lines at the top of a note.
struct FrontMatter {
  /// Everything up to and with the closing line.
  var range: Range<Int>
  var aliases: [String] = []
  var tags: [String] = []
  var deck: String?
  var findings: [Finding] = []

  /// Nil if the text does not begin with front matter.
  init?(_ bytes: Bytes) {
    guard bytes.has("---", at: 0) else { return nil }
    let firstEnd = bytes.lineEnd(from: 0)
    guard bytes.trimmed(0..<firstEnd).count == 3 else { return nil }
    var line = firstEnd + 1
    while line < bytes.count {
      let end = bytes.lineEnd(from: line)
      if bytes.has("---", at: line), bytes.trimmed(line..<end) == line..<line + 3 {
        range = 0..<min(end + 1, bytes.count)
        read(yaml: bytes.text(firstEnd + 1..<line))
        return
      }
      line = end + 1
    }
    return nil
  }

  private mutating func read(yaml: String) {
    do {
      guard let mapping = try Yams.compose(yaml: yaml)?.mapping else { return }
      for (key, value) in mapping {
        switch key.string?.lowercased() {
        case "aliases", "alias": aliases += strings(value, separators: ",")
        case "tags", "tag": tags += strings(value, separators: ", ").compactMap(Tag.normalized)
        case "deck", "anki-deck": deck = value.string.map(TextKey.name)
        default: break
        }
      }
    } catch {
      findings.append(invalid(error))
    }
  }

  /// A list's scalars, or one string cut at any of the separators.
  private func strings(_ node: Node, separators: String) -> [String] {
    let raw: [String]
    if let sequence = node.sequence {
      raw = sequence.compactMap(\.string)
    } else if let text = node.string, node.null == nil {
      raw = text.split { separators.contains($0) }.map(String.init)
    } else {
      raw = []
    }
    return raw.map(TextKey.name).filter { !$0.isEmpty }
  }

  private func invalid(_ error: any Error) -> Finding {
    var place = Finding.Place(line: 1, column: 1)
    var reason = ""
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        // Yams counts from 1 within the YAML, whose first line is the file's second.
        place = Finding.Place(line: mark.line + 1, column: mark.column)
        reason = ": \(problem)"
      default: break
      }
    }
    return Finding(
      severity: .warning, code: .frontMatterInvalid, message: "the front matter is not valid YAML\(reason)",
      fix:
        "mend it, or its aliases, tags and deck are not read; quote values that hold `: ` or begin with `[`",
      place: place)
  }
}
