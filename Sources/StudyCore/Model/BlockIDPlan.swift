/// Which Obsidian block ids to write into a note, so that its cards are known by them from then on. Nothing but bytes
/// is added.
package struct BlockIDPlan: Hashable, Sendable {
  package struct Insertion: Hashable, Sendable {
    /// The line of END, 1-based.
    package let line: Int
    /// Where in the file, in bytes.
    package let offset: Int
    /// A block id without its caret: eight of the letters `a` to `z` and the digits.
    package let id: String

    package init(line: Int, offset: Int, id: String) {
      (self.line, self.offset, self.id) = (line, offset, id)
    }

    /// What is inserted: ` ^id`.
    package var text: String { " ^" + id }
  }

  /// A block that is left as it is, because somebody has to look at it first.
  package struct LeftBlock: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      case endMissing
      /// What follows END on its line is no id, and would keep one from being read.
      case textAfterEnd(String)
      /// Another block of the note has the same id: `^abc`, or `ID: 17`.
      case duplicateID(String)
      /// A comment `<!--ID:` in the text that is no number, or not where Obsidian_to_Anki looks for it.
      case strayAnkiID
      /// It stands in the front matter, where an id may change what the YAML says.
      case inFrontMatter
    }

    /// The line of START, 1-based.
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) { (self.line, self.reason) = (line, reason) }
  }

  /// In ascending order of their places.
  package var insertions: [Insertion] = []
  package var leftBlocks: [LeftBlock] = []

  package init() {}

  /// The bytes of a file with all insertions made.
  package func applied(to file: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.count + 10 * insertions.count)
    var position = 0
    for insertion in insertions {
      result += file[position..<insertion.offset]
      result += insertion.text.utf8
      position = insertion.offset
    }
    return result + file[position...]
  }
}
