/// Finds the known names that somebody may have meant by a name that is not known.
///
/// Names are near whose words are: ``NameWords`` says when. Misspelt words are found by the runs of three letters
/// they share with known words, so a search looks at few of many thousand names.
package struct NearNames: Sendable {
  /// A name as one of its readings.
  private struct Entry {
    var name: Int
    var reading: NameWords
  }

  private let names: [String]
  private var entries: [Entry] = []
  private var words: [NameWords.Word] = []
  /// The entries that have a word, by the word's index.
  private var entriesOfWord: [[Int]] = []
  private var wordsOfTrigram: [Trigram: [Int]] = [:]
  private var entriesOfJoined: [NameWords.Word: [Int]] = [:]

  package init(_ names: [String]) {
    self.names = names
    var known: [NameWords.Word: Int] = [:]
    for (name, text) in names.enumerated() {
      for reading in NameWords.readings(of: text) {
        let entry = entries.count
        entries.append(Entry(name: name, reading: reading))
        entriesOfJoined[reading.joined, default: []].append(entry)
        for word in reading.words {
          let index = known[word] ?? words.count
          if index == words.count {
            known[word] = index
            words.append(word)
            entriesOfWord.append([])
          }
          if entriesOfWord[index].last != entry { entriesOfWord[index].append(entry) }
        }
      }
    }
    for (index, word) in words.enumerated() {
      for trigram in Set(Trigram.all(of: word)) { wordsOfTrigram[trigram, default: []].append(index) }
    }
  }

  /// The nearest known names, best first: by the number of changes, then in order of their letters.
  ///
  /// - Returns: at most `limit` names, none if nothing is near.
  package func nearest(to name: String, limit: Int = 3) -> [String] {
    var changes: [Int: Int] = [:]
    for reading in NameWords.readings(of: name) {
      for entry in candidates(for: reading) {
        guard let found = reading.changes(to: entries[entry].reading) else { continue }
        changes[entries[entry].name] = min(found, changes[entries[entry].name] ?? found)
      }
    }
    let ranked = changes.sorted { left, right in
      left.value == right.value
        ? names[left.key].utf8.lexicographicallyPrecedes(names[right.key].utf8) : left.value < right.value
    }
    return ranked.prefix(limit).map { names[$0.key] }
  }

  /// The entries that can be near: of two names that are, all words of the shorter one are near words of the
  /// other.
  private func candidates(for reading: NameWords) -> [Int] {
    var counts: [Int: Int] = [:]
    for word in reading.words {
      for entry in Set(nearWords(to: word).flatMap { entriesOfWord[$0] }) { counts[entry, default: 0] += 1 }
    }
    let near = counts.filter { min(reading.words.count, entries[$0.key].reading.words.count) <= $0.value }
    return Array(near.keys) + (entriesOfJoined[reading.joined] ?? [])
  }

  private func nearWords(to word: NameWords.Word) -> [Int] {
    var shared: [Int: Int] = [:]
    for trigram in Trigram.all(of: word) {
      for index in wordsOfTrigram[trigram] ?? [] { shared[index, default: 0] += 1 }
    }
    // A changed letter takes three trigrams of the word's count + 2 with it, two swapped ones take four.
    let least = max(1, word.count + 2 - 4 * NameWords.mostChangesOfWord)
    return shared.compactMap { index, count in
      count >= least && NameWords.changes(word, words[index]) != nil ? index : nil
    }
  }
}

/// Three letters in a row, as one number: a Unicode scalar takes 21 bits.
private struct Trigram: Hashable {
  private var bits: UInt64

  /// Of a word with two blanks at each end, so that the first and the last letter stand in three as well.
  static func all(of word: NameWords.Word) -> ArraySlice<Trigram> {
    let blanks = [Unicode.Scalar](repeating: " ", count: 2)
    var bits: UInt64 = 0
    return (blanks + word + blanks).map { scalar in
      bits = (bits << 21 | UInt64(scalar.value)) & (1 << 63 - 1)
      return Trigram(bits: bits)
    }.suffix(word.count + 2)
  }
}
