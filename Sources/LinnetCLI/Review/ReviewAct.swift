import StudyCore

/// What a learner can do in a quiz.
enum ReviewAct: Hashable, Sendable {
  /// Shows the answer; after it, answers with the rating that is suggested.
  case proceed
  case rate(Rating)
  case undo, edit, links, foundations, skip, help, quit
  case bury, buryNote, suspend, suspendNote
  case mark, flag, information, outline, open
}

/// A key of the quiz: the table that drives it, and its help.
struct ReviewKey: Hashable, Sendable {
  var key: Character
  /// What a line says in place of the key, and, with dashes for blanks, what `config.yml` calls it.
  var word: String
  var act: ReviewAct
  var meaning: String
  /// True for what only a full screen can do.
  var needsScreen = false

  var name: String { word.replacing(" ", with: "-") }

  static let all: [ReviewKey] = [
    ReviewKey(key: "1", word: "again", act: .rate(.again), meaning: "again: not remembered"),
    ReviewKey(key: "2", word: "hard", act: .rate(.hard), meaning: "hard: remembered with effort"),
    ReviewKey(key: "3", word: "good", act: .rate(.good), meaning: "good: remembered"),
    ReviewKey(key: "4", word: "easy", act: .rate(.easy), meaning: "easy: remembered at once"),
    ReviewKey(key: "l", word: "links", act: .links, meaning: "the links of the card"),
    ReviewKey(
      key: "p", word: "foundations", act: .foundations,
      meaning: "after again: ask first what the card leans on and may be forgotten"),
    ReviewKey(
      key: "t", word: "tree", act: .outline, meaning: "the answer as a tree, one level at a time",
      needsScreen: true),
    ReviewKey(key: "e", word: "edit", act: .edit, meaning: "edit the note at the card's line"),
    ReviewKey(key: "u", word: "undo", act: .undo, meaning: "take back the last answer, any number of times"),
    ReviewKey(key: "-", word: "bury", act: .bury, meaning: "put the card off until tomorrow"),
    ReviewKey(key: "=", word: "bury note", act: .buryNote, meaning: "the same for all cards of its block"),
    ReviewKey(
      key: "@", word: "suspend", act: .suspend, meaning: "keep the card from coming until it is resumed"),
    ReviewKey(
      key: "!", word: "suspend note", act: .suspendNote, meaning: "the same for all cards of its block"),
    ReviewKey(
      key: "m", word: "mark", act: .mark, meaning: "mark the card for later, with a few words",
      needsScreen: true),
    ReviewKey(key: "f", word: "flag", act: .flag, meaning: "flag the card, 1 to 7", needsScreen: true),
    ReviewKey(
      key: "i", word: "information", act: .information, meaning: "what is known of the card, and its history",
      needsScreen: true),
    ReviewKey(
      key: "o", word: "open", act: .open, meaning: "open the card's image or the note outside",
      needsScreen: true),
    ReviewKey(key: "s", word: "skip", act: .skip, meaning: "put the card at the end, unanswered"),
    ReviewKey(key: "?", word: "help", act: .help, meaning: "show these keys"),
    ReviewKey(key: "q", word: "quit", act: .quit, meaning: "end; every answer is kept"),
  ]
}
