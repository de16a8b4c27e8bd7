/// Collects the HTML of one Anki field and keeps what Anki would misread from coming about
/// (`anki-formats.md` §1 and §9).
struct HTMLWriter {
  /// Where characters stand decides what is dangerous in them.
  enum Context {
    case text
    /// In `<code>` within a line.
    case code
    /// In `<pre>`: line ends count.
    case preformatted
  }

  /// True in a field of which Anki makes cloze cards.
  let keepsClozes: Bool
  private var html = ""
  /// Characters of one context that are not written yet, together so that neighbours are seen.
  private var run = ""
  private var context = Context.text
  private var openGaps = 0

  init(keepsClozes: Bool) { self.keepsClozes = keepsClozes }

  mutating func finish() -> String {
    flush()
    return html
  }

  mutating func write(_ characters: String, in context: Context = .text) {
    if context != self.context {
      flush()
      self.context = context
    }
    run += characters
  }

  mutating func tag(_ tag: String) {
    flush()
    html += tag
  }

  /// `attributes` are names and values; values are escaped here.
  mutating func tag(_ name: String, attributes: KeyValuePairs<String, String?>) {
    flush()
    html += "<" + name
    for case (let name, let value?) in attributes {
      html += " \(name)=\"\(AnkiEscape.attribute(value, isInGap: openGaps > 0, keepsClozes: keepsClozes))\""
    }
    html += ">"
  }

  /// `[sound:…]`, which plays sounds and films.
  mutating func sound(_ name: String) {
    let name = AnkiEscape.attribute(name, isInGap: openGaps > 0, keepsClozes: keepsClozes)
    tag("[sound:\(name)]")
  }

  mutating func math(_ tex: String, isDisplay: Bool) {
    tag(isDisplay ? "\\[" : "\\(")
    let line = AnkiEscape.withoutTeXComments(tex)
    for part in keepsClozes ? ClozeText.parse(line) : [.text(line)] { math(part) }
    tag(isDisplay ? "\\]" : "\\)")
  }

  private mutating func math(_ part: ClozeText) {
    switch part {
    case .text(let tex): html += AnkiEscape.math(tex, isInGap: openGaps > 0)
    case .gap(let number, let hint, let children):
      openGap(number)
      for child in children { math(child) }
      closeGap(hint: hint)
    }
  }

  /// Text that keeps its gaps as they are written: code, raw HTML, what a link shows.
  mutating func literal(_ text: String, in context: Context) {
    for part in keepsClozes ? ClozeText.parse(text) : [.text(text)] { literal(part, in: context) }
  }

  private mutating func literal(_ part: ClozeText, in context: Context) {
    switch part {
    case .text(let text): write(text, in: context)
    case .gap(let number, let hint, let children):
      openGap(number)
      for child in children { literal(child, in: context) }
      closeGap(hint: hint)
    }
  }

  mutating func openGap(_ number: Int) {
    tag("{{c\(number)::")
    openGaps += 1
  }

  mutating func closeGap(hint: String?) {
    flush()
    if html.hasSuffix("}") || (hint != nil && html.hasSuffix(":")) { html += AnkiEscape.split }
    if let hint {
      html += "::"
      write(hint)
      flush()
      if html.hasSuffix("}") { html += AnkiEscape.split }
    }
    openGaps -= 1
    html += "}}"
  }

  private mutating func flush() {
    guard !run.isEmpty else { return }
    html += AnkiEscape.characters(run, in: context, isInGap: openGaps > 0, keepsClozes: keepsClozes)
    run = ""
  }
}
