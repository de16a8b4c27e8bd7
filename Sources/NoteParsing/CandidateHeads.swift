/// What could be the heads of the fields of a note type that nobody knows: the words before a colon at the beginning of a block's
/// lines. Whether they are is decided over all blocks of the type.
package struct CandidateHeads: Hashable, Sendable {
  /// Each once, in order.
  package var names: [String]
  /// Whether the block's first line has one, so that no text stands in a field without a name.
  package var beginsBlock: Bool

  package init(_ names: [String] = [], beginsBlock: Bool = false) {
    self.names = names
    self.beginsBlock = beginsBlock
  }
}
