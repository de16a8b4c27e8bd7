import Markdown
import StudyCore

/// Reads one Markdown file. A pure function: it never throws, and one bad card never hides the next.
///
/// A class because everything that reads a note holds the parser, which knows many words.
package final class NoteParser: Sendable {
  let noteTypes: NoteTypeTable
  let keywords: Keywords
  let keywordBytes: KeywordBytes
  let clozes: CurlyClozes?
  let styles: CardStyles
  let styleTypes: StyleTypes
  let tagStarts: TagStarts
  /// Whether notes without any sign may hold cards in other ways than START … END.
  let hasStylesForAll: Bool
  private let mode: ReadingMode

  /// - Parameters:
  ///   - clozes: how gaps are written that are not in Anki's form; nil where there are none.
  ///   - styles: in which ways besides START … END cards are written.
  package init(
    noteTypes: NoteTypeTable = NoteTypeTable(), keywords: Keywords = Keywords(), clozes: CurlyClozes? = nil,
    styles: CardStyles = CardStyles(), mode: ReadingMode = .tolerant
  ) {
    self.mode = mode
    self.noteTypes = noteTypes
    self.keywords = keywords
    self.clozes = clozes
    self.styles = styles
    styleTypes = StyleTypes(noteTypes)
    tagStarts = TagStarts(styles.tags)
    hasStylesForAll =
      !styles.rules.isEmpty || styles.spacedRepetition.notes == .all || styles.flashcards.notes == .all
    keywordBytes = KeywordBytes(keywords)
  }

  /// A parser that also knows the fields of types that were learned from notes.
  package func learning(_ types: [NoteType]) -> NoteParser {
    NoteParser(
      noteTypes: noteTypes.learning(types), keywords: keywords, clozes: clozes, styles: styles, mode: mode)
  }

  /// - Parameters:
  ///   - file: the bytes as they are on disk.
  ///   - name: of the note: its file's name without the extension.
  package func parse(_ file: [UInt8], name: String = "") -> ParsedNote {
    NoteText.with(file: file, self) { text, bytes, map, signs in
      NoteLines.with(bytes, map) { lines in
        var reading = NoteReading(text, bytes, map, signs, lines, parser: self, name: name)
        reading.read(mode == .strict ? StrictReading(file, beside: text, parser: self) : nil)
        reading.report(on: text)
        if !text.isFile { reading.note.placeEnds(in: file) }
        return reading.takeNote()
      }
    }
  }
}
