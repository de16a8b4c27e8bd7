import Markdown
import StudyCore

/// Looks at a block's fields: will it make cards, and all that it seems to promise?
enum ContentCheck {
  static func problems(of block: ParsedBlock) -> [NoteProblem] {
    guard let question = block.fields.first else { return [] }
    if question.text.isEmpty { return [.emptyField(question.name)] }
    return promises(of: block, question) + lengths(of: block)
  }

  /// An answer that a terminal cannot show on one page, and hardly anybody recalls as a whole.
  private static let longestAnswer = 40

  private static func lengths(of block: ParsedBlock) -> [NoteProblem] {
    for field in block.fields.dropFirst() where field.text.utf8.count >= longestAnswer {
      var text = field.text
      let lines = 1 + text.withUTF8 { $0.count(in: 0..<$0.count) { $0.matches(Byte.newline) } }
      if lines > longestAnswer { return [.longAnswer(lines: lines)] }
    }
    return []
  }

  private static func promises(of block: ParsedBlock, _ question: Field) -> [NoteProblem] {
    if block.noteType.behavior == .cloze {
      let wrong = clozeNumberOutOfRange(in: question.text).map(NoteProblem.clozeNumber)
      return [wrong, block.cards.isEmpty ? .noCloze(almost: almostGap(in: question.text)) : nil].compactMap {
        $0
      }
    }
    guard block.fields.dropFirst().contains(where: \.text.isEmpty) else { return [] }
    // A reminder has no answer. Of a type that nobody knows it is not certain that the answer was found at all; that is
    // a finding already. A type of one's own may have fields that are seldom filled.
    let answers =
      NoteType.stock.contains(block.noteType) ? block.fields.dropFirst().prefix(1) : block.fields.dropFirst()
    guard block.syntax != .cardReminder, block.noteType.isKnown, let answer = answers.first,
      answers.allSatisfy(\.text.isEmpty)
    else {
      return []
    }
    return [.emptyField(answer.name)]
  }

  /// The first words in braces: `{{c1:one colon}}`, or `{single braces}` where the settings do not make them gaps.
  private static func almostGap(in text: String) -> String? {
    text.firstMatch(of: /\{\{?[^{}\n]+\}\}?/).map { String($0.output) }
  }

  /// The digits of the first `{{cN::` whose number makes no card.
  private static func clozeNumberOutOfRange(in text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while let opening = bytes.find("{{c", from: index, limit: bytes.count) {
        index = opening + 3
        let digits = bytes[index...].prefix(while: Byte.isDigit)
        guard !digits.isEmpty, bytes.has("::", at: digits.endIndex) else { continue }
        let number = bytes.text(digits.startIndex..<digits.endIndex)
        guard let value = Int(number), ClozeScanner.numbers.contains(value) else { return number }
      }
      return nil
    }
  }
}
