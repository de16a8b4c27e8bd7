/// Turns the scanner's spans into what the tree says about them.
struct SyntaxDecoder {
  let text: [UInt8]

  /// Nil for spans that md4c reads itself (code) or that show nothing (comments).
  func inline(for span: SyntaxSpan) -> MarkdownInline? {
    switch span.kind {
    case .math(let isDisplay, let body):
      .math(isDisplay: isDisplay, formula(body, startingAt: span.range.lowerBound))
    case .link(let syntax):
      .noteLink(link(syntax))
    case .footnoteReference(let label):
      .footnoteReference(string(label))
    case .fence, .codeSpan, .htmlComment, .comment, .highlight:
      nil
    }
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// TeX without blanks at its ends, and without the `>` of a quote at the starts of its lines.
  private func formula(_ body: Range<Int>, startingAt start: Int) -> String {
    guard text[body].contains(UInt8(ascii: "\n")) else { return string(body).trimmed }
    let lineStart = text[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let quoteDepth = text[lineStart..<start].count { $0 == UInt8(ascii: ">") }
    let lines = text[body].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let unquoted = lines.enumerated().map { index, line in
      index == 0 ? line : withoutQuoteMarks(line, atMost: quoteDepth)
    }
    return String(decoding: Array(unquoted.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self).trimmed
  }

  private func withoutQuoteMarks(_ line: ArraySlice<UInt8>, atMost depth: Int) -> ArraySlice<UInt8> {
    var rest = line
    for _ in 0..<depth {
      let next = rest.drop { $0.isInlineBlank }
      guard next.first == UInt8(ascii: ">") else { break }
      rest = next.dropFirst()
      if rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    }
    return rest
  }

  private func link(_ syntax: LinkSyntax) -> MarkdownNoteLink {
    let isMarkdown = syntax.form == .markdown || syntax.form == .markdownEmbed
    let decode = { (range: Range<Int>) in isMarkdown ? percentDecoded(range) : string(range).trimmed }
    let path = decode(syntax.path)
    let fragment = syntax.fragment.map(decode)
    var shown = syntax.alias.map { isMarkdown ? string($0).withoutEscapes.trimmed : string($0).trimmed } ?? ""
    let size = syntax.form.isEmbed ? MarkdownImageSize(written: shown) : nil
    if shown.isEmpty || size != nil { shown = path + (fragment.map { "#" + $0 } ?? "") }
    return MarkdownNoteLink(form: syntax.form, path: path, fragment: fragment, shown: shown, size: size)
  }

  private func percentDecoded(_ range: Range<Int>) -> String {
    var decoded: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "%"), index + 2 < range.upperBound,
        let high = text[index + 1].hexadecimalValue, let low = text[index + 2].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self).trimmed
  }
}

extension MarkdownImageSize {
  /// Reads `300` or `300x200`.
  init?(written text: String) {
    let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { part in
      part.utf8.count <= 5 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard numbers.count <= 2, let width = numbers[0], !(numbers.count == 2 && numbers[1] == nil) else {
      return nil
    }
    self.init(width: width, height: numbers.count == 2 ? numbers[1] : nil)
  }
}

extension UInt8 {
  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension String {
  /// Without white space at the ends. No-break spaces are text and stay.
  var trimmed: String {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || (9...13).contains(byte) }
    let rest = utf8.drop(while: isBlank)
    guard let last = rest.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(rest[...last]))
  }

  /// With each backslash before ASCII punctuation taken away, as CommonMark reads it.
  fileprivate var withoutEscapes: String {
    guard utf8.contains(UInt8(ascii: "\\")) else { return self }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      if isEscaped, !scalar.isPunctuation { result.append("\\") }
      result.append(scalar)
      isEscaped = false
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    switch value {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
}
