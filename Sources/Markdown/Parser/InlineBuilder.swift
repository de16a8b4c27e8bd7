/// Builds the inlines of one leaf block after the other.
///
/// md4c's spans nest properly; highlights and gaps are found by placeholders and may cross them. Where they do,
/// the inner one is closed and opened again on the other side. A gap that runs over several blocks is cut the
/// same way: each block gets its part, with the same number.
struct InlineBuilder {
  enum Span {
    case emphasis, strong, strikethrough, code
    case link(destination: String)
    case image(source: String)
  }

  fileprivate enum Kind {
    case leaf
    case span(Span)
    case wrapper(Wrapper)
  }

  fileprivate struct Frame {
    var kind: Kind
    var children: [MarkdownInline] = []
  }

  /// Deeper spans keep their text and lose their style, so that hostile input cannot exhaust the stack.
  private static let maximumSpans = 40
  private static let maximumWrappers = 20

  private var frames: [Frame] = []
  private var flattenedSpans = 0
  private var openSpans = 0
  /// Gaps that began in an earlier block and go on in the next.
  private var carried: [Wrapper] = []
  /// Wrappers with something in them; a gap without anything is shown empty rather than not at all.
  private var filled: Set<Wrapper.ID> = []

  mutating func beginLeaf() {
    frames = [Frame(kind: .leaf)] + carried.map { Frame(kind: .wrapper($0)) }
    carried = []
  }

  /// Closes everything; gaps stay open for the next block.
  mutating func endLeaf() -> [MarkdownInline] {
    while frames.count > 1 {
      if let wrapper = popFrame(), case .cloze = wrapper.kind { carried.insert(wrapper, at: 0) }
    }
    openSpans = 0
    flattenedSpans = 0
    return frames.popLast()?.children ?? []
  }

  mutating func enter(_ span: Span) {
    guard flattenedSpans == 0, openSpans < InlineBuilder.maximumSpans else {
      flattenedSpans += 1
      return
    }
    openSpans += 1
    frames.append(Frame(kind: .span(span)))
  }

  mutating func leaveSpan() {
    guard flattenedSpans == 0 else {
      flattenedSpans -= 1
      return
    }
    guard openSpans > 0 else { return }
    openSpans -= 1
    var interrupted: [Wrapper] = []
    while let wrapper = popFrame() { interrupted.insert(wrapper, at: 0) }
    frames += interrupted.map { Frame(kind: .wrapper($0)) }
  }

  var isInCode: Bool {
    if case .span(.code)? = frames.last?.kind { true } else { false }
  }

  mutating func append(_ inline: MarkdownInline) {
    guard !frames.isEmpty else { return }
    frames[frames.count - 1].children.appendMerging(inline)
  }

  mutating func open(_ wrapper: Wrapper) {
    let open = frames.count { if case .wrapper = $0.kind { true } else { false } }
    guard open < InlineBuilder.maximumWrappers else { return }
    frames.append(Frame(kind: .wrapper(wrapper)))
  }

  /// False when nothing of that id is open.
  mutating func close(_ id: Wrapper.ID) -> Bool {
    guard let index = frames.firstIndex(where: { $0.wrapper?.id == id }) else {
      return removeCarried(id)
    }
    if index == frames.count - 1, frames[index].children.isEmpty, !filled.contains(id),
      let wrapper = frames[index].wrapper
    {
      frames.removeLast()
      append(wrapper.inline(around: []))
      return true
    }
    let interrupted = frames[(index + 1)...].map(\.kind)
    while frames.count > index { popFrame() }
    frames += interrupted.map { Frame(kind: $0) }
    return true
  }

  /// The gaps around a block without inlines, which must hide it in its own way.
  mutating func openGaps() -> [Wrapper] {
    filled.formUnion(carried.map(\.id))
    return carried
  }

  /// Ends a gap whose end stands where placeholders mean nothing, in a code block for example.
  mutating func removeCarried(_ id: Wrapper.ID) -> Bool {
    guard let index = carried.firstIndex(where: { $0.id == id }) else { return false }
    carried.remove(at: index)
    return true
  }

  /// Puts the innermost frame into the one around it; returns its wrapper if it is one.
  @discardableResult private mutating func popFrame() -> Wrapper? {
    guard frames.count > 1, let frame = frames.popLast() else { return nil }
    switch frame.kind {
    case .wrapper(let wrapper):
      if !frame.children.isEmpty {
        filled.insert(wrapper.id)
        append(wrapper.inline(around: frame.children))
      }
      return wrapper
    case .span(let span):
      append(span, frame.children)
      return nil
    case .leaf:
      return nil
    }
  }

  private mutating func append(_ span: Span, _ children: [MarkdownInline]) {
    switch span {
    case .image(let source):
      append(.image(source: source, alternative: PlainTextRenderer().text(of: children)))
    case .code:
      append(.code(children.map(\.literalText).joined()))
    case .emphasis where !children.isEmpty: append(.emphasis(children))
    case .strong where !children.isEmpty: append(.strong(children))
    case .strikethrough where !children.isEmpty: append(.strikethrough(children))
    case .link(let destination) where !children.isEmpty: append(.link(destination: destination, children))
    default: break
    }
  }
}

extension InlineBuilder.Frame {
  fileprivate var wrapper: Wrapper? {
    if case .wrapper(let wrapper) = kind { wrapper } else { nil }
  }
}

extension MarkdownInline {
  /// The text of a code span's pieces.
  fileprivate var literalText: String {
    if case .text(let text) = self { text } else { "" }
  }
}
