extension Character {
  /// A blank at which a line may end and that vanishes there. No-break spaces are not among them.
  var isBreakingBlank: Bool {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
    switch scalar.value {
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// Whether a line may end between this character and the next where no blank stands: beside a wide one,
  /// unless a sign would be torn from what it belongs to.
  func allowsBreak(before next: Character) -> Bool {
    if self == "\u{200B}" { return true }
    if glue.contains(self) || glue.contains(next) { return false }
    guard cellWidth == 2 || next.cellWidth == 2 else { return false }
    return next.cellWidth > 0 && !openers.contains(self) && !closers.contains(next)
  }
}

private let glue: Set<Character> = ["\u{A0}", "\u{2007}", "\u{202F}", "\u{2060}"]

/// Never the last of a line.
private let openers = Set("([{“‘«（［｛「『【〔〈《〖")

/// Never the first of a line: closing signs, and the small kana and marks that continue a syllable.
private let closers = Set(
  ")]}.,:;!?%”’»…‥）］｝」』】〕〉》〗、。，．：；！？・ー々〻ヽヾゝゞ゛゜"
    + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
