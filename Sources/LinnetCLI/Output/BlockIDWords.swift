import StudyApp
import StudyCore

/// Why a block or a note did not get its ids.
enum BlockIDWords {
  static func reason(_ reason: BlockIDPlan.LeftBlock.Reason) -> String {
    switch reason {
    case .endMissing: "its END is missing"
    case .textAfterEnd(let text): "text follows END on its line: \(text)"
    case .duplicateID(let id): "\(id) stands on another card of the note too"
    case .inFrontMatter: "it stands in the front matter, which an id might change; move it below"
    case .strayAnkiID: "an <!--ID: comment stands in its text; it should be a number, on the line before END"
    }
  }

  static func reason(_ failure: NoteWriteFailure) -> String {
    switch failure {
    case .gone: "the note is no longer there"
    case .unreadable: "the note cannot be read"
    case .changedMeanwhile: "another program changed the note in the meantime; run this again"
    case .fileReadOnly: "the note is read-only"
    case .folderReadOnly(let folder): "the folder \(folder) is read-only"
    case .notWritten: "the note cannot be written; the disk may be full, or the note belongs to somebody else"
    }
  }
}
