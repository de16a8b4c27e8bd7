import Markdown
import StudyCore

/// Reads one Markdown file. A pure function: it never throws, and one bad card never hides the next.
package struct NoteParser: Sendable {
  let noteTypes: NoteTypeTable

  package init(noteTypes: NoteTypeTable = NoteTypeTable()) {
    self.noteTypes = noteTypes
  }

  /// - Parameter file: the bytes as they are on disk.
  package func parse(_ file: [UInt8]) -> ParsedNote {
    let text = NoteText(file: file)
    return text.bytes.withUnsafeBufferPointer { bytes in
      var reading = NoteReading(bytes: bytes, noteTypes: noteTypes)
      reading.read()
      reading.report(on: text)
      if !text.isFile { reading.note.placeEnds(in: file) }
      return reading.note
    }
  }
}
