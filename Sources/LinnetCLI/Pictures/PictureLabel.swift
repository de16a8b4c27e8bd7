/// A name as it stands in a picture: on one line, and not too long for it.
enum PictureLabel {
  /// Characters.
  private static let longest = 60

  static func short(_ name: String) -> String { Words.shortened(oneLine(name), to: longest) }

  /// What is no visible character, a line break among them, is a blank.
  static func oneLine(_ name: String) -> String {
    var line = ""
    line.unicodeScalars.append(contentsOf: name.unicodeScalars.map { isShown($0) ? $0 : " " })
    return line
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7f).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return !scalar.properties.isNoncharacterCodePoint
    }
  }
}
