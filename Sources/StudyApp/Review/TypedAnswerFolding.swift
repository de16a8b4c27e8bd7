import Foundation

extension TypedAnswer {
  /// What does not count when a typed answer is compared. Canonically equivalent texts are always equal, and so
  /// are texts that differ in surrounding blanks or the length of blanks.
  package struct Folding: Hashable, Sendable {
    package var ignoresCase = true
    /// Accents of Latin, Greek and Cyrillic letters. In other scripts a mark can be a vowel.
    package var ignoresAccents = true
    /// Marks of sentences, at the ends of a word: `"target groups."` is `target groups`, `Ctrl-C` stays itself.
    package var ignoresPunctuation = true

    package init() {}
  }

  /// A character as the comparison sees it.
  struct Sign: Hashable {
    var character: Character
    /// Equal for characters that are equal up to the folding.
    var key: String
    /// True for one that counts as good wherever it stands.
    var isIgnored = false

    func matches(_ other: Sign) -> Bool { isIgnored == other.isIgnored && key == other.key }
  }
}

extension TypedAnswer.Folding {
  /// False for a text that would vanish: where the answer is `*` or `...`, its punctuation is what was asked for.
  func leavesSomething(of text: String) -> Bool {
    text.contains { !$0.isWhitespace && !(ignoresPunctuation && TypedAnswer.Folding.isPunctuation($0)) }
  }

  /// The text with single blanks and none around it, each character with what it is compared by.
  func signs(_ text: String) -> [TypedAnswer.Sign] {
    var signs: [TypedAnswer.Sign] = []
    var hasWord = false
    for token in text.split(whereSeparator: \.isWhitespace) {
      let word = signsOfToken(token)
      let isWord = word.contains { !$0.isIgnored }
      // Of the blanks around a lone dash, one separates the words.
      if !signs.isEmpty {
        signs.append(TypedAnswer.Sign(character: " ", key: " ", isIgnored: !(hasWord && isWord)))
      }
      signs += word
      hasWord = hasWord || isWord
    }
    return signs
  }

  private func signsOfToken(_ token: Substring) -> [TypedAnswer.Sign] {
    var signs = token.map { TypedAnswer.Sign(character: $0, key: key($0)) }
    guard ignoresPunctuation else { return signs }
    for indices in [Array(signs.indices), signs.indices.reversed()] {
      for index in indices.prefix(while: { TypedAnswer.Folding.isPunctuation(signs[$0].character) }) {
        signs[index].isIgnored = true
      }
    }
    return signs
  }

  private func key(_ character: Character) -> String {
    var text = String(character)
    if ignoresAccents { text = TypedAnswer.Folding.withoutAccents(text) }
    // Both ways, since some letters have two small forms (σ, ς) and others a capital one apart (ẞ).
    if ignoresCase { text = text.lowercased().uppercased() }
    return text
  }

  private static func withoutAccents(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var kept = String.UnicodeScalarView()
    var carriesAccents = false
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark {
        if carriesAccents { continue }
      } else {
        carriesAccents = scalar.properties.isAlphabetic && isAccentedScript(scalar)
      }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// The blocks of Latin, Greek and Cyrillic letters.
  private static func isAccentedScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x2af, 0x370...0x52f, 0x1c80...0x1c8f, 0x1d00...0x1dbf, 0x1e00...0x1fff, 0x2c60...0x2c7f,
      0xa640...0xa69f, 0xa720...0xa7ff, 0xab30...0xab6f:
      true
    default: false
    }
  }

  /// What separates words and sentences. Not the characters that programs give a meaning to, nor the hyphen,
  /// which is also a minus: `C#`, `80%`, `-5`.
  private static func isPunctuation(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation: true
    case .dashPunctuation: scalar != "-"
    case .otherPunctuation: !"#%&*/@\\".unicodeScalars.contains(scalar)
    default: false
    }
  }
}
