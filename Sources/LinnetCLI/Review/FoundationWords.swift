import StudyApp

/// What a forgotten card leans on, in a sentence.
enum FoundationWords {
  private static let mostNamed = 3

  /// Nil without any.
  static func offer(_ foundations: [KnownFoundation], key: String) -> String? {
    guard !foundations.isEmpty else { return nil }
    let names = foundations.prefix(mostNamed).map { known in
      known.foundation.title + (known.leastRecall.map { " (\(LinkWords.recall($0)))" } ?? "")
    }
    return
      "it leans on \(list(names, of: foundations.count)); \(key) asks \(foundations.count == 1 ? "that" : "those") first"
  }

  static func asked(_ foundations: [KnownFoundation], cards: Int) -> String {
    let names = foundations.prefix(mostNamed).map(\.foundation.title)
    return "\(Words.count(cards, "card")) of \(list(names, of: foundations.count)) first, then on as before"
  }

  private static func list(_ names: [String], of count: Int) -> String {
    count > names.count
      ? names.joined(separator: ", ") + " and \(Words.count(count - names.count, "other"))"
      : Words.list(names)
  }
}
