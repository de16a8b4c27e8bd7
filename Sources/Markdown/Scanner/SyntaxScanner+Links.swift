/// Wiki links, embeds, Markdown links and footnote references (`card-syntax.md` §6.1).
extension SyntaxScanner {
  /// `start` is at `[`, or at the `!` before it.
  mutating func link(at start: Int) -> Int {
    let isEmbed = bytes[start] == Byte.exclamation
    let bracket = isEmbed ? start + 1 : start
    if bytes.has("[[", at: bracket) {
      return wikiLink(at: start, bracket: bracket, isEmbed: isEmbed)
    }
    if bytes.has("[^", at: bracket), let after = footnoteReference(at: bracket) { return after }
    return markdownLink(at: start, bracket: bracket, isEmbed: isEmbed)
  }

  /// No line end and no second `[[` inside; ends at the first `]]`. In `[[[x]]]` the link is the inner one.
  private mutating func wikiLink(at start: Int, bracket: Int, isEmbed: Bool) -> Int {
    let (bytes, end) = (bytes, end)
    let inner = bracket + 2
    guard inner < end, bytes[inner] != Byte.openBracket else { return bracket + 1 }
    var index = inner
    var pipe: Int?
    var hash: Int?
    while index < end {
      index = SyntaxScanner.nextMarkInWikiLink(in: bytes, from: index, end: end)
      guard index < end else { break }
      switch bytes[index] {
      case Byte.newline: return inner
      case Byte.openBracket where bytes.has("[[", at: index): return index
      case Byte.closeBracket where index + 1 < end && bytes[index + 1] == Byte.closeBracket:
        guard index > inner else { return inner }
        addWikiLink(
          range: start..<index + 2, inner: inner..<index, pipe: pipe, hash: hash, isEmbed: isEmbed)
        return index + 2
      case Byte.pipe where pipe == nil: pipe = index
      case Byte.hash where pipe == nil && hash == nil: hash = index
      default: break
      }
      index += 1
    }
    return inner
  }

  /// The first byte that means something in a wiki link, or `end`.
  @inline(__always)
  private static func nextMarkInWikiLink(in bytes: Bytes, from start: Int, end: Int) -> Int {
    bytes.first(from: start, limit: end) {
      let chunk = bytes.chunk(at: $0)
      return chunk.matches(Byte.closeBracket) | chunk.matches(Byte.openBracket) | chunk.matches(Byte.pipe)
        | chunk.matches(Byte.hash) | chunk.matches(Byte.newline)
    }
  }

  private mutating func addWikiLink(
    range: Range<Int>, inner: Range<Int>, pipe: Int?, hash: Int?, isEmbed: Bool
  ) {
    // In a table the pipe is written `\|`.
    let targetEnd = pipe.map { $0 > inner.lowerBound && bytes[$0 - 1] == Byte.backslash ? $0 - 1 : $0 }
    let target = inner.lowerBound..<(targetEnd ?? inner.upperBound)
    let path = target.lowerBound..<(hash ?? target.upperBound)
    let fragment = hash.map { $0 + 1..<target.upperBound }
    guard !isBlank(path) || !(fragment?.isEmpty ?? true) else { return }
    let alias = pipe.map { $0 + 1..<inner.upperBound }
    let link = LinkSyntax(form: isEmbed ? .embed : .wiki, path: path, fragment: fragment, alias: alias)
    add(.link(link), range)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes.trimmed(range).isEmpty }

  private mutating func footnoteReference(at bracket: Int) -> Int? {
    var index = bracket + 2
    while index < end, !Byte.isSpace(bytes[index]), bytes[index] != Byte.openBracket {
      if bytes[index] == Byte.closeBracket {
        guard index > bracket + 2 else { return nil }
        let hasColon = index + 1 < end && bytes[index + 1] == Byte.colon
        if !hasColon || !beginsLine(bracket) {
          add(.footnoteReference(label: bracket + 2..<index), bracket..<index + 1)
        }
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// Whether only blanks and the marks of quotes stand before it: there, a colon makes a reference a definition.
  private func beginsLine(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, bytes[before] != Byte.newline {
      guard Byte.isSpace(bytes[before]) || bytes[before] == Byte.greater else { return false }
      before -= 1
    }
    return true
  }

  /// `[text](target)`: the text may hold one level of brackets, the target one of parentheses or, in `<…>`,
  /// blanks. Only targets without a scheme are links into the vault; md4c reads the others.
  private mutating func markdownLink(at start: Int, bracket: Int, isEmbed: Bool) -> Int {
    guard let textEnd = closingBracket(after: bracket), bytes.has("](", at: textEnd) else {
      return bracket + 1
    }
    guard let (target, after) = destination(at: textEnd + 2) else { return bracket + 1 }
    guard !hasScheme(target) else {
      // A linked image: the image inside may still be a file of the vault.
      return isEmbed ? after : bracket + 1
    }
    var hash = target.lowerBound
    while hash < target.upperBound, bytes[hash] != Byte.hash { hash += 1 }
    let fragment = hash < target.upperBound ? hash + 1..<target.upperBound : nil
    let link = LinkSyntax(
      form: isEmbed ? .markdownEmbed : .markdown, path: target.lowerBound..<hash, fragment: fragment,
      alias: bracket + 1..<textEnd)
    add(.link(link), start..<after)
    return after
  }

  private func closingBracket(after bracket: Int) -> Int? {
    var depth = 0
    var index = bracket + 1
    while index < end {
      switch bytes[index] {
      case Byte.newline: return nil
      case Byte.openBracket:
        depth += 1
        guard depth < 2 else { return nil }
      case Byte.closeBracket:
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The target and the offset past the closing parenthesis.
  private func destination(at start: Int) -> (target: Range<Int>, after: Int)? {
    guard start < end else { return nil }
    if bytes[start] == Byte.less {
      var index = start + 1
      while index < end, bytes[index] != Byte.greater {
        guard bytes[index] != Byte.newline, bytes[index] != Byte.less else { return nil }
        index += 1
      }
      return closed(start + 1..<index, from: index + 1)
    }
    var depth = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == Byte.openParenthesis {
        depth += 1
        guard depth < 2 else { return nil }
      } else if byte == Byte.closeParenthesis {
        if depth == 0 { break }
        depth -= 1
      } else if byte == Byte.newline || (depth == 0 && Byte.isSpace(byte)) {
        break
      }
      index += 1
    }
    guard index > start, depth == 0 else { return nil }
    return closed(start..<index, from: index)
  }

  /// An optional `"title"`, then `)`.
  private func closed(_ target: Range<Int>, from start: Int) -> (target: Range<Int>, after: Int)? {
    var index = start
    while index < end, Byte.isSpace(bytes[index]) { index += 1 }
    if index > start, index < end, bytes[index] == Byte.doubleQuote {
      index += 1
      while index < end, bytes[index] != Byte.doubleQuote {
        guard bytes[index] != Byte.newline else { return nil }
        index += 1
      }
      index += 1
    } else if index > start {
      return nil
    }
    guard index < end, bytes[index] == Byte.closeParenthesis else { return nil }
    return (target, index + 1)
  }

  /// RFC 3986 scheme, or `//host`.
  private func hasScheme(_ target: Range<Int>) -> Bool {
    if bytes.has("//", at: target.lowerBound) { return true }
    var index = target.lowerBound
    guard index < target.upperBound, Byte.isLetter(bytes[index]) else { return false }
    while index < target.upperBound {
      let byte = bytes[index]
      if byte == Byte.colon { return true }
      guard Byte.isLetter(byte) || Byte.isDigit(byte) || "+.-".utf8.contains(byte) else { return false }
      index += 1
    }
    return false
  }
}
