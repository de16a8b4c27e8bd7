/// A range of offsets, or none, in half the space, for a note has many of them. A text has less than 4 GiB.
package struct StoredRange: Hashable, Sendable {
  private let start: UInt32
  private let end: UInt32

  /// An end before its start stands for nil.
  package init(_ range: Range<Int>?) {
    start = UInt32(clamping: range?.lowerBound ?? 1)
    end = UInt32(clamping: range?.upperBound ?? 0)
  }

  package static let none = StoredRange(nil)

  package var range: Range<Int>? { start <= end ? Int(start)..<Int(end) : nil }
  package var isEmpty: Bool { start >= end }
}
