/// Collects the cells of one table.
struct TableBuilder {
  var alignments: [MarkdownAlignment] = []
  private var rows: [[[MarkdownInline]]] = []

  mutating func beginRow() { rows.append([]) }

  mutating func append(_ cell: [MarkdownInline]) {
    if rows.isEmpty { beginRow() }
    rows[rows.count - 1].append(cell)
  }

  /// The first row is the header.
  var block: MarkdownBlock {
    .table(alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }
}
