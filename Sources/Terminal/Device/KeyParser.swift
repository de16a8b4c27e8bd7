/// Turns the bytes a terminal sends into keys. It may be fed in pieces of any size.
package struct KeyParser: Sendable {
  private var pending: [UInt8] = []
  private var pasted: [UInt8]?

  package init() {}

  /// Whether bytes are waiting that only time can tell apart: Escape, or the beginning of a longer sequence.
  package var isUndecided: Bool { !pending.isEmpty && pasted == nil }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending += bytes
    var keys: [Key] = []
    while let (key, length) = next() {
      pending.removeFirst(length)
      if let key { keys.append(key) }
    }
    return keys
  }

  /// Nothing more has come for a while: what is pending is all there is.
  package mutating func flush() -> [Key] {
    guard isUndecided else { return [] }
    defer { pending = [] }
    return pending == [escapeByte] ? [.escape] : [.unknown]
  }

  /// The key at the start of `pending` with the number of its bytes; nil if it is not complete.
  private mutating func next() -> (key: Key?, length: Int)? {
    if pasted != nil { return nextPasted() }
    guard let first = pending.first else { return nil }
    return switch first {
    case escapeByte: nextSequence()
    case 0x80...: nextCharacter()
    default: (Key(ascii: first), 1)
    }
  }

  private mutating func nextPasted() -> (key: Key?, length: Int)? {
    guard let end = pending.firstRange(of: pasteEnd) else {
      // The last bytes may be the beginning of the end.
      let safe = max(0, pending.count - pasteEnd.count + 1)
      pasted? += pending.prefix(safe)
      pending.removeFirst(safe)
      return nil
    }
    let text = (pasted ?? []) + pending[..<end.lowerBound]
    pasted = nil
    return (.paste(String(decoding: text, as: UTF8.self)), end.upperBound)
  }

  private mutating func nextSequence() -> (key: Key?, length: Int)? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["): return nextControlSequence()
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return nil }
      return (Key(final: pending[2], parameter: nil), 3)
    case escapeByte: return (.escape, 1)
    // Alt with a letter, which is what many terminals send for a word to the left and to the right.
    case UInt8(ascii: "b"): return (.wordLeft, 2)
    case UInt8(ascii: "f"): return (.wordRight, 2)
    default: return (.unknown, 1 + min(pending.count - 1, characterLength(pending[1])))
    }
  }

  private mutating func nextControlSequence() -> (key: Key?, length: Int)? {
    // The Linux console writes its first function keys as ESC [ [ A.
    let start = pending.count > 2 && pending[2] == UInt8(ascii: "[") ? 3 : 2
    guard let end = pending[start...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return nil }
    guard (0x40...0x7E).contains(pending[end]) else { return (.unknown, end) }
    let numbers = String(decoding: pending[start..<end], as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let parameter = numbers.first ?? nil
    let modifier = numbers.count > 1 ? numbers[1] : nil
    if pending[end] == UInt8(ascii: "~") && parameter == 200 {
      pasted = []
      return (nil, end + 1)
    }
    let key = start == 3 ? .unknown : Key(final: pending[end], parameter: parameter, modifier: modifier)
    return (key, end + 1)
  }

  private func nextCharacter() -> (key: Key?, length: Int)? {
    let length = characterLength(pending[0])
    let tail = pending.dropFirst().prefix(length - 1)
    let valid = tail.prefix { (0x80..<0xC0).contains($0) }.count
    if valid == tail.count && pending.count < length { return nil }
    let text = String(decoding: pending.prefix(1 + valid), as: UTF8.self)
    return (text.first.map { .character($0) }, 1 + valid)
  }

  /// Bytes of the UTF-8 character that begins with `lead`; 1 if none does.
  private func characterLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }
}

private let escapeByte: UInt8 = 0x1B
private let pasteEnd = Array("\u{1B}[201~".utf8)

extension Key {
  fileprivate init(ascii byte: UInt8) {
    switch byte {
    case 0x03: self = .interrupt
    case 0x04: self = .endOfInput
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x20: self = .space
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x21...0x7E: self = .character(Character(Unicode.Scalar(byte)))
    default: self = .unknown
    }
  }

  /// The last byte of an escape sequence, with the numbers before it: the first says which key, the second which
  /// keys were held with it.
  fileprivate init(final byte: UInt8, parameter: Int?, modifier: Int? = nil) {
    let isHeld = modifier.map { $0 > 2 } ?? false
    switch (byte, parameter) {
    case (UInt8(ascii: "C"), _) where isHeld: self = .wordRight
    case (UInt8(ascii: "D"), _) where isHeld: self = .wordLeft
    case (UInt8(ascii: "Z"), _): self = .shiftTab
    case (UInt8(ascii: "~"), 3): self = .delete
    case (UInt8(ascii: "A"), _): self = .up
    case (UInt8(ascii: "B"), _): self = .down
    case (UInt8(ascii: "C"), _): self = .right
    case (UInt8(ascii: "D"), _): self = .left
    case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), 1), (UInt8(ascii: "~"), 7): self = .home
    case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), 4), (UInt8(ascii: "~"), 8): self = .end
    case (UInt8(ascii: "~"), 5): self = .pageUp
    case (UInt8(ascii: "~"), 6): self = .pageDown
    case (UInt8(ascii: "M"), nil): self = .enter
    default: self = .unknown
    }
  }
}
