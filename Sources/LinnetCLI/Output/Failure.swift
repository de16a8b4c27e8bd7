import StudyApp
import StudyCore
import StudyStore
import Terminal

/// An error as a person reads it: what happened, what to do about it, and the exit code.
package struct Failure: Error, Hashable {
  package var message: String
  package var hint: String?
  package var status: ExitStatus

  package init(_ message: String, hint: String? = nil, status: ExitStatus) {
    self.message = message
    self.hint = hint
    self.status = status
  }

  package var text: String {
    "linnet: \(message)" + (hint.map { "\n        \($0)" } ?? "")
  }

  /// Nil for errors of the command line parser, which speaks for itself.
  package init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StudyStoreError: self.init(store: error)
    case let error as StudyAppError: self.init(app: error)
    case let error as TerminalFailure: self.init(terminal: error)
    case let error as UserSettingsError: self.init(settings: error)
    case let error as SettingError:
      self.init(
        "\(error.name) is \"\(error.value)\"", hint: "it should be \(error.expected)", status: .badSettings)
    default: return nil
    }
  }

  private init(store error: StudyStoreError) {
    switch error {
    case .notACollection(let path):
      self.init(
        "\(path) is not a Linnet database", hint: "name another file with --database, or move this one away",
        status: .notFound)
    case .fromNewerVersion(let path):
      self.init(
        "\(path) was written by a newer Linnet", hint: "update Linnet; nothing was changed", status: .failed)
    case .notFound(let path):
      self.init(
        "there is no collection at \(path) yet", hint: "import a notes folder first: linnet import ~/notes",
        status: .notFound)
    case .cannotCreate(let path, let reason):
      self.init(
        "cannot create \(path): \(reason)", hint: "choose another place with --database FILE",
        status: .cannotCreate)
    case .cannotWrite(let path, let reason):
      self.init(
        "cannot write \(path): \(reason)",
        hint: "free some space or allow writing there; everything answered so far is kept",
        status: .inputOutput)
    case .busy(let path):
      self.init(
        "another program is writing to \(path)", hint: "try again in a moment; nothing was changed",
        status: .busy)
    case .interrupted: self.init("interrupted; nothing was changed", status: .interrupted)
    case .entriesDiffer(let id):
      self.init(
        "the log that came has another entry \(id.number) of the same device; nothing was changed",
        hint: "its file was edited, or another copy of this collection answered as if it were this one",
        status: .problemsInData)
    case .damaged(let path, let reason):
      self.init(
        "the database \(path) is damaged: \(reason)",
        hint: "put back a copy from the backups folder beside it",
        status: .inputOutput)
    case .other(let path, let reason):
      self.init("the database \(path) failed: \(reason)", hint: "run linnet doctor", status: .failed)
    }
  }

  init(app error: StudyAppError) {
    switch error {
    case .folderNotFound(let path):
      self.init("there is no folder or file \(path)", hint: "check the spelling", status: .notFound)
    case .noFolders:
      self.init("no notes folder is known yet", hint: "import one: linnet import ~/notes", status: .notFound)
    case .fileOutsideFolders(let path):
      self.init(
        "\(path) lies in no imported folder", hint: "import the folder it lies in, not the file",
        status: .notFound)
    case .interrupted(let imported, let total):
      self.init(
        imported == 0
          ? "interrupted; nothing was imported"
          : "interrupted; \(imported) of \(Words.count(total, "folder")) \(imported == 1 ? "was" : "were") imported",
        status: .interrupted)
    case .notANote(let path):
      self.init(
        "\(path) is no note that Linnet reads",
        hint: "notes are .md files that .linnet.yml does not ignore", status: .notFound)
    case .folderUnreadable(let path):
      self.init(
        "the folder \(path) cannot be listed", hint: "allow reading it; what was imported from it is kept",
        status: .inputOutput)
    case .tooManyRemovals(let folder, let count, let total):
      self.init(
        "this import would hide \(count) of the \(total) cards of \(folder), so nothing was changed",
        hint: "if their notes are really gone, import with --force; history is kept either way",
        status: .failed)
    case .folderNotImported(let path, let known):
      self.init(
        "\(path) is no imported folder",
        hint: known.isEmpty ? "nothing was imported yet" : "imported are: " + known.joined(separator: ", "),
        status: .notFound)
    case .folderKnownAlready(let path):
      self.init(
        "the new place lies in, or holds, the imported folder \(path)",
        hint: "forget that one first: linnet forget \(path)",
        status: .failed)
    case .conceptNotFound(let name, let near):
      self.init(
        "no note and no link is named \"\(name)\"",
        hint: Words.didYouMean(near) ?? "write its title, alias or path as in a wiki link", status: .notFound)
    case .conceptAmbiguous(let name, let paths):
      self.init(
        "\"\(name)\" names \(paths.count) notes",
        hint: "write the path of one: " + paths.joined(separator: ", "),
        status: .failed)
    case .noteGone(let path):
      self.init(
        "the note \(path) is no longer there", hint: "linnet import reads the notes again", status: .notFound)
    case .noteUnreadable(let path):
      self.init("the note \(path) cannot be read", hint: "allow reading it", status: .inputOutput)
    case .cardNotFound(let name):
      self.init(
        "no card has an id that begins with \"\(name)\"", hint: "linnet cards lists cards with their ids",
        status: .notFound)
    case .cardAmbiguous(let name, let ids):
      let shown = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
      self.init(
        "\"\(name)\" begins the ids of several cards", hint: "write more of the one you mean: \(shown)",
        status: .usage)
    case .deckNotFound(let name, let known): self = .unknown("deck", name, among: known)
    case .tagNotFound(let name, let known): self = .unknown("tag", name, among: known)
    case .noLinkQuestions(nil):
      self.init(
        "no folder makes cards of its sentences with links",
        hint:
          "to make them, write `syntaxes: [link-question]` into .linnet.yml in the notes folder, and run this again",
        status: .notFound)
    case .noLinkQuestions(let name?):
      self.init(
        "no sentence with a link asks about \"\(name)\"",
        hint: "only folders whose .linnet.yml says `syntaxes: [link-question]` have such cards; "
          + "linnet review --links asks all of them",
        status: .notFound)
    case .unsupportedFile(let path):
      self.init(
        "\(path): reading Anki packages is not part of this version",
        hint: "import a folder of Markdown notes",
        status: .usage)
    }
  }

  static func importedFolderGone(_ path: String) -> Failure {
    Failure(
      "the folder \(path) is gone",
      hint: "if it moved: linnet move \(path) NEW; if not: linnet forget \(path)",
      status: .notFound)
  }

  private static func unknown(_ kind: String, _ name: String, among known: [String]) -> Failure {
    let nearest = NearName.nearest(to: name, among: known)
    let listed = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return Failure(
      "no card has the \(kind) \"\(name)\"",
      hint: nearest.map { "did you mean \($0)?" }
        ?? (known.isEmpty ? "there are none" : "there are: \(listed)"),
      status: .notFound)
  }
}
