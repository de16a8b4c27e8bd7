import Markdown
import StudyCore

/// A fenced block named `flashcard`, with `front:`, `back:`, `type:` and `content:` (`card-syntax.md` §5).
struct FlashcardFence {
  /// From the opening line to the closing one.
  let lines: Range<Int>

  static func begins(_ line: StyleText.Line, in text: StyleText) -> Bool {
    guard line.isInFence, !line.content.isEmpty else { return false }
    let bytes = text.bytes
    let first = bytes[line.content.lowerBound]
    guard first == Byte.backtick || first == Byte.tilde else { return false }
    let name = bytes[line.content].drop { $0 == first }
    return line.content.count - name.count >= 3
      && bytes.text(bytes.trimmed(name.startIndex..<name.endIndex)) == "flashcard"
  }

  /// Nil where no such block begins at the line.
  init?(_ index: Int, in text: StyleText) {
    guard FlashcardFence.begins(text.lines[index], in: text),
      let fence = text.opaqueRange(at: text.lines[index].content.lowerBound)
    else { return nil }
    lines = text.lines(of: fence)
    guard lines.count > 1 else { return nil }
  }

  /// Nil where nothing asks.
  func card(_ types: StyleTypes, in text: StyleText) -> StyledCard? {
    var values: [String: String] = [:]
    var key: String?
    for index in lines.dropFirst().dropLast() {
      let line = text.bytes.text(text.lines[index].range)
      if let colon = line.firstIndex(of: ":"), FlashcardFence.keys.contains(String(line[..<colon])) {
        key = String(line[..<colon])
        values[key ?? ""] = TextKey.trimmed(String(line[line.index(after: colon)...]))
      } else if let key {
        values[key, default: ""] += "\n" + line
      }
    }
    let value = { (name: String) in TextKey.trimmed(values[name] ?? "") }
    let front = value("front").isEmpty ? value("content") : value("front")
    guard !front.isEmpty else { return nil }
    let type =
      switch value("type") {
      case "reversed": types.reversed
      case "cloze": types.cloze
      default: types.basic
      }
    let texts =
      type == types.cloze
      ? [CurlyClozes(includesHighlights: true, braces: .numbered).converted(front), value("back")]
      : [front, value("back")]
    var after = lines.upperBound..<lines.upperBound
    let names = CardNames(text, lines: &after)
    let last = max(lines.upperBound, names.end) - 1
    return StyledCard(
      syntax: value("back").isEmpty && type == types.basic ? .cardReminder : .cardFence, noteType: type,
      texts: texts,
      range: text.lines[lines.lowerBound].range.lowerBound..<text.lines[last].range.upperBound, names: names)
  }

  private static let keys: Set<String> = ["front", "back", "type", "content"]
}
