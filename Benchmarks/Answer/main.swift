// How long an answer takes from the key to the disk, beside a bare write and fdatasync of as many bytes, each after each.
//
//   LINNET_BENCHMARKS=1 swift run -c release AnswerBenchmark COLLECTION
//
// Answers a hundred cards of the collection: give it a copy.

import Foundation
import StudyApp
import StudyCore
import StudyStore

#if canImport(Darwin)
  /// What SQLite does there.
  func fdatasync(_ file: Int32) -> Int32 { fsync(file) }
#endif

/// Seconds of wall time.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(work) / .seconds(1)
}

func size(of path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}

extension [Double] {
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

extension Double {
  var milliseconds: String { String(format: "%.3f ms", self * 1000) }
}

func main(_ path: String) throws {
  let answers = 100
  let moment = Moment(timestamp: Timestamp(milliseconds: 1_767_254_400_000), utcOffset: 0)
  let clock = StudyClock(fixed: moment, systemTime: { moment }, elapsed: { 0 })
  let service = ReviewService(store: try StudyStore(path: path), seed: 0)
  var review = try LiveReview(service: service, scope: ReviewScope(newCards: answers), clock: clock)
  print("ahead  \(seconds { review.rehearse() }.milliseconds)")
  _ = try review.send(.start)

  let bare = open(path + ".bare", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  defer {
    close(bare)
    unlink(path + ".bare")
  }
  var (ours, floor, bytes) = ([Double](), [Double](), [Int]())
  for _ in 0..<answers {
    _ = try review.send(.reveal)
    guard case .answer = review.session.state else { break }
    let before = size(of: path + "-wal")
    ours.append(try seconds { _ = try review.send(.answer(.good, secondsTaken: 2)) })
    bytes.append(max(size(of: path + "-wal") - before, 1))
    let block = [UInt8](repeating: 7, count: bytes[bytes.count - 1])
    floor.append(
      seconds {
        _ = write(bare, block, block.count)
        _ = fdatasync(bare)
      })
  }
  let others = Array(ours.dropFirst())
  print("\(ours.count) answers of \(bytes.sorted()[bytes.count / 2]) bytes")
  print(
    "first  \((ours.first ?? 0).milliseconds), bare write and fdatasync \((floor.first ?? 0).milliseconds)")
  print("median \(others.median.milliseconds), bare write and fdatasync \(floor.median.milliseconds)")
  print(
    "worst  \((others.max() ?? 0).milliseconds), bare write and fdatasync \((floor.max() ?? 0).milliseconds)")
  print(
    String(
      format: "ratio  %.2f, at most 3; first against the median %.2f", others.median / floor.median,
      (ours.first ?? 0) / others.median))
}

try main(CommandLine.arguments.dropFirst().first ?? "")
