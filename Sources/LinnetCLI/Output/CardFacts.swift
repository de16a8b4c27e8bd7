import StudyApp
import StudyCore
import StudyStore

/// What is known of a card and of the learner's memory of it, in sentences.
struct CardFacts {
  let service: ReviewService
  let now: Moment

  func lines(_ content: CardContent) -> [String] {
    let schedule = content.card.schedule
    let scheduler = service.scheduler(of: content.card)
    var facts = [
      "\(content.noteType.name), \(CardStateText.short(schedule, now: now, rolloverHour: service.settings.rolloverHour))"
    ]
    if schedule.flag > 0 { facts.append("flag \(schedule.flag)") }
    if schedule.lapses >= scheduler.settings.leechThreshold {
      facts.append("leech: forgotten again and again")
    }
    if let mark = content.mark { facts.append("marked: \(mark)") }
    if !content.tags.isEmpty { facts.append("tags: " + content.tags.joined(separator: " ")) }
    if let stability = scheduler.stability(of: schedule), let memory = schedule.memory,
      let recall = scheduler.retrievability(of: schedule, at: now.timestamp)
    {
      facts.append(
        "recall \(Int((recall * 100).rounded()))% now, 90% after \(Words.days(stability)), "
          + "difficulty \(Words.decimal(memory.difficulty)) of 10")
      facts.append(
        Words.count(schedule.repetitions, "review") + ", " + Words.count(schedule.lapses, "lapse"))
    }
    return facts
  }
}
