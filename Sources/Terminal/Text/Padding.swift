package enum TextAlignment: Hashable, Sendable { case leading, centre, trailing }

extension StyledText {
  /// The text filled up with blanks to `width` cells; longer text stays as it is.
  package func padded(to width: Int, _ alignment: TextAlignment = .leading) -> StyledText {
    let missing = max(0, width - self.width)
    let before =
      switch alignment {
      case .leading: 0
      case .centre: missing / 2
      case .trailing: missing
      }
    return StyledText(String(repeating: " ", count: before)) + self
      + StyledText(String(repeating: " ", count: missing - before))
  }
}
