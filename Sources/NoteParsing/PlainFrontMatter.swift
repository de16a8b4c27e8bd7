import Markdown

/// Front matter as nearly every note has it: words with a value, or with a list of values, on lines of their own. It
/// means the same as to a YAML reader and is read many times faster; whatever else YAML has is left to one.
struct PlainFrontMatter {
  /// The values of a key: a list's, or the one that stands alone. An empty value is none.
  struct Entry {
    var key: Range<Int>
    /// Which of all ``PlainFrontMatter/values``.
    var values: Range<Int>
    var isList = false
  }

  private(set) var entries: [Entry] = []
  private(set) var values: [Range<Int>] = []
  private let bytes: Bytes

  /// Keys are compared with each other; so many of them do not take long.
  private static let mostEntries = 32

  /// Nil for what only a YAML reader should read.
  init?(_ bytes: Bytes, in range: Range<Int>) {
    self.bytes = bytes
    var line = range.lowerBound
    while line < range.upperBound {
      let end = bytes.lineEnd(from: line, limit: range.upperBound)
      guard line == end || readItem(line..<end) || readEntry(line..<end) else { return nil }
      line = end + 1
    }
  }

  /// `- value` below a key without a value. Items stand two columns in, or not at all.
  private mutating func readItem(_ line: Range<Int>) -> Bool {
    let start = bytes.has("  - ", at: line.lowerBound) ? line.lowerBound + 4 : line.lowerBound + 2
    guard start < line.upperBound, bytes.has("- ", at: start - 2), let last = entries.indices.last,
      entries[last].values.isEmpty || (entries[last].isList && itemStart == start - line.lowerBound),
      let value = value(start..<line.upperBound, isInBrackets: false), !value.isEmpty
    else { return false }
    itemStart = start - line.lowerBound
    entries[last].isList = true
    values.append(value)
    entries[last].values = entries[last].values.lowerBound..<values.count
    return true
  }
  private var itemStart = 0

  /// `key: value`, `key: [value, value]` or `key:`.
  private mutating func readEntry(_ line: Range<Int>) -> Bool {
    guard Byte.isLetter(bytes[line.lowerBound]) else { return false }
    var colon = line.lowerBound
    while colon < line.upperBound, isKeyByte(bytes[colon]) { colon += 1 }
    guard colon < line.upperBound, bytes[colon] == Byte.colon, entries.count < PlainFrontMatter.mostEntries
    else { return false }
    var entry = Entry(key: line.lowerBound..<colon, values: values.count..<values.count)
    let key = bytes[entry.key]
    guard !entries.contains(where: { bytes[$0.key].elementsEqual(key) }) else { return false }
    let rest = bytes.trimmed(colon + 1..<line.upperBound)
    guard colon + 1 == line.upperBound || bytes[colon + 1] == Byte.space else { return false }
    if !rest.isEmpty, bytes[rest.lowerBound] == Byte.openBracket {
      guard readList(rest) else { return false }
      entry.isList = true
      // No line may go on with a list that is closed.
      itemStart = -1
    } else if !rest.isEmpty {
      guard let value = value(rest, isInBrackets: false), !value.isEmpty else { return false }
      values.append(value)
    }
    entry.values = entry.values.lowerBound..<values.count
    entries.append(entry)
    return true
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.dash || byte == UInt8(ascii: "_")
  }

  /// `[a, "b"]` with at least one value.
  private mutating func readList(_ range: Range<Int>) -> Bool {
    guard range.count > 2, bytes[range.upperBound - 1] == Byte.closeBracket else { return false }
    var start = range.lowerBound + 1
    let end = range.upperBound - 1
    while start <= end {
      let comma = bytes.first(UInt8(ascii: ","), from: start, limit: end)
      let part = bytes.trimmed(start..<comma)
      guard let value = value(part, isInBrackets: true), !value.isEmpty else { return false }
      values.append(value)
      start = comma + 1
    }
    return true
  }

  /// The text of a value, bare or between quotes; nil for one that YAML might read in its own way.
  private func value(_ range: Range<Int>, isInBrackets: Bool) -> Range<Int>? {
    let content = bytes.trimmed(range)
    guard let first = content.first.map({ bytes[$0] }), bytes[range.lowerBound] != Byte.tab else {
      return nil
    }
    if first == Byte.doubleQuote || first == Byte.singleQuote {
      let inner = content.lowerBound + 1..<max(content.lowerBound + 1, content.upperBound - 1)
      guard content.count > 2, bytes[content.upperBound - 1] == first, !isNull(inner),
        inner.allSatisfy({ isQuotable(bytes[$0]) || (!isInBrackets && bytes[$0] == UInt8(ascii: ",")) })
      else { return nil }
      return inner
    }
    guard Byte.isLetter(first) || Byte.isDigit(first) || PlainFrontMatter.isLetterOfWord(first),
      !isNull(content)
    else { return nil }
    for index in content where !isBare(bytes[index]) {
      let next = index + 1 < content.upperBound ? bytes[index + 1] : Byte.space
      let isColon = bytes[index] == Byte.colon && next != Byte.space
      guard !isInBrackets, isColon || bytes[index] == UInt8(ascii: ",") else { return nil }
    }
    return content
  }

  private func isNull(_ range: Range<Int>) -> Bool {
    range.count == 4 && bytes[range.lowerBound] | 0x20 == UInt8(ascii: "n")
  }

  private func isBare(_ byte: UInt8) -> Bool {
    isKeyByte(byte) || byte == Byte.space || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
      || byte == Byte.openParenthesis || byte == Byte.closeParenthesis
      || PlainFrontMatter.isLetterOfWord(byte)
  }

  private func isQuotable(_ byte: UInt8) -> Bool {
    isBare(byte) || byte == Byte.openBracket || byte == Byte.closeBracket || byte == Byte.hash
      || byte == Byte.colon || byte == Byte.pipe
  }

  /// A byte of a scalar from U+00C0 to U+07FF or U+3000 to U+CFFF: to YAML, all of them are letters.
  private static func isLetterOfWord(_ byte: UInt8) -> Bool {
    (0x80...0xbf).contains(byte) || (0xc3...0xdf).contains(byte) || (0xe3...0xec).contains(byte)
  }
}
