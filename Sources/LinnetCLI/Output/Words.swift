/// Numbers with their nouns, and lists.
enum Words {
  /// `a`, `a or b`, `a, b or c`.
  static func alternatives(_ words: [String]) -> String { joined(words, "or") }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String { joined(words, "and") }

  private static func joined(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// A question to somebody who wrote a name that nothing has; nil without near names.
  static func didYouMean(_ near: [String]) -> String? {
    near.isEmpty ? nil : "did you mean \(alternatives(near.map { "\"\($0)\"" }))?"
  }

  /// `1 card`, `1,904 cards`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// One digit after the point: `4.2`.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// A span in days: `3.4 days`, `1 day`, `less than 0.1 days`.
  static func days(_ days: Double) -> String {
    if days < 0.1 { return "less than 0.1 days" }
    let text = days < 10 ? decimal(days) : grouped(Int(days.rounded()))
    return text == "1.0" ? "1 day" : "\(text) days"
  }

  /// A name as a list shows it: of a very long one only the beginning.
  ///
  /// - Parameter limit: characters.
  static func shortened(_ name: String, to limit: Int = 120) -> String {
    name.utf8.count > limit && name.count > limit ? name.prefix(limit - 1) + "…" : name
  }

  /// Digits in groups of three: `1,904`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}
