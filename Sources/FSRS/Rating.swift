/// How well a card was recalled; raw values are Anki's button numbers.
public enum Rating: Int, Hashable, Sendable, CaseIterable {
  case again = 1
  case hard, good, easy
}
