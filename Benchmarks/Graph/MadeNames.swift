import FSRS

/// Names of two or three words, and a few of them with two letters swapped.
struct MadeNames {
  private(set) var all: [String] = []
  private(set) var misspelt: [String] = []

  init(count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    let syllables = [
      "ba", "con", "de", "fir", "gu", "lo", "mer", "ni", "po", "qua", "ro", "sta", "tin", "ul", "ver",
    ]
    let words = (0..<3000).map { _ in
      (0..<2 + number(below: 3)).map { _ in syllables[number(below: syllables.count)] }.joined()
    }
    all = (0..<count).map { _ in
      (0..<2 + number(below: 2)).map { _ in words[number(below: words.count)] }.joined(separator: " ")
    }
    misspelt = (0..<10).map { _ in
      var letters = Array(all[number(below: count)])
      letters.swapAt(1, 2)
      return String(letters)
    }
  }
}
