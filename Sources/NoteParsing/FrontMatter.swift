import Markdown
import StudyCore
import Yams

/// The YAML between two `---` lines at the top of a note.
///
/// A class because it says many things, and several readers of a note ask for some of them.
final class FrontMatter {
  /// Everything up to and with the closing line; empty if there is none.
  let range: Range<Int>
  private(set) var aliases = FrontMatterNames()
  private(set) var tags = FrontMatterNames()
  private(set) var deck: String?
  /// True where flashcards-obsidian's key names the deck.
  private(set) var hasCardsDeck = false
  /// True where flashcards-obsidian's second version keeps its account of the note's cards.
  private(set) var hasFlashcardsMap = false
  /// What flashcards-obsidian is told of a note that is one card.
  private(set) var test: String?
  private(set) var findings: [Finding] = []

  /// Nil if the text does not begin with front matter.
  init?(_ bytes: Bytes) {
    guard bytes.has("---", at: 0) else { return nil }
    let firstEnd = bytes.lineEnd(from: 0)
    guard bytes.trimmed(0..<firstEnd).count == 3 else { return nil }
    var line = firstEnd + 1
    while line < bytes.count {
      let end = bytes.lineEnd(from: line)
      if bytes.has("---", at: line), bytes.trimmed(line..<end) == line..<line + 3 {
        range = 0..<min(end + 1, bytes.count)
        read(bytes, yaml: firstEnd + 1..<line)
        return
      }
      line = end + 1
    }
    guard FrontMatter.beginsWithKey(bytes, line: firstEnd + 1) else { return nil }
    range = 0..<0
    findings.append(FrontMatter.finding("no line --- closes it"))
  }

  /// How many lines of a file are front matter.
  static func lineCount(of file: [UInt8]) -> Int {
    NoteText(file: file).bytes.withUnsafeBufferPointer { bytes in
      guard let range = FrontMatter(bytes)?.range else { return 0 }
      return bytes[range].count { $0 == Byte.newline }
    }
  }

  /// True for `word:`, which tells front matter that nobody closed from a rule above a text.
  private static func beginsWithKey(_ bytes: Bytes, line: Int) -> Bool {
    var index = line
    while index < bytes.count, Byte.isLetter(bytes[index]) || bytes[index] == Byte.dash { index += 1 }
    guard index > line, index < bytes.count, bytes[index] == Byte.colon else { return false }
    return index + 1 == bytes.count || Byte.isSpace(bytes[index + 1])
  }

  private func read(_ bytes: Bytes, yaml range: Range<Int>) {
    guard !bytes.trimmed(range).isEmpty else { return }
    if let plain = PlainFrontMatter(bytes, in: range) {
      for entry in plain.entries {
        guard let key = Key(entry.key, in: bytes) else { continue }
        read(key, plain.values[entry.values], isList: entry.isList, in: bytes)
      }
      return
    }
    if let problem = YAMLGuard.problem(bytes, in: range) {
      findings.append(FrontMatter.finding(problem))
      return
    }
    do {
      // The encoding is given because Yams would look for it in the environment, note after note; the plain
      // resolver because nobody asks which scalars look like numbers or dates.
      let root = try Yams.compose(yaml: FrontMatter.text(of: bytes[range]), .basic, .default, .utf8)
      for (key, value) in root?.mapping ?? [:] {
        if ["flashcards", "flashcard"].contains(key.string) { hasFlashcardsMap = value.mapping != nil }
        guard let key = key.string.flatMap(Key.init) else { continue }
        read(key, FrontMatter.texts(value), isList: value.sequence != nil)
      }
    } catch {
      findings.append(FrontMatter.finding(for: error, in: bytes.text(range)))
    }
  }

  /// Yams keeps a pointer to the text's bytes, which must not be those of a string stored inline: blank lines
  /// at the end make it longer.
  private static func text(of yaml: Bytes.SubSequence) -> String {
    String(decoding: yaml, as: UTF8.self) + "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
  }

  private func read(_ key: Key, _ texts: [String], isList: Bool) {
    let names = { (separators: String) in FrontMatter.names(texts, isList ? "" : separators) }
    switch key {
    case .aliases: aliases.add(names(","))
    case .tags: tags.add(names(", "))
    case .deck: deck = deck ?? names("").first
    case .cardsDeck:
      deck = deck ?? names("").first
      hasCardsDeck = true
    case .test: test = names("").first
    }
  }

  /// The same for values of plain front matter.
  private func read(_ key: Key, _ values: ArraySlice<Range<Int>>, isList: Bool, in bytes: Bytes) {
    switch key {
    // Elsewhere a combining character may belong to the separator before it.
    case .aliases where isList || values.allSatisfy(bytes.isASCII):
      let separators = isList ? nil : FrontMatter.aliasSeparators
      for value in values { aliases.add(value, in: bytes, separatedBy: separators) }
    case .tags where isList || values.allSatisfy(bytes.isASCII):
      let separators = isList ? nil : FrontMatter.tagSeparators
      for value in values { tags.add(value, in: bytes, separatedBy: separators) }
    default: read(key, values.map(bytes.text), isList: isList)
    }
  }

  private static let aliasSeparators = ByteSet([UInt8(ascii: ",")])
  private static let tagSeparators = ByteSet([UInt8(ascii: ","), Byte.space])

  /// A list's scalars, or the one there is; without those that are null.
  private static func texts(_ node: Node) -> [String] {
    if let sequence = node.sequence { return sequence.flatMap(texts) }
    guard let text = node.string, node.null == nil else { return [] }
    return [text]
  }

  /// Texts cut at any of the separators; without those that are empty.
  private static func names(_ texts: [String], _ separators: String) -> [String] {
    let parts =
      separators.isEmpty ? texts : texts.flatMap { $0.split { separators.contains($0) }.map(String.init) }
    return parts.map(TextKey.name).filter { !$0.isEmpty }
  }

  private static func finding(for error: any Error, in yaml: String) -> Finding {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      finding(problem, place: place(of: mark, in: yaml))
    case .duplicatedKeysInMapping(let keys, let context):
      // Of several keys, which need not be words, it is left to chance which is named first.
      finding(
        "it has two keys named \(keys.sorted().joined(separator: " and "))",
        place: keys.count == 1 ? place(of: context.mark, in: yaml) : Finding.Place(line: 1, column: 1))
    case .reader(let problem, _, _, _): finding(problem)
    default: finding("it cannot be read")
    }
  }

  /// Where a mark is in the file, of which the YAML's first line is the second: to YAML, lines end at more characters
  /// than at LF (YAML 1.1 §4.2).
  private static func place(of mark: Mark, in yaml: String) -> Finding.Place {
    var position = (line: 1, column: 1)
    var place = Finding.Place(line: 2, column: 1)
    for scalar in yaml.unicodeScalars where position < (mark.line, mark.column) {
      switch scalar {
      case "\n":
        position = (position.line + 1, 1)
        place = Finding.Place(line: place.line + 1, column: 1)
      case "\u{85}", "\u{2028}", "\u{2029}":
        position = (position.line + 1, 1)
        place.column += 1
      default:
        position.column += 1
        place.column += 1
      }
    }
    return place
  }

  private static func finding(
    _ reason: String, place: Finding.Place = Finding.Place(line: 1, column: 1)
  ) -> Finding {
    Finding(
      severity: .warning, code: .frontMatterInvalid,
      message: "the front matter cannot be read: \(reason)",
      fix: "mend it, or its aliases, tags and deck are not read; "
        + "quote values that hold `: ` or begin with `[`",
      place: place)
  }
}

/// The keys that say something about cards.
private enum Key {
  case aliases, tags, deck, cardsDeck, test

  /// Nil for any other.
  init?(_ name: String) {
    var name = name.lowercased()
    guard let key = name.withUTF8({ Key($0.indices, in: $0) }) else { return nil }
    self = key
  }

  /// The same for a key of ASCII.
  init?(_ name: Range<Int>, in bytes: Bytes) {
    guard let key = Key.words.first(where: { bytes.isWord($0.word, in: name) })?.key else { return nil }
    self = key
  }

  private static let words: [(word: StaticString, key: Key)] = [
    ("tags", .tags), ("aliases", .aliases), ("deck", .deck), ("tag", .tags), ("alias", .aliases),
    ("anki-deck", .deck), ("cards-deck", .cardsDeck), ("test", .test),
  ]
}

extension Bytes {
  /// True if a range is a word of small letters, whatever their case there.
  fileprivate func isWord(_ word: StaticString, in range: Range<Int>) -> Bool {
    guard word.utf8CodeUnitCount == range.count else { return false }
    return range.indices.allSatisfy { index in
      let (byte, wanted) = (self[index], word.utf8Start[index - range.lowerBound])
      return byte == wanted || (Byte.isLetter(byte) && byte | 0x20 == wanted)
    }
  }
}
