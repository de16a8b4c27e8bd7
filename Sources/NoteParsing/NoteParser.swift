import Markdown
import StudyCore

/// Reads one Markdown file. A pure function: it never throws, and one bad card never hides the next.
package struct NoteParser: Sendable {
  let noteTypes: NoteTypeTable
  let keywords: Keywords
  let keywordBytes: KeywordBytes
  let clozes: CurlyClozes?

  /// - Parameter clozes: how gaps are written that are not in Anki's form; nil where there are none.
  package init(
    noteTypes: NoteTypeTable = NoteTypeTable(), keywords: Keywords = Keywords(), clozes: CurlyClozes? = nil
  ) {
    self.noteTypes = noteTypes
    self.keywords = keywords
    self.clozes = clozes
    keywordBytes = KeywordBytes(keywords)
  }

  /// - Parameter file: the bytes as they are on disk.
  package func parse(_ file: [UInt8]) -> ParsedNote {
    let text = NoteText(file: file)
    return text.bytes.withUnsafeBufferPointer { bytes in
      var reading = NoteReading(bytes: bytes, parser: self)
      reading.read()
      reading.report(on: text)
      if !text.isFile { reading.note.placeEnds(in: file) }
      return reading.note
    }
  }
}
