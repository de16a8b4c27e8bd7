import ArgumentParser
import Foundation
import StudyApp

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Drop a folder from the collection; its history is kept.",
    discussion: """
      linnet forget ~/old-notes        hide its cards; import it again to have them back
      """)

  @Argument(help: "An imported folder.")
  var folder: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    guard yes || Confirmation.ask("Hide all cards of \(folder)? Their history is kept.") else {
      throw Failure("nothing was changed", hint: "add --yes to go ahead without being asked", status: .failed)
    }
    let (path, cards) = try FolderService(store: store).forget(
      folder, workingDirectory: FileManager.default.currentDirectoryPath,
      now: context.environment.start.timestamp)
    Console.standardOutput("forgot \(path): \(Words.count(cards, "card")) hidden, history kept")
  }
}

struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Tell that an imported folder now lies elsewhere.",
    discussion: """
      mv ~/notes ~/vault && linnet move ~/notes ~/vault
      """)

  @Argument(help: "Where the folder was.")
  var old: String

  @Argument(help: "Where it is now.")
  var new: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let path = try FolderService(store: store).move(
      old, to: new, workingDirectory: FileManager.default.currentDirectoryPath)
    let service = try context.importService(store, at: context.environment.start)
    let report = try service.importFolders(at: [path])
    Console.standardOutput("moved to \(path)\n" + ImportSummary.text(report))
  }
}
