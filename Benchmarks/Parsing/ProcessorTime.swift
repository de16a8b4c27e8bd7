import Foundation

/// Seconds of processor time that this thread spends on some work.
func seconds(_ work: () -> Int) -> Double {
  let start = processorTime()
  total &+= work()
  return processorTime() - start
}

private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Keeps the results in use.
nonisolated(unsafe) private var total = 0

extension [Double] {
  /// Of an odd number of figures the one in the middle.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

extension Double {
  func text(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}

extension String {
  func padded(to width: Int) -> String { padding(toLength: width, withPad: " ", startingAt: 0) }
}

/// Prints a line at once, also into a file.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
