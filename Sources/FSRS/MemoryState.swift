/// What FSRS-7 keeps about one card. `slow` and `fast` are stabilities in days (0.0001–36500), `difficulty` is 1–10.
public struct MemoryState: Hashable, Sendable {
  public var slow: Double
  public var fast: Double
  public var difficulty: Double

  public init(slow: Double, fast: Double, difficulty: Double) {
    self.slow = slow
    self.fast = fast
    self.difficulty = difficulty
  }
}
