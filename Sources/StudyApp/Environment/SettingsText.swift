import Yams

/// The text of a settings file, which a person wrote: a change touches only the place of one value.
struct SettingsText {
  /// Lines as scalars, since that is how the YAML parser counts columns.
  private var lines: [[Unicode.Scalar]]
  private let root: Node?

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    root = try? Yams.compose(yaml: text)
  }

  /// - Parameter path: the names down to the value.
  /// - Returns: the new text, or nil where the place cannot be found. Whether the text now says what was wanted,
  ///   the caller reads from it.
  func setting(_ path: [String], to value: UserSetting.Value) -> String? {
    var copy = self
    let isDone =
      switch root {
      case .mapping(let mapping): copy.set(path[...], in: mapping, to: value.yaml)
      default: copy.append(path[...], value.yaml)
      }
    return isDone ? copy.text : nil
  }

  private var text: String {
    String(String.UnicodeScalarView(lines.joined(separator: ["\n"])))
  }

  private mutating func set(_ path: ArraySlice<String>, in mapping: Node.Mapping, to value: String) -> Bool {
    guard let name = path.first else { return false }
    guard let (key, node) = mapping.first(where: { $0.key.string == name }) else {
      return add(path, to: mapping, value)
    }
    switch node {
    case .mapping(let inner) where path.count > 1: return set(path.dropFirst(), in: inner, to: value)
    case .scalar(let scalar) where path.count == 1: return replace(scalar, with: value)
    // A group that holds nothing yet.
    case .scalar(let scalar) where scalar.string.isEmpty:
      guard brace(of: mapping) == nil, let mark = key.mark else { return false }
      let nested = SettingsText.block(path.dropFirst(), value, indentation: mark.column + 1)
      lines.insert(contentsOf: nested, at: mark.line)
      return true
    default: return false
    }
  }

  /// Adds a name that the mapping does not have: within its braces, or above its first line.
  private mutating func add(_ path: ArraySlice<String>, to mapping: Node.Mapping, _ value: String) -> Bool {
    if let mark = brace(of: mapping) {
      let entry = SettingsText.flow(path, value) + (mapping.isEmpty ? "" : ", ")
      lines[mark.line - 1].insert(contentsOf: entry.unicodeScalars, at: mark.column)
      return true
    }
    guard let first = mapping.first?.key.mark else { return false }
    // At the top a new group goes to the end, where a person would write it.
    if first.column == 1 { return append(path, value) }
    // Comments above a name belong to it.
    var line = first.line - 1
    while line > 0, SettingsText.isComment(lines[line - 1]) { line -= 1 }
    lines.insert(contentsOf: SettingsText.block(path, value, indentation: first.column - 1), at: line)
    return true
  }

  private mutating func append(_ path: ArraySlice<String>, _ value: String) -> Bool {
    if lines.last?.isEmpty == true { lines.removeLast() }
    lines += SettingsText.block(path, value, indentation: 0) + [[]]
    return true
  }

  private mutating func replace(_ scalar: Node.Scalar, with value: String) -> Bool {
    guard let mark = scalar.mark, lines.indices.contains(mark.line - 1) else { return false }
    let start = mark.column - 1
    let rest = lines[mark.line - 1].dropFirst(start)
    let length =
      switch scalar.style {
      case .doubleQuoted, .singleQuoted: SettingsText.quotedLength(rest)
      default: scalar.string.unicodeScalars.count
      }
    guard length > 0, rest.count >= length else { return false }
    lines[mark.line - 1].replaceSubrange(start..<start + length, with: value.unicodeScalars)
    return true
  }

  /// How many places a quoted text takes at the beginning of the line's rest, its quotation marks included.
  private static func quotedLength(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    guard let quote = rest.first else { return 0 }
    var index = rest.startIndex + 1
    while index < rest.endIndex {
      let isEscape = rest[index] == "\\" && quote == "\""
      let isDoubled =
        rest[index] == "'" && quote == "'" && rest.dropFirst(index + 1 - rest.startIndex).first == "'"
      if rest[index] == quote, !isDoubled { return index + 1 - rest.startIndex }
      index += isEscape || isDoubled ? 2 : 1
    }
    return 0
  }

  /// Where the mapping's brace opens; nil for one whose names stand below each other. (The style that the parser
  /// tells of a mapping is not to be relied on.)
  private func brace(of mapping: Node.Mapping) -> Mark? {
    guard let mark = mapping.mark, lines.indices.contains(mark.line - 1),
      lines[mark.line - 1].dropFirst(mark.column - 1).first == "{"
    else { return nil }
    return mark
  }

  private static func isComment(_ line: [Unicode.Scalar]) -> Bool {
    line.first { $0 != " " && $0 != "\t" } == "#"
  }

  /// The names below each other, each two columns further in.
  private static func block(
    _ path: ArraySlice<String>, _ value: String, indentation: Int
  ) -> [[Unicode.Scalar]] {
    path.enumerated().map { depth, name in
      let blanks = String(repeating: " ", count: indentation + 2 * depth)
      return Array((blanks + key(name) + ":" + (depth == path.count - 1 ? " " + value : "")).unicodeScalars)
    }
  }

  /// The names within each other: `keys: {good: "j"}`.
  private static func flow(_ path: ArraySlice<String>, _ value: String) -> String {
    path.dropLast().reversed().reduce("\(path.last ?? ""): \(value)") { "\(key($1)): {\($0)}" }
  }

  fileprivate static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Names of decks may hold anything; in quotes YAML takes them as they are.
  private static func key(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") || ("0"..."9").contains($0)
    }
    if isPlain, Int(name) == nil { return name }
    return quoted(name)
  }
}

extension UserSetting.Value {
  /// Keys are quoted: many characters mean something to YAML.
  fileprivate var yaml: String {
    switch self {
    case .toggle, .text: text
    case .key(let key): SettingsText.quoted(String(key))
    }
  }
}
