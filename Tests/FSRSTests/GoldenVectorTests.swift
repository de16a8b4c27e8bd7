import FSRS
import Testing

/// 320 histories under twelve parameter sets; tolerances as in the README beside the vectors.
@Suite(.enabled(if: GoldenFiles.areThere, "needs ../shared/golden"))
struct GoldenVectorTests {
  private struct Header: Decodable { var paramSets: [[Double]] }

  private struct Row: Decodable {
    var id: Int
    /// Parameter set, desired retention, then one element for each review.
    var p: Int
    var dr: Double
    var t: [Double]
    var g: [Int]
    var r: [Double?]
    var rf: [Double?]
    var s: [Double]
    var f: [Double]
    var d: [Double]
    var ivl: [Double]
  }

  @Test func everyHistoryIsReproduced() throws {
    let (header, rows) = try GoldenFiles.lines("fsrs7-vectors.json", header: Header.self, row: Row.self)
    #expect(rows.count == 320)
    for row in rows {
      let parameters = try #require(FSRS7.Parameters(clamping: header.paramSets[row.p]))
      #expect(parameters.weights == header.paramSets[row.p], "the reference's sets lie inside the box")
      try check(row, FSRS7(parameters: parameters))
    }
  }

  private func check(_ row: Row, _ model: FSRS7) throws {
    var state: FSRS7.State?
    for index in row.g.indices {
      let rating = try #require(Rating(rawValue: row.g[index]))
      let next: FSRS7.State
      if let state {
        let recall = model.retrievability(state, elapsedDays: row.t[index])
        let fastRecall = model.fastRetrievability(state, elapsedDays: row.t[index])
        #expect(isClose(recall, row.r[index] ?? .nan, relative: 1e-6), "recall, row \(row.id)")
        #expect(isClose(fastRecall, row.rf[index] ?? .nan, relative: 1e-6), "fast recall, row \(row.id)")
        next = model.next(state, elapsedDays: row.t[index], rating: rating)
      } else {
        next = model.firstState(rating: rating)
      }
      #expect(isClose(next.slow, row.s[index], relative: 1e-6), "slow, row \(row.id)")
      #expect(isClose(next.fast, row.f[index], relative: 1e-6), "fast, row \(row.id)")
      #expect(isClose(next.difficulty, row.d[index], relative: 1e-6), "difficulty, row \(row.id)")
      let interval = model.interval(next, desiredRetention: row.dr)
      #expect(isClose(interval, row.ivl[index], relative: 1e-5), "interval, row \(row.id)")
      state = next
    }
  }
}
