/// Shows what changes within lines of a file, as `diff -u` does and `patch` understands.
struct UnifiedDiff {
  private static let context = 3

  private let before: [ArraySlice<UInt8>]
  private let after: [ArraySlice<UInt8>]
  private let path: String

  /// - Parameters:
  ///   - before: a file's bytes
  ///   - after: the same lines, some of them with another text
  init(path: String, before: [UInt8], after: [UInt8]) {
    self.path = path
    self.before = UnifiedDiff.lines(before)
    self.after = UnifiedDiff.lines(after)
  }

  /// With their line ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    return start < bytes.count ? lines + [bytes[start...]] : lines
  }

  /// The bytes of the file are not touched: they need not be UTF-8. Empty if nothing changes.
  var bytes: [UInt8] {
    let hunks = hunks
    guard !hunks.isEmpty else { return [] }
    // Without a tab after it, `patch` reads a name up to its first blank.
    let name = path.contains(" ") ? path + "\t" : path
    return Array("--- \(name)\n+++ \(name)\n".utf8) + hunks.flatMap(bytes)
  }

  /// Lines to show: each change with what stands around it.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in before.indices where before[index] != after[index] {
      let lower = max(0, index - UnifiedDiff.context)
      let upper = min(before.count, index + UnifiedDiff.context + 1)
      if let last = hunks.last, lower <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<upper
      } else {
        hunks.append(lower..<upper)
      }
    }
    return hunks
  }

  private func bytes(of hunk: Range<Int>) -> [UInt8] {
    let place = "\(hunk.lowerBound + 1)" + (hunk.count == 1 ? "" : ",\(hunk.count)")
    var result = Array("@@ -\(place) +\(place) @@\n".utf8)
    var index = hunk.lowerBound
    while index < hunk.upperBound {
      let changed = hunk[index...].prefix { before[$0] != after[$0] }
      if changed.isEmpty {
        result += UnifiedDiff.line(" ", before[index])
        index += 1
      } else {
        result += before[changed.startIndex..<changed.endIndex].flatMap { UnifiedDiff.line("-", $0) }
        result += after[changed.startIndex..<changed.endIndex].flatMap { UnifiedDiff.line("+", $0) }
        index = changed.endIndex
      }
    }
    return result
  }

  private static func line(_ sign: String, _ line: ArraySlice<UInt8>) -> [UInt8] {
    let isEnded = line.last == UInt8(ascii: "\n")
    return Array(sign.utf8) + line + (isEnded ? [] : Array("\n\\ No newline at end of file\n".utf8))
  }
}
