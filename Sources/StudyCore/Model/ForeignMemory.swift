/// What another program remembers of a card: where its learning stands when it comes to Linnet.
package struct ForeignMemory: Hashable, Sendable {
  package enum Strength: Hashable, Sendable {
    /// SM-2 as obsidian-spaced-repetition keeps it, in percent (250 is where a card begins).
    case ease(Double)
    /// FSRS: stability in days, difficulty 1–10.
    case memory(stability: Double, difficulty: Double)
  }

  package var due: Day
  /// Days from the last review to `due`.
  package var interval: Double
  package var strength: Strength

  package init(due: Day, interval: Double, strength: Strength) {
    self.due = due
    self.interval = interval
    self.strength = strength
  }
}
