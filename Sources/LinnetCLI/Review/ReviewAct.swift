import StudyCore

/// What a learner can do in a quiz.
enum ReviewAct: Hashable, Sendable {
  /// Shows the answer; after it, answers with the rating that is suggested.
  case proceed
  case rate(Rating)
  case undo, edit, links, skip, help, quit
  case bury, buryNote, suspend, suspendNote
}

/// A key of the quiz: the table that drives it, and its help.
struct ReviewKey: Hashable, Sendable {
  var key: Character
  var word: String
  var act: ReviewAct
  var meaning: String

  static let all: [ReviewKey] = [
    ReviewKey(key: "1", word: "again", act: .rate(.again), meaning: "again: not remembered"),
    ReviewKey(key: "2", word: "hard", act: .rate(.hard), meaning: "hard: remembered with effort"),
    ReviewKey(key: "3", word: "good", act: .rate(.good), meaning: "good: remembered"),
    ReviewKey(key: "4", word: "easy", act: .rate(.easy), meaning: "easy: remembered at once"),
    ReviewKey(key: "l", word: "links", act: .links, meaning: "list the links of the card"),
    ReviewKey(key: "e", word: "edit", act: .edit, meaning: "edit the note at the card's line"),
    ReviewKey(key: "u", word: "undo", act: .undo, meaning: "take back the last answer, any number of times"),
    ReviewKey(key: "-", word: "bury", act: .bury, meaning: "put the card off until tomorrow"),
    ReviewKey(key: "=", word: "bury note", act: .buryNote, meaning: "the same for all cards of its block"),
    ReviewKey(
      key: "@", word: "suspend", act: .suspend, meaning: "keep the card from coming until it is resumed"),
    ReviewKey(
      key: "!", word: "suspend note", act: .suspendNote, meaning: "the same for all cards of its block"),
    ReviewKey(key: "s", word: "skip", act: .skip, meaning: "put the card at the end, unanswered"),
    ReviewKey(key: "?", word: "help", act: .help, meaning: "show these keys"),
    ReviewKey(key: "q", word: "quit", act: .quit, meaning: "end; every answer is kept"),
  ]

  static func act(for key: Character) -> ReviewAct? { all.first { $0.key == key }?.act }

  /// A line stands for a key: the key itself, its word in any case, or nothing for Enter.
  static func act(forLine line: String) -> ReviewAct? {
    let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    if word.isEmpty { return .proceed }
    return all.first { String($0.key) == word || $0.word == word }?.act
  }
}
