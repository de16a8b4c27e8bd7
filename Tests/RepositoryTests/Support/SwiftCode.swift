/// Swift source with comments and the text of string literals blanked, so that rules about code do not stumble
/// over prose. Line ends stay, and so does the code inside `\(…)`.
struct SwiftCode {
  private(set) var text = ""
  /// False if a literal or a comment was still open at the end: then the rules saw something else than the
  /// compiler does.
  private(set) var isBalanced = true

  private enum Mode {
    /// `parentheses` is the number open since the mode began; an interpolation ends with its own.
    case code(parentheses: Int)
    case literal(hashes: Int, isMultiline: Bool)
  }

  private let source: [UInt8]
  private var masked: [UInt8] = []
  private var index = 0
  private var modes: [Mode] = [.code(parentheses: 0)]

  init(_ source: String) {
    self.source = Array(source.utf8)
    masked.reserveCapacity(self.source.count)
    while index < self.source.count, let mode = modes.last {
      switch mode {
      case .code(let parentheses): readCode(parentheses)
      case .literal(let hashes, let isMultiline): readLiteral(hashes, isMultiline)
      }
    }
    isBalanced = isBalanced && modes.count == 1
    text = String(decoding: masked, as: UTF8.self)
  }

  private mutating func readCode(_ parentheses: Int) {
    if has("//") {
      while index < source.count, source[index] != UInt8(ascii: "\n") { blank(1) }
    } else if has("/*") {
      readComment()
    } else if let literal = literalStart {
      modes.append(literal.mode)
      blank(literal.length)
    } else if has("("), modes.count > 1 {
      modes[modes.count - 1] = .code(parentheses: parentheses + 1)
      keep()
    } else if has(")"), modes.count > 1 {
      modes[modes.count - 1] = .code(parentheses: parentheses - 1)
      if parentheses == 1 { modes.removeLast() }
      keep()
    } else {
      keep()
    }
  }

  private mutating func readLiteral(_ hashes: Int, _ isMultiline: Bool) {
    let fence = String(repeating: "#", count: hashes)
    if has("\\" + fence) {
      blank(1 + hashes)
      if has("(") { modes.append(.code(parentheses: 0)) } else { blank(1) }
    } else if has((isMultiline ? "\"\"\"" : "\"") + fence) {
      blank((isMultiline ? 3 : 1) + hashes)
      modes.removeLast()
    } else if !isMultiline, has("\n") {
      isBalanced = false
      modes.removeLast()
    } else {
      blank(1)
    }
  }

  /// Comments nest.
  private mutating func readComment() {
    var depth = 0
    repeat {
      if has("/*") {
        depth += 1
        blank(2)
      } else if has("*/") {
        depth -= 1
        blank(2)
      } else if index < source.count {
        blank(1)
      } else {
        isBalanced = false
        return
      }
    } while depth > 0
  }

  /// A `"`, `"""`, `#"`, `##"""` and so on at this place.
  private var literalStart: (mode: Mode, length: Int)? {
    let hashes = source[index...].prefix { $0 == UInt8(ascii: "#") }.count
    let quotes = source[(index + hashes)...].prefix { $0 == UInt8(ascii: "\"") }.count
    guard quotes > 0 else { return nil }
    let isMultiline = quotes >= 3
    return (.literal(hashes: hashes, isMultiline: isMultiline), hashes + (isMultiline ? 3 : 1))
  }

  private func has(_ text: String) -> Bool { source[index...].starts(with: text.utf8) }

  private mutating func keep() {
    masked.append(source[index])
    index += 1
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<min(count, source.count - index) {
      masked.append(source[index] == UInt8(ascii: "\n") ? UInt8(ascii: "\n") : UInt8(ascii: " "))
      index += 1
    }
  }
}
