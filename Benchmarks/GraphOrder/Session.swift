/// The cards of one day, as far as they are not yet shown.
struct Session: Sendable {
  var day = 0
  /// Since the beginning.
  var seconds = 0.0
  /// Forgotten cards, and the second from which on they come again.
  var learning: [(card: Int, from: Double)] = []
  /// What comes before everything else.
  var urgent: [Int] = []
  var due: [Int] = []
  /// Shown today, in order.
  private(set) var shown: [Int] = []

  /// Days.
  var time: Double { Double(day) + Study.hour + seconds / 86_400 }

  mutating func note(_ card: Int, seconds: Double) {
    shown.append(card)
    self.seconds += seconds
    urgent.removeAll { $0 == card }
    due.removeAll { $0 == card }
  }

  /// The next forgotten card whose time has come, or the first at all.
  mutating func nextLearning(ahead: Bool) -> Int? {
    guard let place = learning.indices.min(by: { learning[$0].from < learning[$1].from }),
      ahead || learning[place].from <= seconds
    else { return nil }
    return learning.remove(at: place).card
  }
}
