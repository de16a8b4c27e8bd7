import Markdown
import StudyCore
import StudyStore

/// The two sides of a card as Markdown trees.
package struct CardFaces: Hashable, Sendable {
  /// One field of a side.
  package struct Part: Hashable, Sendable {
    /// The field's name, where a side has several and a reader has to tell them apart.
    package var name: String?
    package var document: MarkdownDocument
  }

  package var question: [Part]
  package var answer: [Part]
  /// The text to be typed, for a card that asks for it.
  package var typed: String?

  package init(_ content: CardContent) {
    self.init(content.fields, as: content.card.key.kind, of: content.noteType.behavior)
  }

  /// The sides of a card of that kind, which a block with these fields makes.
  package init(_ fields: [Field], as kind: CardKind, of behavior: NoteType.Behavior) {
    switch (behavior, kind.direction) {
    case (_, .cloze):
      let text = MarkdownParser.parse(fields.first?.text ?? "", readingClozes: true)
      question = [Part(document: ClozeView.question(of: text, asking: kind.ordinal))]
      answer =
        [Part(document: ClozeView.answer(of: text, asking: kind.ordinal))]
        + CardFaces.parts(Array(fields.dropFirst()), readingClozes: true)
    case (_, .reverse):
      question = CardFaces.parts(Array(fields.dropFirst().prefix(1)))
      answer = CardFaces.parts(Array(fields.prefix(1)))
    case (.optionalReversed, .forward):
      question = CardFaces.parts(Array(fields.prefix(1)))
      answer = CardFaces.parts(Array(fields.dropFirst().prefix(1)))
    case (let behavior, .forward):
      question = CardFaces.parts(Array(fields.prefix(1)))
      answer = CardFaces.parts(Array(fields.dropFirst()))
      if behavior == .typed {
        typed = PlainTextRenderer().text(of: MarkdownDocument(blocks: answer.flatMap(\.document.blocks)))
      }
    }
  }

  /// The sides as plain text, for scripts.
  package var questionText: String { CardFaces.text(question) }
  package var answerText: String { CardFaces.text(answer) }

  /// Empty fields show nothing; a single one needs no name.
  private static func parts(_ fields: [Field], readingClozes: Bool = false) -> [Part] {
    let filled = fields.filter { !$0.text.isEmpty }
    return filled.map { field in
      let document = MarkdownParser.parse(field.text, readingClozes: readingClozes)
      return Part(
        name: filled.count > 1 ? field.name : nil,
        document: readingClozes ? ClozeView.text(of: document) : document)
    }
  }

  private static func text(_ parts: [Part]) -> String {
    parts.map { part in
      let text = PlainTextRenderer().text(of: part.document)
      return part.name.map { "\($0): \(text)" } ?? text
    }.joined(separator: "\n")
  }
}

extension CardContent {
  /// The links that stand in some parts of the card: those of the question do not tell the answer.
  package func links(in parts: [CardFaces.Part]) -> [Link] {
    let targets = Set(parts.flatMap { $0.document.noteLinks.map { $0.path.lowercased() } })
    return links.filter { targets.contains($0.target.lowercased()) }
  }
}
