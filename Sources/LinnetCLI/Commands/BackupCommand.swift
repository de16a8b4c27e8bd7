import ArgumentParser
import Foundation
import StudyApp
import StudyStore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a consistent copy of the collection.",
    discussion: """
      linnet backup                    to the backups folder beside the collection
      linnet backup ~/linnet.sqlite    to a file
      """)

  @Argument(help: ArgumentHelp("Where to write the copy.", valueName: "file"))
  var file: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let backups = BackupService(store: store, location: context.location)
    let path: String
    do {
      path = try context.working(on: store) { work in
        try backups.make(at: file, now: context.environment.start) { share throws(StudyStoreError) in
          try work.show(ProgressWords.copied(share))
        }
      }
    } catch StudyStoreError.cannotCreate(let path, let reason) {
      throw Failure(
        "cannot create \(path): \(reason)", hint: "choose another place: linnet backup FILE",
        status: .cannotCreate)
    }
    Console.standardOutput("wrote \(path)")
  }
}
