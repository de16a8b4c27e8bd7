/// TeX as a line of text: Greek letters, signs, simple powers, indices and fractions become characters,
/// everything else stays as it is written. Nothing is an error.
enum ReadableMath {
  static func text(of tex: String) -> String {
    var reader = TeXReader(rest: tex[...])
    var result = ""
    while !reader.rest.isEmpty { result += reader.sequence() + reader.strayBrace() }
    return result
  }
}

/// Reads TeX from the left.
struct TeXReader {
  var rest: Substring
  /// Groups and arguments within each other; beyond a limit the source is taken as it is.
  private var depth = 0

  init(rest: Substring) { self.rest = rest }

  /// Up to the end, or to a closing brace that was not opened here.
  mutating func sequence() -> String {
    var result = ""
    while let next = rest.first, next != "}" { result += atom() }
    return result
  }

  mutating func strayBrace() -> String { rest.popFirst().map(String.init) ?? "" }

  private mutating func atom() -> String {
    guard let next = rest.popFirst() else { return "" }
    depth += 1
    defer { depth -= 1 }
    if depth > 30 { return String(next) }
    switch next {
    case "\\": return command()
    case "{": return groupBody()
    case "^": return script(Self.superscripts, sign: "^")
    case "_": return script(Self.subscripts, sign: "_")
    case "~": return " "
    default: return String(next)
    }
  }

  /// What follows an opening brace, with the closing one taken away.
  private mutating func groupBody() -> String {
    let body = sequence()
    _ = rest.popFirst()
    return body
  }

  private mutating func argument() -> String {
    rest = rest.drop { $0 == " " }
    return rest.first == "}" ? "" : atom()
  }

  private mutating func script(_ letters: [Character: Character], sign: String) -> String {
    let argument = argument()
    if argument == "∘" { return "°" }
    if argument == "′" { return argument }
    let raised = argument.compactMap { letters[$0] }
    if !raised.isEmpty && raised.count == argument.count { return String(raised) }
    return sign + (argument.count == 1 ? argument : "(\(argument))")
  }

  private mutating func command() -> String {
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    if name.isEmpty { return escaped() }
    rest = rest.dropFirst(name.count)
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      let numerator = argument()
      return numerator.inParentheses + "/" + argument().inParentheses
    case "sqrt": return root()
    case "mathbb": return argument().map { String(Self.blackboard[$0] ?? $0) }.joined()
    case "text", "textbf", "textit", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "boldsymbol",
      "operatorname", "mbox":
      return argument()
    case "left", "right":
      if rest.first == "." { rest = rest.dropFirst() }
      return ""
    case "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "limits", "nolimits", "displaystyle", "textstyle":
      return ""
    default: return Self.symbols[String(name)] ?? unknown(name)
    }
  }

  private mutating func escaped() -> String {
    guard let next = rest.popFirst() else { return "\\" }
    switch next {
    case ",", ";", ":", " ": return " "
    case "!": return ""
    case "{", "}", "$", "%", "&", "#", "_": return String(next)
    case "|": return "‖"
    default: return "\\" + String(next)
    }
  }

  private mutating func root() -> String {
    var degree = ""
    if rest.first == "[", let end = rest.firstIndex(of: "]") {
      degree = String(rest[rest.index(after: rest.startIndex)..<end].map { Self.superscripts[$0] ?? $0 })
      rest = rest[rest.index(after: end)...]
    }
    return degree + "√" + argument().inParentheses
  }

  /// A command we do not know keeps its braces, so that it can still be read as TeX.
  private mutating func unknown(_ name: Substring) -> String {
    var result = "\\" + name
    while rest.first == "{" && depth < 30 {
      rest = rest.dropFirst()
      result += "{" + groupBody() + "}"
    }
    return result
  }
}

extension String {
  /// A sum or a product keeps together when it goes over or under a stroke.
  fileprivate var inParentheses: String {
    count > 1 && contains { " +-−±·×*/=".contains($0) } ? "(\(self))" : self
  }
}
