import NoteParsing
import StudyCore
import StudyStore

/// Finds the note or concept that a person names by title, alias or path, as in a wiki link.
package enum ConceptFinder {
  /// - Throws: ``StudyAppError/conceptNotFound(_:near:)`` or ``StudyAppError/conceptAmbiguous(_:paths:)``
  package static func concept(named name: String, in store: StudyStore) throws -> Concept {
    var key = TextKey.key(name)
    if key.hasPrefix("[["), key.hasSuffix("]]") { key = TextKey.key(String(key.dropFirst(2).dropLast(2))) }
    if key.hasSuffix(".md") { key = String(key.dropLast(3)) }
    let found = try store.concepts(named: key)
    guard let first = found.first else {
      throw StudyAppError.conceptNotFound(name, near: try near(name, in: store))
    }
    guard found.count == 1 else {
      throw StudyAppError.conceptAmbiguous(name, paths: found.compactMap { $0.note?.path })
    }
    return first
  }

  /// What would have been found and is written much the same.
  private static func near(_ name: String, in store: StudyStore) throws -> [String] {
    let names = try Set(store.noteNames().map(\.name) + store.unresolvedNames())
    return NearNames(names.sorted()).nearest(to: name)
  }
}
