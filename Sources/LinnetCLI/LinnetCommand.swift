import ArgumentParser

/// `linnet`: the root of all commands.
package struct LinnetCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "linnet",
    abstract: "Study the notes you keep: cards and links from Markdown, spaced repetition in the terminal.",
    version: LinnetProgram.version,
    subcommands: [
      ImportCommand.self, ReviewCommand.self, ExportCommand.self, CheckCommand.self, DueCommand.self,
      CardsCommand.self, ShowCommand.self, EditCommand.self, LinksCommand.self, GraphCommand.self,
      PathCommand.self, GapsCommand.self, WhyCommand.self, StatsCommand.self,
      NextCommand.self, AnswerCommand.self, UndoCommand.self, SuspendCommand.self, ResumeCommand.self,
      BuryCommand.self, FlagCommand.self, ResetCommand.self, SetDueCommand.self, RescheduleCommand.self,
      LogCommand.self, IdsCommand.self, BackupCommand.self, DoctorCommand.self, ConfigCommand.self,
      ForgetCommand.self, MoveCommand.self, HelpCommand.self, TodayCommand.self,
    ],
    defaultSubcommand: TodayCommand.self)

  package init() {}
}
