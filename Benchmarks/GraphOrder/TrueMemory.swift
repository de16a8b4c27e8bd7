import FSRS
import Foundation

/// What the learner really remembers. Times are days.
///
/// Each card has an FSRS-7 trace with the learner's parameters, an ease of its own and noise in every review; the world's influence comes on
/// top of that.
struct TrueMemory: Sendable {
  private struct Trace {
    var state: FSRS7.State
    var time: Double
    var reviews: Int
  }

  private let model: FSRS7
  private let fate: Fate
  private var influence: any Influence
  private var traces: [Trace?]

  /// Of a new card, and of passes: how often each button is pressed (`fsrs.md` §5, rounded).
  private static let failureOfNew = 0.24
  private static let hardOfPasses = 0.15
  private static let easyOfPasses = 0.15

  init(_ learner: Learner, cards: Int, influence: any Influence) {
    model = learner.model
    fate = learner.fate
    self.influence = influence
    traces = Array(repeating: nil, count: cards)
  }

  /// The probability of recall, 0–1, in an even mood, of a card seen before.
  func recall(_ card: Int, at time: Double) -> Double {
    influence.recall(ownRecall(card, at: time), of: card, at: time)
  }

  /// The same without what passes by itself.
  func lastingRecall(_ card: Int, at time: Double) -> Double {
    influence.lastingRecall(ownRecall(card, at: time), of: card, at: time)
  }

  private func ownRecall(_ card: Int, at time: Double) -> Double {
    guard let trace = traces[card] else { return 0 }
    return model.retrievability(trace.state, elapsedDays: time - trace.time)
  }

  /// The probability that a new card is not known after it was read.
  func failureOfNew(_ card: Int, at time: Double) -> Double {
    influence.failure(TrueMemory.failureOfNew, of: card, at: time)
  }

  /// The learner sees the card and presses a button.
  ///
  /// - Returns: the button, and how likely recall was.
  mutating func answer(_ card: Int, at time: Double) -> (rating: Rating, recall: Double) {
    let known = traces[card]
    let even = known == nil ? 1 - failureOfNew(card, at: time) : recall(card, at: time)
    let recall = TrueMemory.swayed(even, by: influence.mood(at: time))
    let rating = rating(recall: recall, luck: fate.uniform(.answer, card, known?.reviews ?? 0))
    let encoding = influence.encoding(of: card, at: time)
    if let known {
      var state = model.next(known.state, elapsedDays: time - known.time, rating: rating)
      let noise = encoding * exp(0.1 * fate.normal(.noise, card, known.reviews))
      // Influences and noise change what was gained, not what was there.
      state.slow = changed(state.slow, from: known.state.slow, by: noise)
      state.fast = changed(state.fast, from: known.state.fast, by: noise)
      traces[card] = Trace(state: state, time: time, reviews: known.reviews + 1)
    } else {
      var state = model.firstState(rating: rating)
      let ease = encoding * exp(0.4 * fate.normal(.cardStability, card))
      state.slow *= ease
      state.fast *= ease
      state.difficulty = min(max(state.difficulty + fate.normal(.cardDifficulty, card), 1), 10)
      traces[card] = Trace(state: state, time: time, reviews: 1)
    }
    influence.record(card, at: time, isRecalled: rating != .again)
    return (rating, recall)
  }

  private func changed(_ new: Double, from old: Double, by factor: Double) -> Double {
    new > old ? old + (new - old) * factor : new
  }

  private static func swayed(_ recall: Double, by mood: Double) -> Double {
    guard mood != 0 else { return recall }
    return 1 / (1 + (1 - recall) / recall * exp(-mood))
  }

  private func rating(recall: Double, luck: Double) -> Rating {
    guard luck < recall else { return .again }
    let place = luck / recall
    if place < TrueMemory.easyOfPasses { return .easy }
    return place > 1 - TrueMemory.hardOfPasses ? .hard : .good
  }
}
