import StudyApp
import StudyCore
import Terminal

/// What keys mean, by what is on the screen.
extension ReviewScreen {
  mutating func handle(_ key: Key) throws {
    switch key {
    case .interrupt: ending = .interrupted
    case .endOfInput: ending = .done
    case .resized: model.resize(to: world.size())
    case .resumed, .control("l"): world.forget()
    default:
      if model.isTooSmall {
        if key == .character("q") { ending = .done }
      } else if let panel = model.panels.last {
        try handle(key, in: panel)
      } else if let prompt = model.prompt {
        try handle(key, in: prompt)
      } else {
        try handleOnCard(key)
      }
    }
  }

  private mutating func handleOnCard(_ key: Key) throws {
    if model.outline != nil, handleInOutline(key) { return }
    switch key {
    case .space, .enter: try perform(.proceed)
    case .escape: ending = .done
    case .tab where model.card?.faces.typed != nil && model.stage == .question:
      model.prompt = .answer(LineEditor())
    case .character(let character):
      if model.stage == .question, let choice = model.card?.choices?.choice(String(character)) {
        model.chosen = choice
        return try show(try review.send(.reveal))
      }
      if let act = model.style.keys.act(for: character) { return try perform(act) }
      if let scroll = ScrollKey(key) { return model.scroll(scroll) }
      sayUnknown(String(character))
    case .paste: say("pasted text is not taken as keys")
    default:
      if let scroll = ScrollKey(key) { model.scroll(scroll) } else { sayUnknown("that key") }
    }
  }

  private mutating func sayUnknown(_ what: String) {
    say("\(what) means nothing here; \(model.style.keys.key(for: .help)) shows the keys")
  }

  /// - Returns: false if the key has its usual meaning.
  private mutating func handleInOutline(_ key: Key) -> Bool {
    switch key {
    case .character("j"), .down: model.changeOutline { $0.moveCursor(by: 1) }
    case .character("k"), .up: model.changeOutline { $0.moveCursor(by: -1) }
    case .character("x"): model.changeOutline { $0.tick() }
    case .right: model.changeOutline { $0.openItem() }
    case .left: model.changeOutline { $0.closeItem() }
    case .escape:
      model.outline = nil
      model.layOut()
    default: return false
    }
    return true
  }

  // MARK: Prompts

  private mutating func handle(_ key: Key, in prompt: ReviewModel.Prompt) throws {
    switch prompt {
    case .flag: try handleFlag(key)
    case .mark(let editor): try handleMark(key, editor)
    case .answer(let editor): try handleAnswer(key, editor)
    }
  }

  private mutating func handleFlag(_ key: Key) throws {
    model.prompt = nil
    guard case .character(let digit) = key, let flag = digit.wholeNumberValue, flag <= 7 else { return }
    try change { try $0.send(.flag(flag)) }
  }

  private mutating func handleMark(_ key: Key, _ editor: LineEditor) throws {
    var editor = editor
    switch key {
    case .escape: model.prompt = nil
    case .enter:
      model.prompt = nil
      guard let card = model.card?.content.card else { return }
      try review.service.mark(card.id, text: editor.text, at: review.clock.now)
      try refreshCard()
    default:
      if editor.handle(key) { model.prompt = .mark(editor) }
    }
  }

  private mutating func handleAnswer(_ key: Key, _ editor: LineEditor) throws {
    var editor = editor
    switch key {
    case .escape: model.prompt = nil
    case .enter:
      let typed = editor.text.allSatisfy(\.isWhitespace) ? nil : editor.text
      model.typed = typed.flatMap { typed in
        model.card?.faces.typed.map { TypedAnswer(typed: typed, expected: $0, folding: folding) }
      }
      try show(try review.send(.reveal))
    case .pageUp, .pageDown, .up, .down:
      if let scroll = ScrollKey(key) { model.scroll(scroll) }
    default:
      if editor.handle(key) { model.prompt = .answer(editor) }
    }
  }

  // MARK: The same card, changed

  /// Sends something that changes the card on the screen, which stays where it is.
  private mutating func change(_ send: (inout LiveReview) throws -> [ReviewSession.Effect]) throws {
    _ = try send(&review)
    try refreshCard()
  }

  /// Reads anew what is known of the card on the screen.
  mutating func refreshCard() throws {
    guard let shown = review.shown, let content = try review.content(of: shown) else { return }
    model.card = try card(content)
    model.layOut()
  }
}
