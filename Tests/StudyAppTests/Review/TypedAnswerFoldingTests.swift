import StudyApp
import TestSupport
import Testing

/// What does not count in a typed answer, and what does.
@Suite struct TypedAnswerFoldingTests {
  private func isRight(_ typed: String, _ expected: String, _ folding: TypedAnswer.Folding = .init()) -> Bool
  {
    TypedAnswer(typed: typed, expected: expected, folding: folding).isRight
  }

  private var nothing: TypedAnswer.Folding {
    var folding = TypedAnswer.Folding()
    folding.ignoresCase = false
    folding.ignoresAccents = false
    folding.ignoresPunctuation = false
    return folding
  }

  @Test(arguments: [
    ("target groups", "target groups."), ("\u{201c}target groups\u{201d}", "target groups"),
    ("ports 80 443", "ports (80, 443)"), ("tcp a protocol", "TCP \u{2013} a protocol"),
    ("lodz", "Lo\u{301}dz\u{301}"), ("οδος", "ΟΔΌΣ"), ("елка", "Ёлка"), ("STRASSE ẞ", "strasse ß"),
    ("istanbul", "İstanbul"), ("que", "¿Qué?"),
  ])
  func `case, accents and the marks of sentences do not count`(typed: String, expected: String) {
    #expect(isRight(typed, expected))
    #expect(isRight(expected, typed))
    #expect(!isRight(typed, expected, nothing))
  }

  @Test(arguments: [
    ("Ctrl C", "Ctrl-C"), ("C", "C#"), ("C", "C++"), ("5", "-5"), ("80", "80%"), ("", "*"), ("...", "*"),
    ("", "..."), ("target", "target groups."), ("1.5", "15"), ("targetgroups", "target, groups"),
    // Marks that are vowels: Devanagari, Thai, Hebrew, Arabic.
    ("क", "कि"), ("กา", "กี"), ("ש", "שָ"), ("ب", "بِ"),
    // A letter of its own, not one with an accent.
    ("lodz", "łódź"),
  ])
  func `what changes the meaning counts`(typed: String, expected: String) {
    #expect(!isRight(typed, expected))
  }

  @Test func `each part can be told apart`() {
    let pairs: [(WritableKeyPath<TypedAnswer.Folding, Bool>, String)] = [
      (\.ignoresCase, "Cafe"), (\.ignoresAccents, "café"), (\.ignoresPunctuation, "cafe!"),
    ]
    for (part, typed) in pairs {
      var without = TypedAnswer.Folding()
      without[keyPath: part] = false
      #expect(!isRight(typed, "cafe", without))
      var only = nothing
      only[keyPath: part] = true
      #expect(isRight(typed, "cafe", only))
    }
  }

  @Test func `ignored characters are shown, and good`() {
    let answer = TypedAnswer(typed: "target groups", expected: "\"Target grouqs.\"")
    #expect(String(answer.columns.map { $0.typed ?? "_" }) == "_target groups__")
    #expect(String(answer.columns.map { $0.expected ?? "_" }) == "\"Target grouqs.\"")
    #expect(answer.columns.filter { $0.mark != .good }.map(\.expected) == ["q"])
  }

  /// Words put together by chance, and the same in another dress.
  @Test func `an answer that differs in dress only is right, any other is not`() {
    var generator = SeededGenerator(seed: 11)
    let words = ["a", "café", "Ctrl-C", "C#", "Ärger", "x.y", "don't", "中文", "कि"]
    let marks = ["", "", ".", ",", "!", "\"", "\u{2026}", "(", ")", "¿"]
    for _ in 0..<400 {
      let count = 1 + generator.index(below: 4)
      let expected = (0..<count).map { _ in generator.element(of: words) }
      let dressed = expected.map { word in
        let cased = generator.happens(oneIn: 2) ? word.uppercased() : word
        let plain = cased.replacing("é", with: "e").replacing("É", with: "e").replacing("Ä", with: "a")
        let blanks = String(repeating: " ", count: 1 + generator.index(below: 2))
        return blanks + generator.element(of: marks) + plain + generator.element(of: marks)
      }.joined()
      let text = expected.joined(separator: " ")
      #expect(isRight(dressed, text), "\(dressed) for \(text)")
      #expect(isRight(dressed, text, nothing) == (tidied(dressed) == text), "\(dressed) for \(text)")

      let other = (expected + ["more"]).joined(separator: generator.element(of: [" ", ", ", " - "]))
      #expect(!isRight(dressed, other))
      for (typed, asked) in [(dressed, other), (other, dressed)] {
        let columns = TypedAnswer(typed: typed, expected: asked).columns
        #expect(String(columns.compactMap(\.typed)) == tidied(typed))
        #expect(String(columns.compactMap(\.expected)) == tidied(asked))
      }
    }
  }

  private func tidied(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

  @Test func `what is ignored costs no character that counts`() {
    // Matching the quotation marks would leave the letter without its like.
    #expect(isRight("'''a", "a'''"))
    let answer = TypedAnswer(typed: "''' ab", expected: "a''' c")
    #expect(answer.columns.contains { $0.typed == "a" && $0.mark == .good })
  }

  @Test func `a very long text is folded too, and shown as it is`() {
    let long = String(repeating: "Café, ", count: 1000)
    let answer = TypedAnswer(typed: String(repeating: "cafe ", count: 1000), expected: long)
    #expect(answer.isRight)
    #expect(String(answer.columns.compactMap(\.expected)) == tidied(long))
  }
}
