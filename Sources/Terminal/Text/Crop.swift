extension StyledText {
  /// At most `width` cells of the text; a grapheme cluster is never split. Where something is left out, `ellipsis` ends
  /// what remains, if there is room for it.
  package func cropped(to width: Int, ellipsis: StyledText = StyledText()) -> StyledText {
    if self.width <= width { return self }
    let end = ellipsis.width <= width ? ellipsis : StyledText()
    var room = width - end.width
    var result = StyledText()
    for run in runs {
      let fitting = run.text.prefix { character in
        room -= character.cellWidth
        return room >= 0
      }
      result.append(Run(sanitised: String(fitting), styles: run.styles))
      if room < 0 { break }
    }
    return result + end
  }
}
