import StudyApp
import StudyCore

/// Which key of a quiz does what: the built-in ones, changed as the learner's settings say.
struct KeyMap: Hashable, Sendable {
  /// Why a key map cannot be used, in a sentence.
  struct Problem: Error, Hashable {
    var message: String
    var hint: String
  }

  private(set) var keys: [ReviewKey]

  static let standard = KeyMap(keys: ReviewKey.all)

  /// For learners who only tell whether they knew it: 1 and 2.
  private static let twoButtons = KeyMap(
    keys: ReviewKey.all.filter { $0.act != .rate(.hard) && $0.act != .rate(.easy) }
      .map { key in
        var key = key
        if key.act == .rate(.good) { key.key = "2" }
        return key
      })

  private init(keys: [ReviewKey]) { self.keys = keys }

  /// - Parameters:
  ///   - changes: keys by the names of what they do (``ReviewKey/name``).
  ///   - hasTwoButtons: leaves Hard and Easy out.
  /// - Throws: ``Problem`` for a name that is not there, or a key that would mean two things.
  init(changing changes: [String: Character], hasTwoButtons: Bool = false) throws(Problem) {
    var keys = (hasTwoButtons ? KeyMap.twoButtons : .standard).keys
    for (name, key) in changes.sorted(by: { $0.key < $1.key }) {
      guard let place = keys.firstIndex(where: { $0.name == name }) else {
        throw Problem(
          message: "there is no key for \"\(name)\"",
          hint: "there are: " + keys.map(\.name).joined(separator: ", "))
      }
      keys[place].key = key
    }
    for (place, key) in keys.enumerated() {
      guard let other = keys[..<place].first(where: { $0.key == key.key }) else { continue }
      throw Problem(
        message: "the key \(key.key) would mean both \"\(other.name)\" and \"\(key.name)\"",
        hint: "give one of them another key")
    }
    self.keys = keys
  }

  /// What an answer can be.
  var ratings: [Rating] {
    keys.compactMap { if case .rate(let rating) = $0.act { rating } else { nil } }
  }

  func act(for key: Character) -> ReviewAct? { keys.first { $0.key == key }?.act }

  func key(for act: ReviewAct) -> String { keys.first { $0.act == act }.map { String($0.key) } ?? "" }

  /// A line stands for a key: the key itself, its word in any case, or nothing for Enter. Keys that need a screen
  /// mean nothing in lines.
  func act(forLine line: String) -> ReviewAct? {
    let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    if word.isEmpty { return .proceed }
    return keys.first { !$0.needsScreen && (String($0.key) == word || $0.word == word) }?.act
  }
}

extension KeyMap {
  /// - Throws: ``Failure`` with exit code 78.
  init(_ settings: UserSettings, hasTwoButtons: Bool) throws {
    do {
      try self.init(changing: settings.keys, hasTwoButtons: hasTwoButtons || settings.twoButtons)
    } catch {
      throw Failure(error.message, hint: error.hint, status: .badSettings)
    }
  }
}
