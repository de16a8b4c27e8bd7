import Markdown
import StudyCore

/// A block whose note type nobody knows is kept all the same: it is split at a stock field name, else at its
/// first blank line (`design.md` §9).
enum UnknownType {
  static func split(name: String, bytes: Bytes, lines: [Range<Int>]) -> (NoteType, [Field]) {
    let isCloze = lines.contains { !ClozeScanner.scan(bytes.text($0)).isEmpty }
    let names = isCloze ? ["Text", "Back Extra"] : ["Front", "Back"]
    let type = NoteType(name: name, fields: names, behavior: isCloze ? .cloze : .basic, isKnown: false)
    let byHead = FieldSplitter(bytes: bytes, lines: lines, names: names).fields
    if isCloze || byHead.dropFirst().contains(where: { !$0.text.isEmpty }) { return (type, byHead) }

    let isBlank = { (line: Range<Int>) in bytes.trimmed(line).isEmpty }
    let start = lines.firstIndex { !isBlank($0) } ?? 0
    let cut = lines[start...].firstIndex(where: isBlank) ?? lines.count
    let texts = [lines[start..<cut], lines[cut...]].map { part in
      TextKey.trimmed(part.map(bytes.text).joined(separator: "\n"))
    }
    return (type, zip(names, texts).map(Field.init))
  }
}
