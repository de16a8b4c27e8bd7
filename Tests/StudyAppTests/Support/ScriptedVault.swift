import TestSupport

/// A vault that random edit scripts change, and that remembers which block is which.
struct ScriptedVault {
  struct Block: Hashable {
    /// Names the block for good. A copy has a number of its own.
    var number: Int
    /// The number of the block it was copied from first, or its own: within such a family texts can be equal, and
    /// then no import can tell which block is which.
    var family: Int
    var words: [String]
    var ankiID: Int?

    var front: String { words.prefix(6).joined(separator: " ") }
    var text: String { card(front, words.dropFirst(6).joined(separator: " "), id: ankiID) }
  }

  private(set) var notes: [String: [Block]] = [:]
  private var gone: [Block] = []
  private var random: SeededGenerator
  private var nextNumber = 0
  private var nextNote = 0
  /// Families that the script changed since the last import.
  private var touched = Set<Int>()

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for _ in 0..<4 { notes[newPath()] = (0..<random.index(below: 5)).map { _ in newBlock() } }
  }

  var blocks: [Block] { notes.sorted { $0.key < $1.key }.flatMap(\.value) }

  // MARK: Words

  /// A word that no other block has.
  private mutating func newWord() -> String { "w" + String(random.next() % 1_000_000_000, radix: 36) }

  private mutating func newBlock() -> Block {
    nextNumber += 1
    let words = (0..<24).map { _ in newWord() }
    return Block(
      number: nextNumber, family: nextNumber, words: words,
      ankiID: random.happens(oneIn: 4) ? 1_700_000_000_000 + nextNumber : nil)
  }

  private mutating func newPath() -> String {
    nextNote += 1
    return random.happens(oneIn: 3) ? "sub/n\(nextNote).md" : "n\(nextNote).md"
  }

  // MARK: Steps

  /// Makes some random changes, none of which makes it impossible to tell which block is which.
  mutating func change() {
    touched = []
    for _ in 0...random.index(below: 5) {
      switch random.index(below: 9) {
      case 0: editWord()
      case 1: editWithID()
      case 2, 3: move()
      case 4: rename()
      case 5: delete()
      case 6: restore()
      case 7: duplicate()
      default: reorderOrAdd()
      }
    }
  }

  private mutating func randomPlace() -> (note: String, index: Int)? {
    let places = notes.sorted { $0.key < $1.key }.flatMap { note, blocks in blocks.indices.map { (note, $0) }
    }
    return places.isEmpty ? nil : random.element(of: places)
  }

  private func standing(_ family: Int) -> Int { blocks.filter { $0.family == family }.count }

  /// A block alone in its family changes at one place between two imports.
  private mutating func placeToEdit(where isWanted: (Block) -> Bool) -> (note: String, index: Int)? {
    guard let place = randomPlace(), let block = notes[place.note]?[place.index], isWanted(block),
      standing(block.family) == 1, !gone.contains(where: { $0.family == block.family }),
      touched.insert(block.family).inserted
    else { return nil }
    return place
  }

  private mutating func editWord() {
    guard let place = placeToEdit(where: { _ in true }) else { return }
    let word = newWord()
    notes[place.note]?[place.index].words[random.index(below: 24)] = word
  }

  /// With an Anki id, every word may change.
  private mutating func editWithID() {
    guard let place = placeToEdit(where: { $0.ankiID != nil }) else { return }
    let words = (0..<24).map { _ in newWord() }
    notes[place.note]?[place.index].words = words
  }

  private mutating func insert(_ block: Block) {
    let path = random.happens(oneIn: 4) || notes.isEmpty ? newPath() : random.element(of: notes.keys.sorted())
    var blocks = notes[path] ?? []
    blocks.insert(block, at: random.index(below: blocks.count + 1))
    notes[path] = blocks
  }

  private mutating func move() {
    guard let place = randomPlace(), let block = notes[place.note]?.remove(at: place.index) else { return }
    insert(block)
  }

  private mutating func rename() {
    guard !notes.isEmpty else { return }
    notes[newPath()] = notes.removeValue(forKey: random.element(of: notes.keys.sorted()))
  }

  /// Deletes a block or a whole note. What changed since the last import stays, for an import cannot know its text.
  private mutating func delete() {
    if random.happens(oneIn: 3), !notes.isEmpty {
      let path = random.element(of: notes.keys.sorted())
      guard let blocks = notes[path], blocks.allSatisfy({ !touched.contains($0.family) }) else { return }
      notes[path] = nil
      for block in blocks { bury(block) }
    } else if let place = randomPlace(), let block = notes[place.note]?[place.index],
      !touched.contains(block.family)
    {
      notes[place.note]?.remove(at: place.index)
      bury(block)
    }
  }

  private mutating func bury(_ block: Block) {
    touched.insert(block.family)
    gone.append(block)
  }

  private mutating func restore() {
    let possible = gone.indices.filter { !touched.contains(gone[$0].family) }
    guard !possible.isEmpty else { return }
    let block = gone.remove(at: random.element(of: possible))
    touched.insert(block.family)
    insert(block)
  }

  private mutating func duplicate() {
    guard let place = randomPlace(), var block = notes[place.note]?[place.index],
      touched.insert(block.family).inserted
    else { return }
    nextNumber += 1
    block.number = nextNumber
    block.ankiID = nil
    insert(block)
  }

  private mutating func reorderOrAdd() {
    guard !notes.isEmpty, random.happens(oneIn: 2) else { return insert(newBlock()) }
    let path = random.element(of: notes.keys.sorted())
    notes[path]?.shuffle(using: &random)
  }

  // MARK: Files

  /// Makes the folder hold what the script says; writes only what differs from before.
  func write(to folder: TemporaryFolder, before: [String: String]) throws -> [String: String] {
    let texts = notes.mapValues { "# A note\n\n" + $0.map(\.text).joined(separator: "\n") }
    for path in before.keys where texts[path] == nil { try folder.remove(path) }
    for (path, text) in texts where before[path] != text { try folder.write(text, to: path) }
    return texts
  }
}
