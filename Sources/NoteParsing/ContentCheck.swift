import Markdown
import StudyCore

/// Looks at a block's fields: will it make cards, and all that it seems to promise?
enum ContentCheck {
  static func problems(of block: ParsedBlock) -> [NoteProblem] {
    let fields = block.texts.fields
    guard fields.count > 0 else { return [] }
    if fields.isEmpty(0) { return [.emptyField(fields.name(0))] }
    return promises(of: block) + lengths(of: block)
  }

  /// An answer that a terminal cannot show on one page, and hardly anybody recalls as a whole.
  private static let longestAnswer = 40

  private static func lengths(of block: ParsedBlock) -> [NoteProblem] {
    for field in 1..<max(1, block.texts.fields.count) {
      let lines = block.texts.withText(of: field) { text in
        text.count < longestAnswer ? 1 : 1 + text.count(in: 0..<text.count) { $0.matches(Byte.newline) }
      }
      if lines > longestAnswer { return [.longAnswer(lines: lines)] }
    }
    return []
  }

  private static func promises(of block: ParsedBlock) -> [NoteProblem] {
    if block.noteType.behavior == .cloze { return block.texts.withText(of: 0, gapProblems) }
    let fields = block.texts.fields
    let others = 1..<max(1, fields.count)
    guard others.contains(where: { fields.isEmpty($0) }) else { return [] }
    // A reminder has no answer. Of a type that nobody knows it is not certain that the answer was found at all; that is
    // a finding already. A type of one's own may have fields that are seldom filled.
    let answers = NoteType.stock.contains(block.noteType) ? others.prefix(1) : others
    guard block.syntax != .cardReminder, block.noteType.isKnown, let answer = answers.first,
      answers.allSatisfy({ fields.isEmpty($0) })
    else {
      return []
    }
    return [.emptyField(fields.name(answer))]
  }

  private static func gapProblems(in question: Bytes) -> [NoteProblem] {
    var problems: [NoteProblem] = []
    if let number = clozeNumberOutOfRange(in: question) { problems.append(.clozeNumber(number)) }
    if ClozeScanner.numbers(in: question).isEmpty {
      problems.append(.noCloze(almost: almostGap(in: question.text(0..<question.count))))
    }
    return problems
  }

  /// The first words in braces: `{{c1:one colon}}`, or `{single braces}` where the settings do not make them gaps.
  private static func almostGap(in text: String) -> String? {
    text.firstMatch(of: /\{\{?[^{}\n]+\}\}?/).map { String($0.output) }
  }

  /// The digits of the first `{{cN::` whose number makes no card.
  private static func clozeNumberOutOfRange(in bytes: Bytes) -> String? {
    var index = 0
    while let opening = bytes.find("{{c", from: index, limit: bytes.count) {
      index = opening + 3
      let digits = bytes[index...].prefix(while: Byte.isDigit)
      guard !digits.isEmpty, bytes.has("::", at: digits.endIndex) else { continue }
      let value = digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 1_000_000) }
      guard ClozeScanner.numbers.contains(value) else {
        return bytes.text(digits.startIndex..<digits.endIndex)
      }
    }
    return nil
  }
}
