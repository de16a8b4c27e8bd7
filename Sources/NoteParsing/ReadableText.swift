import Markdown
import StudyCore

/// A note's Markdown for a reader: without front matter, and with each card as the texts of its fields.
enum ReadableText {
  /// A card block becomes a quote, which sets it apart from the text; an inline card stays in its line. In a
  /// code fence, where a quote would be code too, the texts stand alone.
  static func text(of reading: NoteReading) -> String {
    let bytes = reading.bytes
    var text = ""
    // Between two rules there may be cards as well: then it is no front matter to a reader.
    var position = reading.frontMatter?.range.upperBound ?? 0
    if let first = reading.blockRanges.first, first.lowerBound < position { position = 0 }
    // A sentence that is a card is read as the sentence it is.
    for (block, range) in zip(reading.note.blocks, reading.blockRanges) where block.syntax != .linkQuestion {
      text += bytes.text(position..<range.lowerBound) + shown(block)
      position = range.upperBound
    }
    return text + bytes.text(position..<bytes.count)
  }

  private static func shown(_ block: ParsedBlock) -> String {
    let isCloze = block.noteType.behavior == .cloze
    let fields = block.fields.map(\.text).filter { !$0.isEmpty }.map { isCloze ? ClozeView.text(of: $0) : $0 }
    switch block.syntax {
    case .inline: return fields.joined(separator: " – ")
    case .block where block.isInFence: return fields.joined(separator: "\n\n")
    default: return "\n" + quoted(fields.joined(separator: "\n\n")) + "\n"
    }
  }

  private static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
  }
}

extension NoteParser {
  /// What a person reads in a note: its Markdown without front matter, and of its cards only the texts of their
  /// fields, not the lines that make them cards.
  ///
  /// - Parameter file: the bytes as they are on disk.
  package func readableText(of file: [UInt8]) -> String {
    NoteText.with(file: file, self) { text, bytes, map, signs in
      NoteLines.with(bytes, map) { lines in
        var reading = NoteReading(text, bytes, map, signs, lines, parser: self, name: "")
        reading.read()
        return ReadableText.text(of: reading)
      }
    }
  }
}
