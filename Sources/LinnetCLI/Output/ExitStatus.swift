/// The exit codes (`linnet help exit-codes`); the numbers from 64 are those of `sysexits.h`.
package enum ExitStatus: Int32, Error, CaseIterable {
  case done = 0
  case failed = 1
  case usage = 64
  case problemsInData = 65
  case notFound = 66
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case badSettings = 78
  case interrupted = 130

  package var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "failed, or nothing to do where something was asked for"
    case .usage: "the command line is not right"
    case .problemsInData: "`check` found problems in the notes, or a log cannot be merged"
    case .notFound: "a folder, file, card, note or database is not there"
    case .cannotCreate: "a file cannot be created"
    case .inputOutput: "reading or writing failed"
    case .busy: "another program is writing to the database"
    case .badSettings: "a setting or environment variable is not right"
    case .interrupted: "interrupted with Ctrl-C"
    }
  }
}
