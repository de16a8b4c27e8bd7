import StudyCore

/// How many lines a file has and how long they are, counted in another way than the parser does.
struct FileShape {
  /// Unicode scalars in each line, without its end.
  private let widths: [Int]

  init(_ file: [UInt8]) {
    widths = FileShape.lines(of: file).map { String(decoding: $0, as: UTF8.self).unicodeScalars.count }
  }

  /// The bytes of each line, without its end; what cannot be read is U+FFFD.
  static func lines(of file: [UInt8]) -> [[UInt8]] {
    var scalars = Array(String(decoding: file, as: UTF8.self).unicodeScalars)[...]
    if scalars.first == "\u{feff}" { scalars.removeFirst() }
    var lines: [[UInt8]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if scalar == "\n" || scalar == "\r" {
        if !(previous == "\r" && scalar == "\n") { lines.append([]) }
      } else {
        lines[lines.count - 1] += Array(String(scalar == "\0" ? "\u{fffd}" : scalar).utf8)
      }
      previous = scalar
    }
    return lines
  }

  func hasLine(_ line: Int) -> Bool { (1...widths.count).contains(line) }

  /// The column past the last character is one too: there a line ends.
  func has(_ place: Finding.Place) -> Bool {
    hasLine(place.line) && (1...widths[place.line - 1] + 1).contains(place.column)
  }
}
