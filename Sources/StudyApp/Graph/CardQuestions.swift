import StudyCore
import StudyStore

/// What a card asks, and how well it is remembered.
package struct CardQuestion: Hashable, Sendable {
  /// The short id, as lists print it.
  package var card: String
  /// Plain text.
  package var text: String
  /// Predicted recall (0–1); nil for a card that was not reviewed.
  package var recall: Double?

  package init(card: String, text: String, recall: Double?) {
    self.card = card
    self.text = text
    self.recall = recall
  }
}

extension GraphService {
  /// The cards of the notes of some concepts, by concept and in order of each note.
  ///
  /// - Throws: `StudyStoreError`
  package func questions(of concepts: Set<Int64>, at now: Moment) throws -> [Int64: [CardQuestion]] {
    var questions: [Int64: [CardQuestion]] = [:]
    try store.forEachCardText { concept, text in
      guard concepts.contains(concept) else { return }
      let card = text.card
      questions[concept, default: []].append(
        CardQuestion(
          card: card.key.shortID,
          text: CardFaces(text.fields, as: card.key.kind, of: text.behavior).questionText,
          recall: presets.scheduler(of: card.deck).retrievability(of: card.schedule, at: now.timestamp)))
    }
    return questions
  }
}
