import Foundation

/// A path as the file system compares it: by its bytes. `String` takes the composed and the decomposed form of
/// a letter for equal, and some file systems hold files of both names.
struct ExactPath: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactPath, right: ExactPath) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { leftBytes in
      right.withUTF8 { rightBytes in
        guard leftBytes.count == rightBytes.count else { return false }
        guard let one = leftBytes.baseAddress, let other = rightBytes.baseAddress else { return true }
        return memcmp(one, other, leftBytes.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
