import Markdown
import StudyApp
import StudyCore
import StudyStore
import Terminal

/// What a quiz shows on a full screen, and where the learner has moved in it. A value: acts change it, and
/// ``ReviewView`` draws it.
struct ReviewModel {
  /// The card on the screen.
  struct Card {
    let content: CardContent
    let faces: CardFaces
    /// The rating of the answer before this one.
    var lastRating: Rating?
    var secondsSinceReview: Int64?
    /// Links of the whole card, and of its question alone: the others would tell the answer.
    var links: LinkOverview?
    var questionLinks: LinkOverview?
    /// What the question can be answered with.
    var choices: LinkChoices?
    /// The answer as a tree of things to recall.
    let tree: Outline

    init(
      content: CardContent, lastRating: Rating? = nil, secondsSinceReview: Int64? = nil,
      links: LinkOverview? = nil, choices: LinkChoices? = nil
    ) {
      self.content = content
      let faces = CardFaces(content)
      self.faces = faces
      self.lastRating = lastRating
      self.secondsSinceReview = secondsSinceReview
      self.links = links
      self.choices = choices
      questionLinks = links.map { $0.limited(to: faces.question, of: content) }
      tree = Outline(MarkdownDocument(blocks: faces.answer.flatMap(\.document.blocks)))
    }
  }

  enum Stage: Hashable {
    case question
    /// With what each rating would do, unless this is a cram.
    case answer(Outcomes?)
    /// No card to show; these lines say why, and what was done.
    case rest([String])
  }

  /// A question at the foot of the screen that waits for the learner.
  enum Prompt: Hashable {
    case flag
    case mark(LineEditor)
    /// The answer to a card that asks for it.
    case answer(LineEditor)
  }

  /// A screen over the card.
  enum Panel {
    case help(Pager)
    case information(Pager)
    case links(LinksPanel)
    case note(Pager, NotePlace)
  }

  let style: ScreenStyle
  var size: TerminalSize
  var card: Card?
  var stage = Stage.rest([])
  var counts = QuizCounts.today(StudyQueue.Counts(new: 0, learning: 0, due: 0))
  /// Which card of this run is on the screen, from 1.
  var number = 1
  /// Time the card has been on the screen, in seconds.
  var seconds = 0.0
  var canUndo = false
  var typed: TypedAnswer?
  /// Which of the choices the learner took.
  var chosen: Int?
  /// The answer as a tree; nil for the answer as it is written.
  var outline: (tree: Outline, state: OutlineState)?
  var prompt: Prompt?
  var panels: [Panel] = []
  /// Said once, until the next key.
  var message: StyledText?

  private(set) var layout = CardLayout()
  private(set) var viewport = Viewport()

  init(style: ScreenStyle, size: TerminalSize) {
    self.style = style
    self.size = size
  }

  // MARK: Places

  var isTooSmall: Bool {
    size.columns < ScreenStyle.smallest.columns || size.rows < ScreenStyle.smallest.rows
  }

  /// Two rows stand above the card, four below it.
  var bodyHeight: Int { max(1, size.rows - 6) }
  /// Two rows stand above a panel, and two with its keys below it.
  var panelHeight: Int { max(1, size.rows - 4) }

  var hasSidePanel: Bool {
    size.columns >= ScreenStyle.columnsForSidePanel && !(card?.links?.items.isEmpty ?? true)
  }

  /// The links of what is on the screen.
  var links: LinkOverview? { stage == .question ? card?.questionLinks : card?.links }

  /// Columns of the card.
  var bodyWidth: Int { hasSidePanel ? size.columns - ScreenStyle.sidePanelWidth - 2 : size.columns }

  /// What Enter answers at the end of an answer.
  var suggested: Rating {
    let choice = chosen.flatMap { card?.choices?.suggestion(choosing: $0) }
    let rating = outline?.state.suggestion ?? typed?.suggestion ?? choice ?? .good
    // With two buttons, what is not good is again.
    return style.keys.ratings.contains(rating) ? rating : .again
  }

  // MARK: Changing

  /// Shows a card from its beginning.
  mutating func open(_ card: Card, _ stage: Stage) {
    self.card = card
    self.stage = stage
    (typed, chosen, outline, prompt, panels) = (nil, nil, nil, nil, [])
    if card.faces.typed != nil, stage == .question { prompt = .answer(LineEditor()) }
    viewport = Viewport()
    layOut()
  }

  mutating func rest(_ lines: [String]) {
    (card, typed, chosen, outline, prompt, panels) = (nil, nil, nil, nil, nil, [])
    stage = .rest(lines)
    layout = CardLayout()
    viewport = Viewport()
  }

  /// Opens the answer below the question, which stays where it is.
  mutating func reveal(_ outcomes: Outcomes?) {
    stage = .answer(outcomes)
    prompt = nil
    layOut()
    if !layout.fixed.isEmpty { viewport.move(to: 0) }
  }

  mutating func resize(to size: TerminalSize) {
    self.size = size
    layOut()
    fitPanel()
  }

  /// Lays the card out anew, with the same text at the top.
  mutating func layOut() {
    guard let card else { return }
    let old = layout.offsets
    layout = CardLayout(
      card.content, card.faces, choices(of: card), opening, width: bodyWidth, height: bodyHeight, style)
    viewport.keepPlace(from: old, in: layout.offsets, room: bodyHeight - layout.fixed.count)
  }

  private func choices(of card: Card) -> ChoiceRows? {
    card.choices.map {
      ChoiceRows(choices: $0, stage: stage == .question ? .question : .answer(chosen: chosen))
    }
  }

  private var opening: CardLayout.Opening {
    switch stage {
    case .question, .rest: .question
    case .answer:
      outline.map { CardLayout.Opening.outline($0.tree, $0.state) } ?? .answer(typed: typed)
    }
  }

  mutating func scroll(_ key: ScrollKey) { viewport.scroll(key) }
  mutating func page() { viewport.page(1) }

  // MARK: Outline

  /// False where the answer has nothing to fold.
  var hasOutline: Bool { card?.tree.isUseful == true }

  /// Turns the tree on, and then opens one level more each time.
  mutating func nextOutlineLevel() {
    if outline != nil { return changeOutline { $0.openNextLevel() } }
    guard let tree = card?.tree else { return }
    outline = (tree, OutlineState(tree))
    layOut()
    viewport.move(to: 0)
  }

  mutating func changeOutline(_ change: (inout OutlineState) -> Void) {
    guard var state = outline?.state else { return }
    change(&state)
    outline?.state = state
    layOut()
    if let rows = layout.rowsOfItem[state.cursor] { viewport.reveal(rows) }
  }

  // MARK: Panels

  mutating func push(_ panel: Panel) {
    panels.append(panel)
    fitPanel()
  }

  mutating func changePanel(_ panel: Panel) {
    panels[panels.count - 1] = panel
    fitPanel()
  }

  private mutating func fitPanel() {
    let width = min(size.columns - 4, TerminalMarkdown.widestColumn)
    panels = panels.map { panel in
      switch panel {
      case .help(var pager):
        pager.fit(width: width, room: panelHeight, style)
        return .help(pager)
      case .information(var pager):
        pager.fit(width: width, room: panelHeight, style)
        return .information(pager)
      case .note(var pager, let place):
        pager.fit(width: width, room: panelHeight, style)
        return .note(pager, place)
      case .links(var links):
        links.fit(room: panelHeight)
        return .links(links)
      }
    }
  }
}

extension LinkOverview {
  /// The links that stand in some parts of a card.
  fileprivate func limited(to parts: [CardFaces.Part], of content: CardContent) -> LinkOverview {
    let names = Set(content.links(in: parts).map(\.name))
    return LinkOverview(items: items.filter { names.contains($0.name) }, linkedFrom: linkedFrom)
  }
}
