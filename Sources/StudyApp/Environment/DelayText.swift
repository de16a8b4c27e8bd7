/// Delays as people write them: `1m 10m 1h 1d`, with blanks or commas between, or `none`.
enum DelayText {
  private static let units: [(name: Character, seconds: Int64)] = [
    ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
  ]

  static func text(_ delays: [Int64]) -> String {
    delays.isEmpty ? "none" : delays.map(text).joined(separator: " ")
  }

  private static func text(_ delay: Int64) -> String {
    let unit = units.first { delay % $0.seconds == 0 } ?? ("s", 1)
    return "\(delay / unit.seconds)\(unit.name)"
  }

  /// Seconds; nil for anything else than delays of a second to a year.
  static func delays(_ text: String) -> [Int64]? {
    if text.lowercased() == "none" { return [] }
    let words = text.split { $0 == " " || $0 == "," }
    let delays = words.compactMap { word -> Int64? in
      guard let last = word.last, let unit = units.first(where: { $0.name == last }),
        let count = Int64(word.dropLast()), (1...366 * 86_400 / unit.seconds).contains(count)
      else { return nil }
      return count * unit.seconds
    }
    return !words.isEmpty && delays.count == words.count ? delays : nil
  }
}
