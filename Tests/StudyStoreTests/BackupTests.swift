import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

/// Copies that are made in steps.
@Suite struct BackupTests {
  private let folder: TemporaryFolder
  private let store: StudyStore

  /// A collection of several steps.
  init() throws {
    folder = try TemporaryFolder()
    store = try StudyStore(path: folder.absolute("x.sqlite"))
    for number in 1...120 {
      _ = try store.addFolder(path: longPath(number), label: "n", linkRootPath: longPath(number))
    }
  }

  private func longPath(_ number: Int) -> String { "/\(number)/" + String(repeating: "n", count: 20_000) }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix("x.sqlite") }
  }

  @Test func `a copy that is given up leaves what was there`() throws {
    try folder.write("before", to: "copy.sqlite")
    #expect(throws: StudyStoreError.interrupted) {
      try store.backup(to: folder.absolute("copy.sqlite")) { share throws(StudyStoreError) in
        #expect(share > 0 && share < 1)
        throw .interrupted
      }
    }
    #expect(try names() == ["copy.sqlite"])
    #expect(try String(contentsOfFile: folder.absolute("copy.sqlite"), encoding: .utf8) == "before")
  }

  @Test func `what others write between the steps is not in the copy`() throws {
    let other = try StudyStore(path: store.path)
    var shares: [Double] = []
    try store.backup(to: folder.absolute("copy.sqlite")) { share throws(StudyStoreError) in
      shares.append(share)
      guard shares.count < 100 else { throw .interrupted }
      let path = "/written at \(shares.count)"
      do {
        _ = try other.addFolder(path: path, label: "n", linkRootPath: path)
      } catch {
        Issue.record(error)
      }
    }
    #expect(shares.count > 3 && shares == shares.sorted() && shares.last == 1)
    let copy = try StudyStore(path: folder.absolute("copy.sqlite"))
    #expect(try copy.folders().count == 120)
    #expect(try copy.integrityProblems() == [])
  }
}
