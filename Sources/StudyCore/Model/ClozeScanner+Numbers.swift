extension ClozeScanner {
  /// The distinct numbers of the gaps, ascending: one card each.
  package static func numbers(in text: String) -> [Int] {
    var text = text
    return text.withUTF8(numbers)
  }

  package static func numbers(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    plainNumbers(in: bytes) ?? Set(scan(Array(bytes)).map(\.number)).sorted()
  }

  /// So many distinct numbers are kept in order one by one.
  private static let fewNumbers = 16

  /// The same for gaps that hold neither braces nor the marks of code and formulas, as nearly all of them, so that each ends where
  /// braces close first; nil where one of them does, or is not closed.
  private static func plainNumbers(in bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    var index = 0
    while index &+ 6 < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"), let opening = ClozeOpening(at: index, in: bytes) else {
        index &+= 1
        continue
      }
      guard let end = plainEnd(from: opening.range.upperBound, in: bytes) else { return nil }
      index = end
      let place = numbers.firstIndex { $0 >= opening.number } ?? numbers.count
      if place < numbers.count, numbers[place] == opening.number { continue }
      guard numbers.count < fewNumbers else { return nil }
      numbers.insert(opening.number, at: place)
    }
    return numbers
  }

  /// Past the `}}` of a gap whose content begins there.
  private static func plainEnd(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "}"): return bytes.hasPair(UInt8(ascii: "}"), at: index) ? index + 2 : nil
      case UInt8(ascii: "{"), UInt8(ascii: "`"), UInt8(ascii: "$"): return nil
      default: index &+= 1
      }
    }
    return nil
  }
}
