import Markdown
import StudyCore

/// A block whose note type nobody knows is kept all the same: it is split at the heads of its type's fields where they were learned
/// from many blocks, else at a stock field name, else at its first blank line (`design.md` §9).
struct UnknownType {
  private(set) var noteType: NoteType
  private(set) var texts: FieldTexts
  private(set) var candidateHeads: CandidateHeads

  /// - Parameters:
  ///   - lines: the lines below the one that names the type.
  ///   - noteTypes: has the types that were learned.
  init(name: String, bytes: Bytes, lines: ArraySlice<Range<Int>>, noteTypes: NoteTypeTable) {
    let body = (lines.first?.lowerBound ?? 0)..<(lines.last?.upperBound ?? 0)
    noteType = UnknownType.noteType(name: name, content: bytes[body])
    candidateHeads = UnknownType.heads(bytes: bytes, lines: lines, body: body)
    if let learned = noteTypes.learned(name, noteType.behavior) {
      let split = FieldSplitter(bytes: bytes, lines: lines, heads: learned.heads).texts
      if (0..<split.count).count(where: { !split.isEmpty($0) }) > 1 || learned.type.behavior == .cloze {
        (noteType, texts) = (learned.type, split)
        return
      }
    }
    texts = FieldSplitter(bytes: bytes, lines: lines, heads: FieldHeads(noteType.fields)).texts
    if noteType.behavior == .cloze || (1..<max(1, texts.count)).contains(where: { !texts.isEmpty($0) }) {
      return
    }

    let content = bytes.trimmed(body)
    let cut = lines.first { $0.lowerBound > content.lowerBound && bytes.trimmed($0).isEmpty }?.lowerBound
    let parts = [
      content.lowerBound..<(cut ?? content.upperBound), (cut ?? content.upperBound)..<content.upperBound,
    ]
    texts = .made(
      zip(noteType.fields, parts).map { Field(name: $0, text: TextKey.trimmed(bytes.text($1))) })
  }

  /// A type with the fields of Cloze if the text has gaps, else of Basic.
  static func noteType(name: String, content: Bytes.SubSequence) -> NoteType {
    let isCloze = !ClozeScanner.scan(Array(content)).isEmpty
    return NoteType(
      name: name, fields: isCloze ? ["Text", "Back Extra"] : ["Front", "Back"],
      behavior: isCloze ? .cloze : .basic, isKnown: false)
  }

  /// The distinct words before a colon at the start of lines outside code.
  private static func heads(
    bytes: Bytes, lines: ArraySlice<Range<Int>>, body: Range<Int>
  ) -> CandidateHeads {
    let fences = FenceScanner.scan(bytes, in: body)
    let first = lines.first { !bytes.trimmed($0).isEmpty }?.lowerBound
    var heads = CandidateHeads()
    var seen = Set<String>()
    for line in lines {
      guard let head = head(of: line, in: bytes), fences.fence(at: line.lowerBound) == nil else { continue }
      if line.lowerBound == first { heads.beginsBlock = true }
      let name = bytes.text(head)
      if seen.insert(name).inserted { heads.names.append(name) }
    }
    return heads
  }

  /// A letter, then no more than a few words, then a colon that a blank or the line's end follows.
  private static func head(of line: Range<Int>, in bytes: Bytes) -> Range<Int>? {
    let longestName = 40
    let start = line.prefix(longestName + 1)
    guard let colon = start.first(where: { bytes[$0] == Byte.colon }), colon > line.lowerBound else {
      return nil
    }
    let isLetter = Byte.isLetter(bytes[line.lowerBound]) || bytes[line.lowerBound] >= 0x80
    let isFollowedWell = colon + 1 == line.upperBound || Byte.isBlank(bytes[colon + 1])
    return isLetter && isFollowedWell ? line.lowerBound..<colon : nil
  }
}
