import GRDB
import StudyCore

/// A finding with the file it is about.
package struct LocatedFinding: Hashable, Sendable {
  package var folder: String
  /// Relative to the folder.
  package var path: String
  package var finding: Finding

  package init(folder: String, path: String, finding: Finding) {
    self.folder = folder
    self.path = path
    self.finding = finding
  }

  package var absolutePath: String { folder + "/" + path }
}

extension LocatedFinding: Comparable {
  /// In order of folder, path and place.
  package static func < (left: LocatedFinding, right: LocatedFinding) -> Bool {
    (left.folder, left.path, left.finding.place.line, left.finding.place.column)
      < (right.folder, right.path, right.finding.place.line, right.finding.place.column)
  }
}

/// The first link to a name that no note has.
package struct UnresolvedLink: Hashable, Sendable {
  package var folder: String
  /// Relative to the folder.
  package var path: String
  package var place: Finding.Place
  package var target: String
  /// How many links there are to the name.
  package var count: Int
}

extension StudyStore {
  /// Everything the last import had to say, and what only the whole collection shows: links that name an alias
  /// and links that name several files. In order of folder, path and place.
  package func findings() throws(StudyStoreError) -> [LocatedFinding] {
    try read { db in
      let all = try parserFindings(db) + aliasLinks(db) + ties(db) + missingMedia(db)
      return all.sorted()
    }
  }

  /// Names that no note has, each with the first link to it.
  package func unresolvedLinks() throws(StudyStoreError) -> [UnresolvedLink] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT root.path, note.path, min(root.path || '/' || note.path), link.line, link."column", linkTarget.text,
            count(*)
          FROM concept JOIN link ON link.concept = concept.id JOIN linkTarget ON linkTarget.id = link.target
            JOIN note ON note.id = link.note JOIN root ON root.id = note.root
          WHERE concept.note IS NULL AND link.countsForGraph = 1
          GROUP BY concept.id
          """
      ).map { row in
        UnresolvedLink(
          folder: row[0], path: row[1], place: Finding.Place(line: row[3], column: row[4]), target: row[5],
          count: row[6])
      }
    }
  }

  private func parserFindings(_ db: Database) throws -> [LocatedFinding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT root.path, finding.path, line, "column", severity, code, message, fix
        FROM finding JOIN root ON root.id = finding.root
        """
    ).compactMap { row in
      guard let severity = Finding.Severity(rawValue: row[4]), let code = FindingCode(rawValue: row[5]) else {
        return nil
      }
      return LocatedFinding(
        folder: row[0], path: row[1],
        finding: Finding(
          severity: severity, code: code, message: row[6], fix: row[7],
          place: Finding.Place(line: row[2], column: row[3])))
    }
  }

  /// Obsidian does not follow aliases in bare links.
  private func aliasLinks(_ db: Database) throws -> [LocatedFinding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT root.path, note.path, link.line, link."column", linkTarget.text, min(named.title)
        FROM concept JOIN link ON link.concept = concept.id JOIN linkTarget ON linkTarget.id = link.target
          JOIN noteAlias ON noteAlias.key = concept.key JOIN note AS named ON named.id = noteAlias.note
          JOIN note ON note.id = link.note JOIN root ON root.id = note.root
        WHERE concept.note IS NULL AND link.countsForGraph = 1
        GROUP BY link.note, link.position
        """
    ).map { row in
      let (target, title): (String, String) = (row[4], row[5])
      return LocatedFinding(
        folder: row[0], path: row[1],
        finding: Finding(
          severity: .note, code: .aliasLink,
          message:
            "no note is named \"\(target)\"; it is an alias of \"\(title)\", which Obsidian does not follow",
          fix: "write [[\(title)|\(target)]]", place: Finding.Place(line: row[2], column: row[3])))
    }
  }

  /// Pictures and sounds that cards show and no file is there for.
  private func missingMedia(_ db: Database) throws -> [LocatedFinding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT root.path, note.path, link.line, link."column", linkTarget.text
        FROM link JOIN linkTarget ON linkTarget.id = link.target
          JOIN note ON note.id = link.note JOIN root ON root.id = note.root
          JOIN concept ON concept.id = link.concept
        WHERE link.kind IN ('embed', 'markdown-embed') AND link.block IS NOT NULL AND concept.note IS NULL
        """
    ).compactMap { row in
      let target: String = row[4]
      let name = target.lowercased()
      guard StudyStore.mediaExtensions.contains(where: { name.hasSuffix("." + $0) }) else { return nil }
      return LocatedFinding(
        folder: row[0], path: row[1],
        finding: Finding(
          severity: .warning, code: .missingMedia,
          message: "the card shows \"\(target)\", which is not there",
          fix: "put the file into the vault, or mend its name",
          place: Finding.Place(line: row[2], column: row[3])))
    }
  }

  /// What Obsidian shows or plays within a note.
  private static let mediaExtensions = [
    "png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "avif", "tif", "tiff", "mp3", "wav", "m4a", "ogg",
    "flac", "3gp",
    "webm", "mp4", "mov", "mkv", "ogv", "pdf",
  ]

  private func ties(_ db: Database) throws -> [LocatedFinding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT root.path, note.path, link.line, link."column", linkTarget.text,
          coalesce(file.path, targetRoot.prefix || targetNote.path)
        FROM link JOIN linkTarget ON linkTarget.id = link.target
          JOIN note ON note.id = link.note JOIN root ON root.id = note.root
          LEFT JOIN file ON file.id = link.file LEFT JOIN concept ON concept.id = link.concept
          LEFT JOIN note AS targetNote ON targetNote.id = concept.note
          LEFT JOIN root AS targetRoot ON targetRoot.id = targetNote.root
        WHERE link.isTie = 1 AND link.countsForGraph = 1
        """
    ).map { row in
      let (target, chosen): (String, String) = (row[4], row[5])
      return LocatedFinding(
        folder: row[0], path: row[1],
        finding: Finding(
          severity: .note, code: .ambiguousLink,
          message: "\"\(target)\" names several files that are equally near; \(chosen) is taken",
          fix: "write more of the path", place: Finding.Place(line: row[2], column: row[3])))
    }
  }
}
