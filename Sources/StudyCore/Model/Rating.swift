import FSRS

package typealias Rating = FSRS.Rating

extension FSRS.Rating {
  /// The word on the button and on the command line.
  package var name: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }

  /// Reads a word (`good`, any case) or a number (`3`).
  package init?(name: String) {
    let lower = name.lowercased()
    guard let match = Self.allCases.first(where: { $0.name == lower || String($0.rawValue) == lower }) else {
      return nil
    }
    self = match
  }
}
