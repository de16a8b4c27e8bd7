import GRDB
import StudyCore

/// Files of a link root, to resolve links against.
struct LinkFiles {
  /// Where a link leads: the values of its columns.
  struct Destination {
    var concept: Int64?
    var file: Int64?
    var isTie = false
  }

  private(set) var index = LinkIndex([])
  /// In step with the index: what each of its files is.
  private(set) var destinations: [Destination] = []

  /// None.
  init() {}

  /// All files.
  ///
  /// - Parameter gone: rows of files that are no longer there.
  init(_ db: Database, in linkRoot: Int64, without gone: Set<Int64>) throws {
    var files: [LinkIndex.File] = []
    let notes = try BulkStatement(
      db,
      """
      SELECT root.prefix || note.path, note.key, concept.id
      FROM note JOIN root ON root.id = note.root JOIN concept ON concept.note = note.id
      WHERE root.linkRoot = ? AND note.removedAt IS NULL
      """)
    try notes.forEachRow({ $0.bind(linkRoot) }) { addNote($0, to: &files) }
    let others = try BulkStatement(db, "SELECT path, key, id FROM file WHERE linkRoot = ?")
    try others.forEachRow({ $0.bind(linkRoot) }) { addFile($0, without: gone, to: &files) }
    index = LinkIndex(files)
  }

  /// The files of these names: enough for all links that can mean no other, as a link and the file it leads to have the
  /// same ``LinkWriter/nameKey(_:)``.
  init(_ db: Database, in linkRoot: Int64, without gone: Set<Int64>, named names: Set<String>) throws {
    var files: [LinkIndex.File] = []
    let notes = try BulkStatement(
      db,
      """
      SELECT root.prefix || note.path, note.key, concept.id
      FROM concept JOIN note ON note.id = concept.note JOIN root ON root.id = note.root
      WHERE concept.linkRoot = ? AND concept.nameKey = ? AND note.removedAt IS NULL
      """)
    let others = try BulkStatement(db, "SELECT path, key, id FROM file WHERE linkRoot = ? AND nameKey = ?")
    for name in names {
      func bind(_ row: inout BulkBinder) {
        row.bind(linkRoot)
        row.bind(name)
      }
      try notes.forEachRow(bind) { addNote($0, to: &files) }
      try others.forEachRow(bind) { addFile($0, without: gone, to: &files) }
    }
    index = LinkIndex(files)
  }

  private mutating func addNote(_ row: BulkRow, to files: inout [LinkIndex.File]) {
    files.append(LinkIndex.File(path: row.text(0), key: row.text(1)))
    destinations.append(Destination(concept: row.integer(2)))
  }

  private mutating func addFile(_ row: BulkRow, without gone: Set<Int64>, to files: inout [LinkIndex.File]) {
    guard let id = row.integer(2), !gone.contains(id) else { return }
    files.append(LinkIndex.File(path: row.text(0), key: row.text(1)))
    destinations.append(Destination(file: id))
  }
}
