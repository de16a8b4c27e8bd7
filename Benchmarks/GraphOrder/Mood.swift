import Foundation

/// Better and worse days, which hang together, and a learner who tires.
struct Mood: Influence {
  private static let persistence = 0.7
  /// Logits lost in ten minutes, for a sway of 1.
  private static let fatigue = 0.5

  private let sway: Double
  private let ofDays: [Double]

  init(_ learner: Learner) {
    sway = learner.mood
    var mood = 0.0
    let fresh = (1 - Mood.persistence * Mood.persistence).squareRoot()
    ofDays = (0...Study.days).map { day in
      mood = Mood.persistence * mood + fresh * learner.fate.normal(.mood, day)
      return mood
    }
  }

  func mood(at time: Double) -> Double {
    let day = min(Int(time), Study.days)
    let minutes = (time - Double(day) - Study.hour) * 1440
    return sway * (ofDays[day] - Mood.fatigue * minutes / 10)
  }
}
