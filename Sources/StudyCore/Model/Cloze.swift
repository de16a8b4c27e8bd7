/// One gap of a cloze field: `{{c1::text::hint}}`. Ranges are byte offsets into the field's UTF-8.
package struct Cloze: Hashable, Sendable {
  /// 1…; gaps with the same number hide together on one card.
  package var number: Int
  /// From the first `{` to past the last `}`.
  package var range: Range<Int>
  package var content: Range<Int>
  package var hint: Range<Int>?

  package init(number: Int, range: Range<Int>, content: Range<Int>, hint: Range<Int>?) {
    self.number = number
    self.range = range
    self.content = content
    self.hint = hint
  }
}
