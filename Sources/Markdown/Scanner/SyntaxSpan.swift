/// A stretch of Markdown that md4c must not see as it is written, or that the link graph needs: found by
/// ``SyntaxScanner`` before anything else reads the text. All ranges are byte offsets into the UTF-8 scanned.
package struct SyntaxSpan: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A fenced block with its fence lines. `info` is the info string (may be empty), `body` the lines between.
    case fence(info: Range<Int>, body: Range<Int>)
    case codeSpan
    /// `$…$` or `$$…$$`; `body` leaves the dollars out.
    case math(isDisplay: Bool, body: Range<Int>)
    case htmlComment
    /// Obsidian's `%% … %%`. Links inside count and are reported as spans of their own.
    case comment
    case link(LinkSyntax)
    /// `==…==`; `body` leaves the equal signs out and is Markdown again.
    case highlight(body: Range<Int>)
    /// `[^label]`.
    case footnoteReference(label: Range<Int>)
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A link as it is written. What it points at is decided later, against the files of a link root.
package struct LinkSyntax: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// `[[target]]`
    case wiki
    /// `![[target]]`
    case embed
    /// `[text](target)` to a file of the vault
    case markdown
    /// `![text](target)` to a file of the vault
    case markdownEmbed

    package var isEmbed: Bool { self == .embed || self == .markdownEmbed }
  }

  package let form: Form
  package let storedPath: StoredRange
  package let storedFragment: StoredRange
  private let storedAlias: StoredRange

  /// Target before `#`, untrimmed and still percent-encoded; empty for a link into the same note.
  package var path: Range<Int> { storedPath.range ?? 0..<0 }
  /// After the first `#` (`Heading`, `H1#H2`, `^block`), without it.
  package var fragment: Range<Int>? { storedFragment.range }
  /// After the first `|` of a wiki link (without the backslash of `\|`), or the text of a Markdown link.
  package var alias: Range<Int>? { storedAlias.range }

  package init(form: Form, path: Range<Int>, fragment: Range<Int>?, alias: Range<Int>?) {
    self.form = form
    storedPath = StoredRange(path)
    storedFragment = StoredRange(fragment)
    storedAlias = StoredRange(alias)
  }
}

extension [SyntaxSpan] {
  /// The fences among the spans: all of the text but those inside HTML comments.
  package var fences: [FenceScanner.Fence] {
    compactMap { span in
      guard case .fence(let info, let body) = span.kind else { return nil }
      return FenceScanner.Fence(range: span.range, info: info, body: body)
    }
  }
}
