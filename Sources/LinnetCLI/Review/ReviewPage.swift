import StudyApp
import StudyCore
import StudyStore
import Terminal

/// Writes what a quiz shows, as lines of one width.
struct ReviewPage {
  let width: Int
  let rendering: Rendering
  let glyphs: Glyphs
  let settings: SchedulerSettings
  var keys = KeyMap.standard

  /// The deck, where the card comes from, and what still comes today.
  func header(_ content: CardContent, _ counts: QuizCounts) -> [StyledText] {
    let place = StyledText("\(content.deck)", .title) + StyledText("  \(content.notePath)", .faint)
    let tally = ReviewWords.counts(counts, current: content.card.schedule.phase, glyphs: glyphs)
    let room = column - place.width - tally.width
    if room < 2 { return place.wrapped(to: column) + [tally] + rule }
    return [place + StyledText(String(repeating: " ", count: room)) + tally] + rule
  }

  /// Columns that text takes.
  var column: Int { min(width, TerminalMarkdown.widestColumn) }

  /// Between parts; without boxes a blank line does.
  private var rule: [StyledText] {
    let line = glyphs == .unicode ? "─" : "-"
    return rendering == .plain ? [] : [StyledText(String(repeating: line, count: column), .faint)]
  }

  // MARK: Sides

  func question(_ content: CardContent, _ faces: CardFaces) -> [StyledText] {
    section("Question", faces.question, content)
  }

  func answer(_ content: CardContent, _ faces: CardFaces) -> [StyledText] {
    section("Answer", faces.answer, content)
  }

  private func section(_ label: String, _ parts: [CardFaces.Part], _ content: CardContent) -> [StyledText] {
    let sides = CardSides(content, width: column - 2, rendering: rendering, glyphs: glyphs)
    return [StyledText(label, .faint)] + sides.rows(parts).map { $0.isEmpty ? $0 : "  " + $0 }
  }

  func choices(_ choices: LinkChoices, _ stage: ChoiceRows.Stage) -> [StyledText] {
    ChoiceRows(choices: choices, stage: stage).lines(width: column - 2).map { "  " + $0 }
  }

  // MARK: Keys

  /// `1 Again <10m   2 Hard 9d   3 Good 24d ‹Enter›   4 Easy 51d`
  func buttons(_ outcomes: Outcomes?, suggested: Rating) -> [StyledText] {
    let texts = keys.ratings.map { rating in
      let enter = rating == suggested ? (glyphs == .unicode ? " ‹Enter›" : " (Enter)") : ""
      return ReviewWords.button(
        rating, key: keys.key(for: .rate(rating)), outcomes?[rating], learnAhead: settings.learnAhead)
        + StyledText(enter, .faint)
    }
    return fitted(texts, separator: "   ")
  }

  /// What can be done before the answer: the way on, the way out, and as much between as fits.
  func questionKeys(_ links: [CardContent.Link], _ choices: LinkChoices?) -> StyledText {
    let links = LinkList(links).items.count
    func item(_ key: String, _ meaning: String) -> StyledText {
      StyledText(key, .key) + StyledText(" \(meaning)", .faint)
    }
    var line = (choices.map { item($0.keys, "choose") + "   " } ?? "") + item("Enter", "show answer")
    let end = item(keys.key(for: .help), "keys") + "   " + item(keys.key(for: .quit), "quit")
    let others =
      (links > 0 ? [(ReviewAct.links, "links (\(links))")] : [])
      + [(.edit, "edit"), (.undo, "undo"), (.bury, "bury"), (.suspend, "suspend")]
    for (act, meaning) in others {
      let longer = line + "   " + item(keys.key(for: act), meaning)
      if (longer + "   " + end).width > column { break }
      line = longer
    }
    let whole = line + "   " + end
    return whole.width > column ? line : whole
  }

  /// The same for a card whose answer is typed.
  func typingKeys() -> StyledText {
    StyledText("Type the answer, then ", .faint) + StyledText("Enter", .key)
      + StyledText("; with a colon it is a key: ", .faint)
      + StyledText(":" + keys.key(for: .quit), .key)
  }

  func help() -> [StyledText] {
    let rows =
      [
        ("Enter", "show the answer; after it, answer as suggested"),
        (LinkChoices.allKeys, "choose an answer, where there are some"),
      ]
      + keys.keys.filter { !$0.needsScreen }.map { (String($0.key), $0.meaning) }
    return rows.map { key, meaning in
      StyledText("  ") + StyledText(key, .key).padded(to: 7) + StyledText(meaning)
    } + ["  Where an answer is typed, a colon before a key makes it a key: :q"]
  }

  func links(_ links: [CardContent.Link], isQuestion: Bool) -> [StyledText] {
    let (items, what) = (LinkList(links).items, isQuestion ? "question" : "card")
    if items.isEmpty { return [StyledText("This \(what) has no links.")] }
    return [StyledText("\(Words.count(items.count, "link")) of this \(what)", .faint)]
      + items.map { item in
        let name = StyledText(item.link.name, styles: [item.link.isResolved ? .link : .unresolvedLink])
        let count = item.count > 1 ? " (\(item.count) times)" : ""
        return "  " + name + StyledText(count) + StyledText(item.link.isResolved ? "" : "  no note", .warning)
      }
  }

  /// As many items to a line as fit.
  private func fitted(_ items: [StyledText], separator: StyledText) -> [StyledText] {
    var lines: [StyledText] = []
    for item in items {
      if let last = lines.last, (last + separator + item).width <= column {
        lines[lines.count - 1] = last + separator + item
      } else {
        lines.append(item)
      }
    }
    return lines
  }
}
