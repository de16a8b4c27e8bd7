/// One line of the review log: append-only, the only truth about what the learner did (`design.md` §5.1).
package struct LogEntry: Hashable, Sendable {
  /// Names an entry on every machine: milliseconds made unique on its device, and the device.
  package struct ID: Hashable, Sendable {
    package var number: Int64
    package var device: String

    package init(number: Int64, device: String) {
      self.number = number
      self.device = device
    }
  }

  package enum Action: Hashable, Sendable {
    case answer(Answer)
    /// Takes back the entry named; a replay skips both.
    case undo(ID)
    case suspend, resume
    /// Out of the queue until the day named.
    case bury(until: Day)
    case unbury
    /// Back to the state of a new card.
    case reset
    /// Due on that day, as a review card. Without `interval`, in days, a card that has one keeps it.
    case setDue(Day, interval: Int? = nil)
    /// A review card has the day and the interval, in days, that other settings ask for.
    case reschedule(Day, interval: Int)
    /// Begins where another program stood with the card. It counts for a new card only.
    case adopt(ForeignMemory)
    /// 0 (none) to 7, Anki's flag numbers.
    case flag(Int)
  }

  package struct Answer: Hashable, Sendable {
    package var rating: Rating
    /// Time from showing the question to the rating, in seconds.
    package var secondsTaken: Double
    /// The interval given, in seconds.
    package var interval: Int64
    /// The memory model in use, for example `FSRS-7`.
    package var model: String
    /// Names the parameter set in use; 0 is the published defaults.
    package var parameterSet: Int
    /// Where the answer put the card, by the settings of that time; nil in entries from before it was kept.
    package var phase: CardSchedule.Phase?

    package init(
      rating: Rating, secondsTaken: Double, interval: Int64, model: String, parameterSet: Int,
      phase: CardSchedule.Phase? = nil
    ) {
      self.rating = rating
      self.secondsTaken = secondsTaken
      self.interval = interval
      self.model = model
      self.parameterSet = parameterSet
      self.phase = phase
    }
  }

  package var id: ID
  package var card: CardKey
  package var moment: Moment
  /// The study day, fixed when the entry was written.
  package var studyDay: Day
  package var action: Action

  package init(id: ID, card: CardKey, moment: Moment, studyDay: Day, action: Action) {
    self.id = id
    self.card = card
    self.moment = moment
    self.studyDay = studyDay
    self.action = action
  }
}
