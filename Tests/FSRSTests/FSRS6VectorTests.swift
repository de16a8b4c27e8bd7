import FSRS
import Testing

/// FSRS-6 against histories that fsrs-rs and py-fsrs computed; tolerances as in the README beside the vectors.
@Suite(.enabled(if: GoldenFiles.areThere, "needs ../shared/golden"))
struct FSRS6VectorTests {
  private struct Header: Decodable { var paramSets: [[Double]] }

  private struct Row: Decodable {
    var id: Int
    /// Parameter set, desired retention, then one element for each review.
    var p: Int
    var dr: Double
    var dt: [Int]
    var g: [Int]
    var r: [Double?]
    var s: [Double]
    var d: [Double]
    var ivl: [Double]
    var days: [Int]
    /// `[index, again, hard, good, easy]`, each `[s, d, ivl]`.
    var all: [Alternatives]
  }

  /// What each rating would have done at one review.
  private struct Alternatives: Decodable {
    var index: Int
    var outcomes: [[Double]]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      index = try list.decode(Int.self)
      outcomes = try (0..<4).map { _ in try list.decode([Double].self) }
    }
  }

  private struct PythonRow: Decodable {
    var id: Int
    var p: Int
    /// Seconds since the first review.
    var t: [Int]
    var g: [Int]
    var r: [Double?]
    var s: [Double]
    var d: [Double]
  }

  @Test func `every history of fsrs-rs is reproduced`() throws {
    let (header, rows) = try GoldenFiles.lines("scheduler-vectors.json", header: Header.self, row: Row.self)
    #expect(rows.count == 420)
    for row in rows {
      let parameters = try #require(FSRS6.Parameters(clamping: header.paramSets[row.p]))
      #expect(parameters.weights == header.paramSets[row.p], "the reference's sets lie inside the box")
      try check(row, FSRS6(parameters: parameters))
    }
  }

  private func check(_ row: Row, _ model: FSRS6) throws {
    var state: FSRS6.State?
    for index in row.g.indices {
      let rating = try #require(Rating(rawValue: row.g[index]))
      if let state {
        let recall = model.retrievability(state, elapsedDays: Double(row.dt[index]))
        #expect(isClose(recall, row.r[index] ?? .nan, relative: 1e-4), "recall, row \(row.id)")
      }
      let next = after(state, row.dt[index], rating, model)
      #expect(isClose(next.stability, row.s[index], relative: 1e-4), "stability, row \(row.id)")
      #expect(isClose(next.difficulty, row.d[index], relative: 1e-4), "difficulty, row \(row.id)")
      let interval = model.interval(next, desiredRetention: row.dr)
      #expect(isClose(interval, row.ivl[index], relative: 1e-4), "interval, row \(row.id)")
      // Its own interval, of single precision, is rounded as ours is.
      let own = row.ivl[index]
      if abs(own - own.rounded(.down) - 0.5) > 1e-3 {
        let days = Fuzz.days(interval: own, minimum: 1, maximum: 36_500, uniform: nil)
        #expect(days == row.days[index], "days, row \(row.id)")
      }
      for alternatives in row.all where alternatives.index == index {
        for (rating, expected) in zip(Rating.allCases, alternatives.outcomes) {
          let other = after(state, row.dt[index], rating, model)
          #expect(
            isClose(other.stability, expected[0], relative: 1e-4), "stability after \(rating), row \(row.id)")
          #expect(
            isClose(other.difficulty, expected[1], relative: 1e-4),
            "difficulty after \(rating), row \(row.id)")
          let interval = model.interval(other, desiredRetention: row.dr)
          #expect(isClose(interval, expected[2], relative: 1e-4), "interval after \(rating), row \(row.id)")
        }
      }
      state = next
    }
  }

  private func after(_ state: FSRS6.State?, _ days: Int, _ rating: Rating, _ model: FSRS6) -> FSRS6.State {
    state.map { model.next($0, elapsedDays: days, rating: rating) } ?? model.firstState(rating: rating)
  }

  /// It counts whole periods of 24 hours where Linnet counts study days; the memory is the same.
  @Test func `every memory state of py-fsrs is reproduced`() throws {
    let (header, rows) = try GoldenFiles.lines(
      "pyfsrs-vectors.json", header: Header.self, row: PythonRow.self)
    #expect(rows.count == 240)
    var compared = 0
    for row in rows {
      let model = FSRS6(parameters: try #require(FSRS6.Parameters(clamping: header.paramSets[row.p])))
      var state: FSRS6.State?
      for index in row.g.indices {
        compared += 1
        let rating = try #require(Rating(rawValue: row.g[index]))
        let days = index == 0 ? 0 : (row.t[index] - row.t[index - 1]) / 86_400
        if let state, let recall = row.r[index] {
          #expect(isClose(model.retrievability(state, elapsedDays: Double(days)), recall, relative: 1e-7))
        }
        let next = after(state, days, rating, model)
        // py-fsrs sets stability no upper end, as fsrs-rs and Anki do: from there on the two differ.
        if row.s[index] > 36_500 { break }
        #expect(isClose(next.stability, row.s[index], relative: 1e-7), "stability, row \(row.id)")
        #expect(isClose(next.difficulty, row.d[index], relative: 1e-7), "difficulty, row \(row.id)")
        state = next
      }
    }
    #expect(compared > 1800)
  }

  /// Conversions as `fsrs.md` §1 gives them, from fsrs-rs.
  @Test func `older lists of parameters are converted`() throws {
    #expect(try #require(FSRS6.Parameters(clamping: [])) == .default)
    let five = [
      0.4, 0.6, 2.4, 5.8, 4.9, 0.9, 0.9, 0.01, 1.5, 0.1, 0.9, 2.2, 0.05, 0.3, 1.3, 0.3, 2.6, 0.3, 0.2,
    ]
    #expect(try #require(FSRS6.Parameters(clamping: five)).weights == five + [0, 0.5])
    let fourAndAHalf = Array(five.prefix(17))
    let converted = try #require(FSRS6.Parameters(clamping: fourAndAHalf)).weights
    #expect(converted[4] == 4.9 + 2 * 0.9)
    #expect(isClose(converted[5], 1.308332819650179 / 3, relative: 1e-12), "ln 3.7 / 3")
    #expect(converted[6] == 1.4)
    #expect(Array(converted[17...]) == [0, 0, 0, 0.5])
    #expect(FSRS6.Parameters(clamping: Array(repeating: 0.5, count: 20)) == nil)
    #expect(FSRS6.Parameters(clamping: [.nan] + five.dropFirst()) == nil)
  }

  @Test func `more relearning steps bound what a review of the same day can do`() throws {
    var weights = FSRS6.Parameters.default.weights
    (weights[17], weights[18]) = (2, 2)
    let one = try #require(FSRS6.Parameters(clamping: weights, relearningSteps: 1))
    #expect(one.sameDay.slope == 2)
    let three = try #require(FSRS6.Parameters(clamping: weights, relearningSteps: 3))
    #expect(three.sameDay.slope < 1 && three.sameDay.slope == three.sameDay.offset)
    // Three lapses in a row on one day never leave more than one lapse does.
    let model = FSRS6(parameters: three)
    let state = model.next(FSRS6.State(stability: 1, difficulty: 5), elapsedDays: 1, rating: .again)
    #expect(state.stability <= 1)
  }
}
