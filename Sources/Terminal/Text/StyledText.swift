/// Text with meanings attached, safe to send to a terminal.
///
/// The only ways in replace control characters (see ``Swift/StringProtocol/sanitised``), so nothing a note says
/// can move the cursor, change colours or retitle the window. A `\n` is a line end.
package struct StyledText: Hashable, Sendable {
  /// A stretch of text with one set of styles, the outermost first.
  package struct Run: Hashable, Sendable {
    package let text: String
    package let styles: [Style]

    /// For text taken from another run.
    init(sanitised text: String, styles: [Style]) {
      self.text = text
      self.styles = styles
    }
  }

  /// Never empty runs, never two neighbours with equal styles.
  package private(set) var runs: [Run] = []

  package init() {}

  package init(_ text: some StringProtocol, _ styles: Style...) { self.init(text, styles: styles) }

  package init(_ text: some StringProtocol, styles: [Style]) {
    append(Run(sanitised: text.sanitised, styles: styles))
  }

  package init(_ parts: [StyledText], separator: StyledText) {
    for (index, part) in parts.enumerated() {
      if index > 0 { append(separator) }
      append(part)
    }
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// The bare text.
  package var string: String { runs.map(\.text).joined() }

  /// Cells it takes on one line.
  package var width: Int { runs.reduce(0) { $0 + $1.text.cellWidth } }

  package mutating func append(_ other: StyledText) { other.runs.forEach { append($0) } }

  mutating func append(_ run: Run) {
    if run.text.isEmpty { return }
    if let last = runs.last, last.styles == run.styles {
      runs[runs.count - 1] = Run(sanitised: last.text + run.text, styles: run.styles)
    } else {
      runs.append(run)
    }
  }

  /// The same text with one more style round all of it.
  package func styled(_ style: Style) -> StyledText {
    var result = StyledText()
    for run in runs { result.append(Run(sanitised: run.text, styles: [style] + run.styles)) }
    return result
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.append(right)
    return result
  }

  package static func += (left: inout StyledText, right: StyledText) { left.append(right) }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// `"\("3", .good) Good"`
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(StyledText(literal)) }
    package mutating func appendInterpolation(_ part: StyledText) { text.append(part) }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible, _ styles: Style...) {
      text.append(StyledText(value.description, styles: styles))
    }
  }

  package init(stringLiteral text: String) { self.init(text) }
  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}
