extension StringProtocol {
  /// How many cells of a terminal the text takes. Ambiguous characters count as one, control characters as
  /// none: ``StyledText`` has replaced those.
  package var cellWidth: Int {
    if isPrintableASCII() { return utf8.count }
    return reduce(0) { $0 + $1.cellWidth }
  }
}

extension Character {
  /// How many cells the grapheme cluster takes.
  ///
  /// A base sets the width and its marks add nothing, with four exceptions that terminals agree on: a variation
  /// selector 16 widens a narrow emoji, a spacing mark and a letter joined by a virama add one cell, and a
  /// letter that is not part of the base (a jamo, a prepended sign) counts for itself.
  package var cellWidth: Int {
    if utf8.count == 1, let byte = utf8.first { return byte >= 0x20 && byte < 0x7F ? 1 : 0 }
    var scalars = unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return 0 }
    var measure = ClusterMeasure(first)
    while let scalar = scalars.next() { measure.add(scalar) }
    return measure.width
  }
}

/// Adds up the cells of one grapheme cluster, scalar by scalar.
private struct ClusterMeasure {
  var width: Int
  private var lastVisible: Unicode.Scalar?
  private var isJoining = false
  private var isAfterVirama = false
  private var hasConjunct = false
  private var hasSpacingMark = false

  init(_ first: Unicode.Scalar) {
    width = first.cellWidth
    // Some scripts write vowels as spacing marks that Unicode's segmentation leaves on their own.
    if width == 0, first.properties.generalCategory == .spacingMark { width = 1 }
    lastVisible = width > 0 ? first : nil
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    if isJoining {
      isJoining = false
    } else if scalar == "\u{200D}" {
      isJoining = !isAfterVirama
    } else if scalar == "\u{FE0F}" {
      if let last = lastVisible, last.cellWidth == 1, last.properties.isEmoji { width += 1 }
      lastVisible = nil
    } else if let last = lastVisible, scalar.continuesEmoji(last) {
      return
    } else if isAfterVirama, scalar.properties.generalCategory == .otherLetter {
      addConjunct(scalar)
    } else {
      addOther(scalar)
    }
  }

  private mutating func addConjunct(_ scalar: Unicode.Scalar) {
    if !hasConjunct { width += 1 }
    hasConjunct = true
    isAfterVirama = false
    lastVisible = scalar
  }

  private mutating func addOther(_ scalar: Unicode.Scalar) {
    let own = scalar.cellWidth
    if own > 0 {
      width += own
      lastVisible = scalar
    } else if scalar.properties.generalCategory == .spacingMark {
      if !hasSpacingMark, !hasConjunct, width > 0 { width += 1 }
      hasSpacingMark = true
    } else {
      isAfterVirama = scalar.properties.canonicalCombiningClass == .virama
    }
  }
}

extension Unicode.Scalar {
  /// The second half of a flag, or a skin tone.
  fileprivate func continuesEmoji(_ base: Unicode.Scalar) -> Bool {
    let regional: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
    if regional.contains(value) { return regional.contains(base.value) }
    return properties.isEmojiModifier && base.properties.isEmoji && base.value > 0x7F
  }

  /// Cells of the scalar standing alone.
  var cellWidth: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    if value >= 0x1100 && isWide { return 2 }
    return isSign || !isZeroWidth ? 1 : 0
  }

  /// Arrows, mathematics, boxes, blocks and shapes: most of what is drawn without being a letter, and no mark is among
  /// them.
  private var isSign: Bool { (0x2190...0x2BFF).contains(value) || (0x2010...0x2027).contains(value) }

  private var isWide: Bool {
    var low = 0
    var high = wideRanges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > wideRanges[2 * middle + 1] { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count / 2 && value >= wideRanges[2 * low]
  }

  private var isZeroWidth: Bool {
    // Vowels and finals of Hangul syllables written as jamo stand inside the cell of their initial.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return true }
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .lineSeparator, .paragraphSeparator: return true
    case .format: return !numberSigns.contains(value)
    default: return false
    }
  }
}

/// Signs that stand before or around a number: of category Cf, but visible (Prepended_Concatenation_Mark).
private let numberSigns: Set<UInt32> = [
  0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
]
