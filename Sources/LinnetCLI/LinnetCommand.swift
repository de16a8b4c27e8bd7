import ArgumentParser

/// `linnet`: the root of all commands.
package struct LinnetCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "linnet",
    abstract: "Study the notes you keep: cards and links from Markdown, spaced repetition in the terminal.",
    version: LinnetProgram.version,
    subcommands: [
      ImportCommand.self, ReviewCommand.self, NextCommand.self, AnswerCommand.self, UndoCommand.self,
      DueCommand.self,
      SuspendCommand.self, ResumeCommand.self, BuryCommand.self, CardsCommand.self, ShowCommand.self,
      EditCommand.self,
      CheckCommand.self, LinksCommand.self,
      GraphCommand.self, ExportCommand.self, LogCommand.self, BackupCommand.self, DoctorCommand.self,
      ForgetCommand.self, MoveCommand.self, HelpCommand.self,
    ])

  package init() {}
}
