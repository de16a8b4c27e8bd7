import Testing

@testable import LinnetCLI

struct TextTableTests {
  @Test func `columns stand under each other, whatever letters they have`() {
    #expect(
      TextTable.lines(
        [["a", "7", "x"], ["日本", "1,904", ""], ["", "10", "y"]], [.leading, .trailing, .leading])
        == ["a         7  x", "日本  1,904", "         10  y"])
  }

  @Test func `no rows are no lines`() { #expect(TextTable.lines([], [.leading]) == []) }
}
