import StudyCore

/// How many lines a file has and how long they are, counted in another way than the parser does.
struct FileShape {
  /// Unicode scalars in each line, without its end.
  private let widths: [Int]

  init(_ file: [UInt8]) {
    var scalars = Array(String(decoding: file, as: UTF8.self).unicodeScalars)[...]
    if scalars.first == "\u{feff}" { scalars.removeFirst() }
    var widths = [0]
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if scalar == "\n" || scalar == "\r" {
        if !(previous == "\r" && scalar == "\n") { widths.append(0) }
      } else {
        widths[widths.count - 1] += 1
      }
      previous = scalar
    }
    self.widths = widths
  }

  func hasLine(_ line: Int) -> Bool { (1...widths.count).contains(line) }

  /// The column past the last character is one too: there a line ends.
  func has(_ place: Finding.Place) -> Bool {
    hasLine(place.line) && (1...widths[place.line - 1] + 1).contains(place.column)
  }
}
