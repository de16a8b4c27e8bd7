/// A name as ``NearNames`` compares it: its words in lower case. What stands between them does not count.
struct NameWords: Hashable, Sendable {
  typealias Word = [Unicode.Scalar]

  var words: [Word]
  /// True if what stood in parentheses was left out.
  var isShortened = false

  /// How a name can be read: as a whole, and without what it has in parentheses.
  static func readings(of name: String) -> [NameWords] {
    var whole = NameWords(words: [])
    var outside = NameWords(words: [], isShortened: true)
    var word = Word()
    var depth = 0
    for scalar in name.lowercased().unicodeScalars {
      if isPartOfWord(scalar) {
        word.append(scalar)
        continue
      }
      add(&word, to: &whole, &outside, isOutside: depth == 0)
      if scalar == "(" { depth += 1 } else if scalar == ")" { depth = max(0, depth - 1) }
    }
    add(&word, to: &whole, &outside, isOutside: depth == 0)
    if whole.words.isEmpty { return [] }
    return outside.words.isEmpty || outside.words == whole.words ? [whole] : [whole, outside]
  }

  private static func add(
    _ word: inout Word, to whole: inout NameWords, _ outside: inout NameWords, isOutside: Bool
  ) {
    guard !word.isEmpty else { return }
    whole.words.append(word)
    if isOutside { outside.words.append(word) }
    word = []
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isDigit(scalar) || ("a"..."z").contains(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Without the gaps between the words.
  var joined: Word { Array(words.joined()) }

  // MARK: Nearness

  /// How far apart two names are, in changes of a letter, an order or a word; nil if they are not near.
  ///
  /// All words of the shorter name stand in the longer one, each as it is or misspelt, in whatever order. What
  /// the longer one has besides comes first and is no more than half of its letters.
  func changes(to other: NameWords) -> Int? {
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    var changes = (isShortened ? 1 : 0) + (other.isShortened ? 1 : 0)
    if let found = short.changes(withinLonger: long) {
      changes += found
    } else if joined == other.joined {
      changes += 1
    } else {
      return nil
    }
    return changes <= NameWords.mostChanges ? changes : nil
  }

  static let mostChanges = 3

  private func changes(withinLonger long: NameWords) -> Int? {
    var free = Array(long.words.indices)
    var partners: [Int?] = words.map { _ in nil }
    // What is the same goes together before what is merely near.
    for (index, word) in words.enumerated() {
      guard let found = free.firstIndex(where: { long.words[$0] == word }) else { continue }
      partners[index] = free.remove(at: found)
    }
    var changes = 0
    for (index, word) in words.enumerated() where partners[index] == nil {
      let near = free.indices.compactMap { place in
        NameWords.changes(word, long.words[free[place]]).map { (place: place, changes: $0) }
      }
      guard let best = near.min(by: { $0.changes < $1.changes }) else { return nil }
      partners[index] = free.remove(at: best.place)
      changes += best.changes
    }
    let extra = free.reduce(0) { $0 + long.words[$1].count }
    guard free == Array(0..<free.count), 2 * extra <= long.words.reduce(0, { $0 + $1.count }) else {
      return nil
    }
    let order = partners.compactMap { $0 }
    return changes + free.count + (order == order.sorted() ? 0 : 1)
  }

  /// Letters changed between two words; nil if they are rather two words than one misspelt. Of short words,
  /// many of which differ in one letter, only a swap of neighbours and a plural count.
  static func changes(_ left: Word, _ right: Word) -> Int? {
    if left == right { return 0 }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard short.count >= 2, long.count - short.count <= mostChangesOfWord,
      left.filter(isDigit) == right.filter(isDigit)
    else { return nil }
    if short + ["s"] == long { return 1 }
    let changes = TextDistance.between(left, right)
    switch long.count {
    case ..<3: return nil
    case 3...4: return changes == 1 && short.count == long.count && short.sorted() == long.sorted() ? 1 : nil
    case 5...7: return changes <= 1 ? changes : nil
    default: return changes <= mostChangesOfWord ? changes : nil
    }
  }

  static let mostChangesOfWord = 2
}
