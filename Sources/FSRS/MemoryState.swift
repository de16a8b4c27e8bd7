/// What a memory model keeps about one card.
public enum MemoryState: Hashable, Sendable {
  case fsrs6(FSRS6.State)
  case fsrs7(FSRS7.State)

  /// 1–10.
  public var difficulty: Double {
    switch self {
    case .fsrs6(let state): state.difficulty
    case .fsrs7(let state): state.difficulty
    }
  }
}

extension FSRS7 {
  /// What FSRS-7 keeps about one card. `slow` and `fast` are stabilities in days (0.0001–36500), `difficulty` is 1–10.
  public struct State: Hashable, Sendable {
    public var slow: Double
    public var fast: Double
    public var difficulty: Double

    public init(slow: Double, fast: Double, difficulty: Double) {
      self.slow = slow
      self.fast = fast
      self.difficulty = difficulty
    }
  }
}

extension FSRS6 {
  /// What FSRS-6 keeps about one card: `stability`, the days until recall has fallen to 0.9 (0.001–36500), and `difficulty` (1–10).
  public struct State: Hashable, Sendable {
    public var stability: Double
    public var difficulty: Double

    public init(stability: Double, difficulty: Double) {
      self.stability = stability
      self.difficulty = difficulty
    }
  }
}
