import StudyApp
import StudyCore
import StudyStore
import Terminal

/// The screens over the card.
extension ReviewScreen {
  mutating func handle(_ key: Key, in panel: ReviewModel.Panel) throws {
    switch panel {
    case .help(var pager):
      if ScrollKey(key) == nil, key != .space, key != .escape, case .character(let character) = key,
        let act = model.style.keys.act(for: character)
      {
        // A key that was looked up does what it says.
        model.panels.removeLast()
        if act != .help { try perform(act) }
      } else if scroll(&pager, key) {
        model.changePanel(.help(pager))
      } else {
        leave(key)
      }
    case .information(var pager):
      if scroll(&pager, key) { model.changePanel(.information(pager)) } else { leave(key) }
    case .note(var pager, let place):
      if scroll(&pager, key) {
        model.changePanel(.note(pager, place))
      } else if case .character(let character) = key, let act = model.style.keys.act(for: character) {
        try perform(act, on: place)
      } else {
        leave(key)
      }
    case .links(var links):
      if links.isTyping {
        if links.type(key) { model.changePanel(.links(links)) }
      } else if let scroll = ScrollKey(key) {
        links.scroll(scroll)
        model.changePanel(.links(links))
      } else {
        try handle(key, in: links)
      }
    }
  }

  /// - Returns: false if the key does not move the text.
  private func scroll(_ pager: inout Pager, _ key: Key) -> Bool {
    if key == .space {
      pager.scroll(.pages(1))
    } else if let scroll = ScrollKey(key) {
      pager.scroll(scroll)
    } else {
      return false
    }
    return true
  }

  /// Esc goes back to the card, b, q and the rest one screen.
  private mutating func leave(_ key: Key) {
    switch key {
    case .escape: model.panels = []
    case .character("b"), .character("q"), .backspace, .left, .enter: model.panels.removeLast()
    default: break
    }
  }

  // MARK: Help and information

  mutating func openHelp() {
    let keys =
      [
        ("space", "show the answer; scroll it; at its end, answer as marked"),
        (LinkChoices.allKeys, "choose an answer, where there are some"),
        ("j k", "scroll; also arrows, page keys, g and G"),
      ]
      + model.style.keys.keys.map { (String($0.key), $0.meaning) } + [("x", "in the tree: recalled, or not")]
    let lines = keys.map { key, meaning in StyledText(key, .key).padded(to: 7) + StyledText(meaning) }
    model.push(.help(Pager(title: StyledText("keys of the review", .title), text: .lines(lines))))
  }

  mutating func openInformation() throws {
    guard let content = model.card?.content else { return }
    let facts = CardFacts(service: review.service, now: review.clock.now).lines(content)
    let history = try review.service.store.logEntries(of: content.card.key).map(HistoryLine.text)
    let lines =
      [StyledText("\(content.deck)", .strong), StyledText("\(content.notePath):\(content.line)", .faint), ""]
      + facts.map { StyledText($0) } + ["", StyledText("history", .strong)]
      + (history.isEmpty ? ["  nothing yet"] : history.map { StyledText($0) })
    model.push(
      .information(Pager(title: StyledText("card \(content.card.key.shortID)", .title), text: .lines(lines))))
  }

  // MARK: Links and notes

  mutating func openLinks() throws {
    guard let links = model.links, !links.items.isEmpty else {
      return say(model.stage == .question ? "this question has no links" : "this card has no links")
    }
    model.push(
      .links(
        LinksPanel(
          try graph.withNearNames(links),
          heading: model.stage == .question ? "links of this question" : "links of this card")))
  }

  private mutating func handle(_ key: Key, in panel: LinksPanel) throws {
    var links = panel
    switch key {
    case .enter, .right:
      if case .note(let place, _)? = links.chosen?.end { return try read(place) }
      say(links.chosen.map { "there is no note to read for \($0.name)" } ?? "no link is chosen")
    case .character("r"): try ask(links.chosen)
    case .escape where links.stopSearching(): model.changePanel(.links(links))
    case .character("/"):
      links.startTyping()
      model.changePanel(.links(links))
    case .character("o"):
      if case .file(let path)? = links.chosen?.end, let message = try world.open(path) { say(message) }
    default: leave(key)
    }
  }

  private mutating func read(_ place: NotePlace) throws {
    do {
      let page = try NotePage(reading: place, in: graph)
      model.push(.note(Pager(title: StyledText(page.title, .title), text: .note(page)), place))
    } catch let failure as StudyAppError {
      say(Failure(failure)?.message ?? "the note cannot be read")
    }
  }

  private mutating func perform(_ act: ReviewAct, on place: NotePlace) throws {
    switch act {
    case .links:
      let links = try graph.links(of: place, at: review.clock.now)
      if links.items.isEmpty { return say("this note has no links") }
      model.push(
        .links(LinksPanel(try graph.withNearNames(links), heading: "links of this note")))
    case .edit:
      let message = try world.edit(place.absolutePath, nil)
      model.panels.removeLast()
      try takeOverChanges()
      try read(place)
      if let message { say(message) }
    case .quit: model.panels.removeLast()
    default: break
    }
  }

  /// Puts the cards of a linked note next, due or not.
  private mutating func ask(_ item: LinkOverview.Item?) throws {
    guard case .note(let place, _)? = item?.end, let name = item?.name else {
      return say("there is no note with cards for this link")
    }
    let cards = try graph.cards(of: place)
    let effects = try review.send(.ask(cards))
    guard !effects.isEmpty else { return say("\(name) has no cards that could come now") }
    try show(effects)
    say("\(Words.count(cards.count, "card")) of \(name) first, then on as before")
  }

  // MARK: Outside

  mutating func edit() throws {
    guard let content = model.card?.content else { return }
    let message = try world.edit(content.filePath, content.line)
    try takeOverChanges()
    if let message { say(message) }
  }

  /// The notes were read again: the card stays on the screen, as it is now, unless it is gone.
  private mutating func takeOverChanges() throws {
    let shown = review.shown
    let effects = try review.notesChanged()
    if review.shown?.id == shown?.id { try refreshCard() } else { try show(effects) }
  }

  mutating func openOutside() throws {
    guard let content = model.card?.content else { return }
    let file = model.links?.firstFile ?? content.filePath
    if let message = try world.open(file) { say(message) }
  }
}

extension LinkOverview {
  /// The first picture or other file that is linked to or embedded.
  fileprivate var firstFile: String? {
    items.lazy.compactMap { if case .file(let path) = $0.end { path } else { nil } }.first
  }
}
