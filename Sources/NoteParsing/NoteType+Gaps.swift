import Markdown
import StudyCore

extension NoteType {
  /// The same type with a card for each gap, where the first field has gaps. Obsidian_to_Anki does not say which types are Cloze types,
  /// and in other languages they have other names; Anki's own types are known.
  ///
  /// - Returns: nil where the type stays as it is.
  func withGaps(in texts: BlockTexts) -> NoteType? {
    guard behavior == .basic, texts.fields.count > 0 else { return nil }
    let hasGaps = texts.withText(of: 0) { text in
      text.find("{{c", from: 0, limit: text.count) != nil && !NoteType.stock.contains(self)
        && !ClozeScanner.numbers(in: text).isEmpty
    }
    return hasGaps ? NoteType(name: name, fields: fields, behavior: .cloze, isKnown: isKnown) : nil
  }
}
