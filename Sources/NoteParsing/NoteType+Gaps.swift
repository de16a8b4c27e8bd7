import Markdown
import StudyCore

extension NoteType {
  /// The same type with a card for each gap, where the first field has gaps. Obsidian_to_Anki does not say which types are Cloze types,
  /// and in other languages they have other names; Anki's own types are known.
  ///
  /// - Returns: nil where the type stays as it is.
  func withGaps(in fields: [Field]) -> NoteType? {
    guard behavior == .basic, var text = fields.first?.text,
      text.withUTF8({ $0.find("{{c", from: 0, limit: $0.count) != nil }),
      !NoteType.stock.contains(self), !ClozeScanner.scan(text).isEmpty
    else { return nil }
    return NoteType(name: name, fields: self.fields, behavior: .cloze, isKnown: isKnown)
  }
}
