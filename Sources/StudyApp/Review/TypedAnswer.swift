import StudyCore

/// A typed answer beside the one asked for, character by character.
///
/// Surrounding blanks do not count, runs of blanks are one blank, and ``Folding`` says what else does not count.
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

  /// Longer texts are compared place by place: the work grows with the product of their lengths.
  private static let longest = 2000

  package init(typed: String, expected: String, folding: Folding = Folding()) {
    var folding = folding
    if !folding.leavesSomething(of: expected) { folding.ignoresPunctuation = false }
    let typed = folding.signs(typed)
    let expected = folding.signs(expected)
    if typed.count > TypedAnswer.longest || expected.count > TypedAnswer.longest {
      pairUp(typed[...], expected[...])
    } else {
      align(typed, expected)
    }
  }

  package var isRight: Bool { columns.allSatisfy { $0.mark == .good } }

  /// What the comparison suggests; the learner decides.
  package var suggestion: Rating { isRight ? .good : .again }

  /// Keeps a longest common subsequence and pairs up what stands between.
  private mutating func align(_ typed: [Sign], _ expected: [Sign]) {
    let width = expected.count + 1
    // An ignored sign that has its like is only the next best thing to a sign that counts.
    let weight = Int32(TypedAnswer.longest + 1)
    var sums = [Int32](repeating: 0, count: (typed.count + 1) * width)
    for row in typed.indices.reversed() {
      for column in expected.indices.reversed() {
        sums[row * width + column] =
          typed[row].matches(expected[column])
          ? sums[(row + 1) * width + column + 1] + (typed[row].isIgnored ? 1 : weight)
          : max(sums[(row + 1) * width + column], sums[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    var (rowStart, columnStart) = (0, 0)
    while row < typed.count, column < expected.count {
      if typed[row].matches(expected[column]) {
        pairUp(typed[rowStart..<row], expected[columnStart..<column])
        pairUp(typed[row...row], expected[column...column])
        (row, column) = (row + 1, column + 1)
        (rowStart, columnStart) = (row, column)
      } else if sums[(row + 1) * width + column] >= sums[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    pairUp(typed[rowStart...], expected[columnStart...])
  }

  /// Sets both texts below each other, place by place; a sign that is ignored stands alone unless it has its like.
  private mutating func pairUp(_ typed: ArraySlice<Sign>, _ expected: ArraySlice<Sign>) {
    var (typed, expected) = (typed, expected)
    while let column = TypedAnswer.column(typed.first, expected.first) {
      if column.typed != nil { typed.removeFirst() }
      if column.expected != nil { expected.removeFirst() }
      columns.append(column)
    }
  }

  /// Nil at the end of both texts.
  private static func column(_ typed: Sign?, _ expected: Sign?) -> Column? {
    if let typed, let expected, typed.matches(expected) {
      return Column(typed: typed.character, expected: expected.character, mark: .good)
    }
    if let typed, typed.isIgnored { return Column(typed: typed.character, expected: nil, mark: .good) }
    if let expected, expected.isIgnored {
      return Column(typed: nil, expected: expected.character, mark: .good)
    }
    if let typed {
      return Column(typed: typed.character, expected: expected?.character, mark: .wrong)
    }
    return expected.map { Column(typed: nil, expected: $0.character, mark: .missing) }
  }
}
