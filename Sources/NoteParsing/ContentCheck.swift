import Markdown
import StudyCore

/// Looks at a block's fields: will it make cards, and all that it seems to promise?
enum ContentCheck {
  static func problems(of block: ParsedBlock) -> [NoteProblem] {
    guard let question = block.fields.first else { return [] }
    if question.text.isEmpty { return [.emptyField(question.name)] }
    if block.noteType.behavior == .cloze {
      let wrong = clozeNumberOutOfRange(in: question.text).map(NoteProblem.clozeNumber)
      return [wrong, block.cards.isEmpty ? .noCloze : nil].compactMap { $0 }
    }
    // Of a type that nobody knows it is not certain that the answer was found at all; that is a finding already.
    guard block.noteType.isKnown, let answer = block.fields.dropFirst().first, answer.text.isEmpty else {
      return []
    }
    return [.emptyField(answer.name)]
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
