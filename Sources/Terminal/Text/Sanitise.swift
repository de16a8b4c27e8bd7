extension StringProtocol {
  /// The text with everything that a terminal would obey, and everything that could make the text read in
  /// another order than it is stored, replaced by a visible stand-in.
  ///
  /// Control characters become `^[` and the like, C1 controls and bidirectional overrides U+FFFD. Line ends of
  /// every kind become `\n`, tabs a blank. Invisible marks of direction, byte order marks and soft hyphens go.
  /// Joiners and variation selectors stay, for emoji and for the scripts that need them.
  package var sanitised: String {
    if isPrintableASCII(orLineEnds: true) { return String(self) }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\n"
    var isInFlag = false
    for scalar in unicodeScalars {
      isInFlag = scalar.isTag ? isInFlag : scalar == "\u{1F3F4}"
      if scalar == "\n" && previous == "\r" {
        // The carriage return has ended the line.
      } else if scalar.isTag {
        result.append(isInFlag ? scalar : "\u{FFFD}")
      } else {
        scalar.appendSanitised(to: &result)
      }
      previous = scalar
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// The invisible letters that spell a region after a black flag, and could hide a message anywhere else.
  fileprivate var isTag: Bool { (0xE0000...0xE007F).contains(value) }

  fileprivate func appendSanitised(to result: inout String.UnicodeScalarView) {
    switch value {
    case 0x09: result.append(" ")
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
    case 0x00..<0x20, 0x7F:
      result.append("^")
      result.append(Unicode.Scalar(UInt8(value) ^ 0x40))
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: result.append("\u{FFFD}")
    case 0xAD, 0x061C, 0x200E, 0x200F, 0xFEFF: break
    default: result.append(self)
    }
  }
}

extension StringProtocol {
  /// True of most texts, which nothing has to be done about. Asked of the bytes all at once, because it is asked of
  /// every piece of text there is.
  func isPrintableASCII(orLineEnds allowsLineEnds: Bool = false) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || allowsLineEnds && $0 == 0x0A }
    } ?? false
  }
}
