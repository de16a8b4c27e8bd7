/// Stability in days after a first review, by its rating.
public struct FirstStability: Hashable, Sendable {
  public let again, hard, good, easy: Double
}

extension FirstStability {
  /// The stability in days for a rating.
  public subscript(rating: Rating) -> Double {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
