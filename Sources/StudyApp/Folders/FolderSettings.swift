import Foundation
import NoteParsing
import StudyCore
import Yams

/// What `.linnet.yml` in an imported folder says.
///
///     ignore: ["Templates/*", "*.draft.md"]
///     decks:
///       Languages/German: Deutsch
///     syntaxes:
///       question-answer: Basic
///     note-types:
///       Vocabulary: [Word, Meaning, Example]
struct FolderSettings: Sendable {
  static let fileName = ".linnet.yml"

  var ignore: [String] = []
  /// Deck by folder below the imported one; the innermost rule counts, deeper folders become parts of the deck.
  var decks: [(folder: String, deck: String)] = []
  /// Ways in which cards are written in all notes of the folder; with the note type where one is named.
  var syntaxes: [(syntax: FolderSyntax, noteType: String?)] = []
  /// Types with their fields in order.
  var noteTypes: [NoteType] = []
  var findings: [Finding] = []

  /// What an import of the folder passes over.
  var ignoreRules: IgnoreRules { IgnoreRules(patterns: IgnoreRules.builtIn + ignore) }

  /// - Parameter folder: path of an imported folder.
  init(folder: String) {
    let path = folder + "/" + FolderSettings.fileName
    guard let status = PosixFile.status(path), status.kind == .regular,
      let bytes = PosixFile.contents(path, size: Int(status.stamp.size))
    else { return }
    read(String(decoding: bytes, as: UTF8.self))
  }

  init(yaml: String) { read(yaml) }

  private mutating func read(_ yaml: String) {
    do {
      guard let node = try Yams.compose(yaml: yaml), node.null == nil else { return }
      guard let mapping = node.mapping else {
        return report(
          "the settings file is no list of `name: value`", "write, for example: ignore: [\"Templates\"]")
      }
      for (key, value) in mapping { read(key.string ?? "", value) }
    } catch {
      report(
        "the settings file is not valid YAML: \(error)",
        "mend it; until then this folder is read with the built-in settings")
    }
  }

  private mutating func read(_ key: String, _ value: Node) {
    switch key {
    case "ignore":
      guard let patterns = value.sequence?.map(\.string) ?? value.string.map({ [$0] }),
        !patterns.contains(nil)
      else {
        return report("`ignore` is not a list of patterns", "write, for example: ignore: [\"Templates\"]")
      }
      ignore = patterns.compactMap { $0 }
    case "decks":
      guard let rules = value.mapping, rules.allSatisfy({ $0.key.string != nil && $0.value.string != nil })
      else {
        return report(
          "`decks` does not name a deck for each folder", "write, for example: decks: {Languages: Words}")
      }
      decks = rules.map { folder, deck in
        // A folder is named without slashes around it.
        (folder.string.map { $0.split(separator: "/").joined(separator: "/") } ?? "", deck.string ?? "")
      }
    case "syntaxes": readSyntaxes(value)
    case "note-types":
      guard let types = value.mapping else {
        return report(
          "`note-types` does not list the fields of each type",
          "write, for example: note-types: {Vocabulary: [Word, Meaning]}")
      }
      for (name, fields) in types { readNoteType(name.string ?? "", fields) }
    default:
      report(
        "\"\(key)\" is no setting of a folder",
        "the settings are `ignore`, `decks`, `syntaxes` and `note-types`")
    }
  }

  /// A list of names, or a note type by name.
  private mutating func readSyntaxes(_ value: Node) {
    let named: [(Node, Node?)] =
      value.mapping.map { $0.map { ($0.key, $0.value) } } ?? (value.sequence ?? [value]).map { ($0, nil) }
    for (name, noteType) in named {
      guard let syntax = FolderSyntax(rawValue: name.string ?? "") else {
        report(
          "\"\(name.string ?? "")\" is no way of writing cards",
          "write one or more of: " + FolderSyntax.names.joined(separator: ", "))
        continue
      }
      syntaxes.append((syntax, noteType?.string))
    }
  }

  private mutating func readNoteType(_ name: String, _ value: Node) {
    let fields = value.sequence?.compactMap(\.string) ?? []
    guard !name.isEmpty, !fields.isEmpty, fields.count == value.sequence?.count,
      Set(fields).count == fields.count
    else {
      return report(
        "the note type \"\(name)\" has no list of fields, each with a name of its own",
        "write, for example: note-types: {Vocabulary: [Word, Meaning]}")
    }
    let isCloze = name.lowercased().contains("cloze")
    let stock = NoteType.stock.first { $0.name == name }?.behavior
    noteTypes.append(NoteType(name: name, fields: fields, behavior: stock ?? (isCloze ? .cloze : .basic)))
  }

  private mutating func report(_ message: String, _ fix: String) {
    findings.append(
      Finding(severity: .error, code: .settingsInvalid, message: message, fix: fix, place: .wholeFile))
  }
}
