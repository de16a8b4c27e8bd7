import Markdown
import StudyCore

/// Makes cards of sentences that hold wiki links: each link is a gap, links to one concept the same.
///
/// A sentence asks something only by what stands around its links: of fewer than four words none is made, nor of one that is too
/// long to read as a question. Links to the note itself and to files are left as they are.
struct LinkQuestionReader {
  let text: StyleText
  let cloze: NoteType
  /// Of the note, as compared.
  private let ownName: String
  private let links: [(syntax: LinkSyntax, range: Range<Int>)]
  /// Comments and HTML comments.
  private let comments: [Range<Int>]

  private static let fewestWords = 4
  /// In bytes.
  private static let longestSentence = 1000
  /// Links with these extensions lead to files, which are no concepts.
  private static let fileExtensions: Set<String> = [
    "avif", "base", "bmp", "canvas", "csv", "docx", "epub", "gif", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4",
    "ogg", "pdf",
    "png", "pptx", "svg", "wav", "webm", "webp", "xlsx", "zip",
  ]

  init(_ text: StyleText, spans: [SyntaxSpan], name: String, cloze: NoteType) {
    self.text = text
    self.cloze = cloze
    ownName = TextKey.key(name)
    links = spans.compactMap { span in
      if case .link(let syntax) = span.kind, syntax.form == .wiki { (syntax, span.range) } else { nil }
    }
    comments = spans.compactMap { span in
      switch span.kind {
      case .comment, .htmlComment: span.range
      default: nil
      }
    }
  }

  /// In order of their places.
  func cards() -> [StyledCard] {
    guard !links.isEmpty else { return [] }
    let splitter = SentenceSplitter(text: text)
    var cards: [StyledCard] = []
    var (nextLink, nextComment) = (0, 0)
    for passage in Prose(text).passages {
      for sentence in splitter.sentences(of: passage) {
        guard let first = sentence.first, let last = sentence.last else { continue }
        let range = first.lowerBound..<last.upperBound
        while nextLink < links.count, links[nextLink].range.lowerBound < range.lowerBound { nextLink += 1 }
        while nextComment < comments.count, comments[nextComment].upperBound <= range.lowerBound {
          nextComment += 1
        }
        let own = links[nextLink...].prefix { $0.range.upperBound <= range.upperBound }
        nextLink = own.endIndex
        let holdsComment =
          nextComment < comments.count && comments[nextComment].lowerBound < range.upperBound
        guard !own.isEmpty, !holdsComment, let question = question(sentence, own) else { continue }
        cards.append(StyledCard(syntax: .linkQuestion, noteType: cloze, texts: [question], range: range))
      }
    }
    return cards
  }

  /// The sentence on one line with its gaps; nil where it asks nothing.
  private func question(
    _ sentence: SentenceSplitter.Sentence, _ links: ArraySlice<(syntax: LinkSyntax, range: Range<Int>)>
  ) -> String? {
    guard sentence.reduce(0, { $0 + $1.count }) <= LinkQuestionReader.longestSentence else { return nil }
    var written = GapText()
    var rest = links
    for part in sentence {
      written.addBlank()
      var start = part.lowerBound
      while let link = rest.first, link.range.upperBound <= part.upperBound {
        rest.removeFirst()
        written.add(text.bytes.text(start..<link.range.lowerBound))
        written.add(link: text.bytes.text(link.range), to: concept(of: link.syntax))
        start = link.range.upperBound
      }
      written.add(text.bytes.text(start..<part.upperBound))
    }
    return written.question(ofWords: LinkQuestionReader.fewestWords)
  }

  /// What tells concepts apart within a sentence: the name alone, for a path and a name mostly mean the same note.
  private func concept(of link: LinkSyntax) -> String? {
    let target = TextKey.key(text.bytes.text(link.path))
    // Addresses, and what a template fills in.
    guard !target.contains("://"), !target.contains("<"), let last = target.split(separator: "/").last else {
      return nil
    }
    let name = last.hasSuffix(".md") ? String(last.dropLast(3)) : String(last)
    let dot = name.lastIndex(of: ".")
    let isFile =
      dot.map { LinkQuestionReader.fileExtensions.contains(String(name[name.index(after: $0)...])) } ?? false
    return name == ownName || isFile ? nil : name
  }
}

/// A sentence as it is written down piece by piece.
private struct GapText {
  private var text = ""
  /// What stands beside the links.
  private var others = ""
  private var gaps: [[UInt8]] = []
  private var numbers: [String: Int] = [:]

  /// Between two lines.
  mutating func addBlank() { if !text.isEmpty { add(" ") } }

  mutating func add(_ words: String) {
    text += words
    others += words
  }

  /// - Parameter concept: nil where the link is not hidden.
  mutating func add(link: String, to concept: String?) {
    guard let concept else {
      text += link
      return
    }
    let number = numbers[concept] ?? numbers.count + 1
    numbers[concept] = number
    gaps.append(Array(link.utf8))
    text += LinkQuestion.gap(number, around: link)
  }

  /// Nil where it hides nothing, or fewer words stand beside its links.
  func question(ofWords fewest: Int) -> String? {
    guard !gaps.isEmpty, WordCount.of(others, upTo: fewest) == fewest else { return nil }
    // Braces and colons of the note's own could make other gaps of it.
    let bytes = Array(text.utf8)
    let found = ClozeScanner.scan(bytes)
    return found.map { Array(bytes[$0.content]) } == gaps && found.allSatisfy { $0.hint == nil } ? text : nil
  }
}

/// Counts words; of a script that is written without blanks, characters.
private enum WordCount {
  /// - Parameter limit: where counting ends.
  static func of(_ text: String, upTo limit: Int) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars where count < limit {
      switch scalar.value {
      case 0x3041...0x9fff where scalar.properties.isAlphabetic:
        count += 1
        isInWord = false
      case _ where scalar.properties.isWhitespace: isInWord = false
      case _ where !isInWord && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil):
        count += 1
        isInWord = true
      default: break
      }
    }
    return count
  }
}
