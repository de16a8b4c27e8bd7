extension String {
  /// With blanks after it, so that what follows stands in one column; for names without wide letters.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
