import FSRS

/// How strongly a link ties two concepts together, 0–1, from what kind of link it is and how many others there are.
///
/// Source: `graph-scheduling.md`, "Edges". Links of indexes and daily notes, and links to what everything links to, say little.
package enum LinkStrength: Hashable, Sendable, CaseIterable {
  /// A property of the note that says what it needs or is part of.
  case explicit
  /// A link in the text of a card.
  case card
  /// What the note shows of another.
  case embed
  /// Any other link in the text.
  case body
  /// Cards in one note.
  case sameNote

  /// Of a link alone in the world would be half of it.
  package var weight: Double {
    switch self {
    case .explicit: 0.8
    case .sameNote: 0.6
    case .card, .embed: 0.5
    case .body: 0.2
    }
  }

  /// - Parameters:
  ///   - outDegree: how many things the source links to, this one included.
  ///   - inDegree: how many notes link to the target, this one included.
  package func damped(outDegree: Int, inDegree: Int) -> Double {
    weight / (1 + LinkStrength.log2(1 + outDegree) * LinkStrength.log2(1 + inDegree))
  }

  private static func log2(_ number: Int) -> Double { logarithm(Double(number)) / logarithm(2) }
}
