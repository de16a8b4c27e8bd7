import StudyApp

/// How far work is, in words.
enum ProgressWords {
  /// `reading notes: 64 of 1,904`.
  static func counted(_ what: String, _ done: Int, of total: Int) -> String {
    "\(what): \(Words.grouped(done)) of \(Words.grouped(total))"
  }

  static func of(_ progress: ImportService.Progress) -> String {
    switch progress {
    case .walking(let folder): "looking through \(folder)"
    case .reading(let done, let total): counted("reading notes", done, of: total)
    case .writing(let notes): "writing \(Words.count(notes, "note"))"
    }
  }

  static func of(_ progress: DoctorService.Progress) -> String {
    switch progress {
    case .checkingDatabase: "checking the database"
    case .replaying(let done, let total): counted("replaying the log", done, of: total)
    }
  }

  /// - Parameter share: from 0 to 1.
  static func copied(_ share: Double) -> String { "copying the collection: \(Int(share * 100)) %" }
}
