/// A way to schedule, and the links that it goes by.
struct Arm: Hashable, Sendable {
  enum Mechanism: String, Sendable, CaseIterable {
    /// FSRS-7 with its defaults, new cards in the order of the notes, reviews by due day.
    case flat = "flat"
    /// The due card comes first that is the least likely to be recalled, by FSRS and how all reviews of late went (M1 with b2 = 0).
    case mood = "mood only (b2 = 0)"
    /// New cards in the order of what they lean on, each block on its own.
    case blocks = "M0a block by block"
    /// The same with whole notes kept together: what the program does.
    case notes = "M0a whole notes"
    /// New cards wait until what they lean on is ready.
    case ready = "M0b held back"
    /// Neighbours neither close together on a day nor due on near days.
    case apart = "M0c neighbours apart"
    /// As mood, and with how neighbours went of late, once the gate is open.
    case context = "M1 context term"
    /// After a failure what the card leans on is asked.
    case foundations = "after a failure, foundations"
    /// Reviews what has fallen to 90 % in truth, and takes the new card that will be learned best now.
    case oracle = "oracle"

    var usesLinks: Bool {
      switch self {
      case .flat, .mood, .oracle: false
      case .blocks, .notes, .ready, .apart, .context, .foundations: true
      }
    }
  }

  enum Links: Hashable, Sendable {
    case real
    /// The placebo.
    case rewired
  }

  var mechanism: Mechanism
  var links = Links.real

  static let all =
    Mechanism.allCases.map { Arm(mechanism: $0) }
    + Mechanism.allCases.filter(\.usesLinks).map { Arm(mechanism: $0, links: .rewired) }
}

/// What the mechanisms leave open. The values are those that did best in W1 and W2 on learners of `Tuning`,
/// whom the report does not have.
struct Tunables: Hashable, Sendable {
  /// M0b: the mean R·(S ≥ 7 days) over the cards of each note that a card leans on, from which on it is ready.
  var readiness = 0.3
  /// M0c: strength of a tie from which on cards are kept apart.
  var leastApart = 0.05
  /// After a failure: how many cards are asked.
  var foundations = 1
}
