import StudyApp
import StudyCore
import StudyStore
import Terminal

/// Everything about a card on one page: where it is, what it says, what is known of the learner's memory of it.
struct CardSheet {
  private let service: ReviewService
  private let now: Moment
  private let rendering: Rendering
  private let context: CommandContext

  init(context: CommandContext, service: ReviewService) {
    self.service = service
    now = context.environment.start
    rendering = context.rendering
    self.context = context
  }

  /// - Parameter history: the card's log entries, or nil to leave them out.
  func text(_ content: CardContent, history: [LogEntry]?) -> String {
    let unresolved = Set(content.links.filter { !$0.isResolved }.map { $0.target.lowercased() })
    let markdown = context.terminalMarkdown { !unresolved.contains($0.path.lowercased()) }
    var lines: [StyledText] = [
      StyledText("\(content.card.key.shortID)  \(content.deck)", .title),
      StyledText("\(content.filePath):\(content.line)", .faint), StyledText(),
    ]
    let faces = CardFaces(content)
    lines += faces.question.flatMap { markdown.lines($0.document) }
    lines += [StyledText(), StyledText("answer", .faint)]
    lines += faces.answer.flatMap { part in
      (part.name.map { [StyledText("\($0):", .faint)] } ?? []) + markdown.lines(part.document)
    }
    lines +=
      [StyledText()]
      + CardFacts(service: service, now: now).lines(content).map { StyledText($0, .faint) }
    if let history, !history.isEmpty {
      lines +=
        [StyledText(), StyledText("history", .faint)] + history.map { StyledText(HistoryLine.text($0)) }
    }
    return lines.map { $0.rendered(as: rendering) }.joined(separator: "\n")
  }
}

/// A log entry in one line.
enum HistoryLine {
  static func text(_ entry: LogEntry) -> String {
    let time = entry.moment.description.prefix(16).replacing("T", with: " ")
    return "  \(time)  \(action(entry.action))"
  }

  private static func action(_ action: LogEntry.Action) -> String {
    switch action {
    case .answer(let answer):
      let interval = IntervalText.short(seconds: answer.interval, learnAhead: 0)
      let took = answer.secondsTaken > 0 ? ", took \(Words.decimal(answer.secondsTaken)) s" : ""
      return "\(answer.rating.name), next after \(interval)\(took)"
    case .undo: return "undo"
    case .suspend: return "suspended"
    case .resume: return "resumed"
    case .bury(let day): return "buried until \(day)"
    case .unbury: return "no longer buried"
    case .reset: return "reset"
    case .setDue(let day, let interval):
      let days = interval.map { ", interval \(Words.count($0, "day"))" } ?? ""
      return "due set to \(day)\(days)"
    case .reschedule(let day, let interval):
      return "rescheduled to \(day), interval \(Words.count(interval, "day"))"
    case .adopt(let memory):
      let days = Words.count(max(1, Int(memory.interval.rounded())), "day")
      return "began where another program stood: due \(memory.due), after \(days)"
    case .flag(let flag): return "flag \(flag)"
    }
  }
}
