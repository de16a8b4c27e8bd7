import StudyCore

/// A typed answer beside the one asked for, character by character.
///
/// Case and surrounding blanks do not count, and runs of blanks are one blank.
package struct TypedAnswer: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    case good
    /// Typed, but not what stands there.
    case wrong
    /// Not typed.
    case missing
  }

  package struct Column: Hashable, Sendable {
    package var typed: Character?
    package var expected: Character?
    package var mark: Mark
  }

  package private(set) var columns: [Column] = []

  /// Longer texts are compared as a whole: the work grows with the product of their lengths.
  private static let longest = 2000

  package init(typed: String, expected: String) {
    let typed = TypedAnswer.tidied(typed)
    let expected = TypedAnswer.tidied(expected)
    if typed.count > TypedAnswer.longest || expected.count > TypedAnswer.longest {
      let isSame = typed.map(TypedAnswer.folded) == expected.map(TypedAnswer.folded)
      if isSame { columns = typed.map { Column(typed: $0, expected: $0, mark: .good) } }
      if !isSame { addDifference(typed[...], expected[...]) }
    } else {
      align(typed, expected)
    }
  }

  package var isRight: Bool { columns.allSatisfy { $0.mark == .good } }

  /// What the comparison suggests; the learner decides.
  package var suggestion: Rating { isRight ? .good : .again }

  private static func tidied(_ text: String) -> [Character] {
    Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private static func folded(_ character: Character) -> String { character.lowercased() }

  /// Keeps a longest common subsequence and pairs up what stands between.
  private mutating func align(_ typed: [Character], _ expected: [Character]) {
    let (left, right) = (typed.map(TypedAnswer.folded), expected.map(TypedAnswer.folded))
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        lengths[row * width + column] =
          left[row] == right[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    var (rowStart, columnStart) = (0, 0)
    while row < left.count, column < right.count {
      if left[row] == right[column] {
        addDifference(typed[rowStart..<row], expected[columnStart..<column])
        columns.append(Column(typed: typed[row], expected: expected[column], mark: .good))
        (row, column) = (row + 1, column + 1)
        (rowStart, columnStart) = (row, column)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    addDifference(typed[rowStart...], expected[columnStart...])
  }

  private mutating func addDifference(_ typed: ArraySlice<Character>, _ expected: ArraySlice<Character>) {
    for offset in 0..<max(typed.count, expected.count) {
      let wrong = offset < typed.count ? typed[typed.startIndex + offset] : nil
      let right = offset < expected.count ? expected[expected.startIndex + offset] : nil
      columns.append(Column(typed: wrong, expected: right, mark: wrong == nil ? .missing : .wrong))
    }
  }
}
