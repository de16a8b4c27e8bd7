/// JSON written value by value: Foundation's encoder keeps a tree of all of them, which takes more than a gigabyte for a hundred thousand notes.
struct JSONText {
  private(set) var text = ""

  init(capacity: Int) { text.reserveCapacity(capacity) }

  /// Signs between values, which are written as they are.
  mutating func raw(_ signs: StaticString) {
    signs.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
  }

  mutating func value(_ number: Int) { text += String(number) }
  mutating func value(_ isTrue: Bool) { text += isTrue ? "true" : "false" }

  /// A number that is none is null.
  mutating func value(_ number: Double?) {
    text += number.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null"
  }

  /// The text can also stand within HTML: no tag begins in it, and no line ends.
  mutating func value(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\0"..<" ", "<", "\u{7f}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// `begin`, the items with `,` and a line end between them, and `end`.
  mutating func list<Items: Sequence>(_ items: Items, _ item: (inout JSONText, Items.Element) -> Void) {
    text += "["
    var isFirst = true
    for element in items {
      text += isFirst ? "\n" : ",\n"
      isFirst = false
      item(&self, element)
    }
    text += isFirst ? "]" : "\n]"
  }
}
