import Foundation
import StudyCore
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// What is heard of changes in folders. The system tells of a change before whoever made it goes on, so nothing is waited
/// for here but what must come.
@Suite(.enabled(if: FolderEvents() != nil, "this system tells nothing of folders"))
struct FolderWatchTests {
  private let folder: TemporaryFolder
  private let watch: FolderWatch

  init() throws {
    folder = try TemporaryFolder(["a.md": "one", "sub/b.md": "two", "Templates/t.md": "three"])
    try folder.write("ignore: [Templates, '*.draft.md']\n", to: ".linnet.yml")
    try folder.makeFolder(".git")
    watch = FolderWatch([ImportedFolder(at: folder)])
  }

  /// Waits for a change; gives up after a minute.
  private func waits() throws -> FolderWatch.Outcome {
    try Alarm(seconds: 60).rings { watch.wait(orUntil: $0) }
  }

  @Test func `a saved note is told`() throws {
    try folder.write("new text", to: "sub/b.md")
    #expect(try waits() == .changed)
    #expect(!watch.takeChanges())
  }

  @Test func `nothing is told while nothing happens`() throws {
    #expect(!watch.takeChanges())
    _ = try String(contentsOfFile: folder.absolute("a.md"), encoding: .utf8)
    #expect(!watch.takeChanges())
  }

  @Test(arguments: [
    "sub/.b.md.swp", ".git/index", "Templates/t.md", "Templates/new.md", "sub/c.draft.md", "sub/.linnet.yml",
  ])
  func `what an import passes over is not told`(_ path: String) throws {
    try folder.write("text", to: path)
    #expect(!watch.takeChanges())
  }

  @Test func `an editor that saves by renaming is heard`() throws {
    try folder.write("new text", to: "sub/.b.md.new")
    #expect(!watch.takeChanges())
    try folder.move("sub/.b.md.new", to: "sub/b.md")
    #expect(watch.takeChanges())
  }

  @Test func `a note that goes is told`() throws {
    try folder.remove("a.md")
    #expect(watch.takeChanges())
  }

  @Test func `new folders are watched, however deep`() throws {
    try folder.makeFolder("new/deep/deeper")
    #expect(try waits() == .changed)
    try folder.write("text", to: "new/deep/deeper/c.md")
    #expect(watch.takeChanges())
  }

  @Test func `a folder that was renamed is watched under its new name`() throws {
    try folder.move("sub", to: "Other")
    #expect(try waits() == .changed)
    try folder.write("text", to: "Other/b.md")
    #expect(watch.takeChanges())
  }

  @Test func `a folder that went elsewhere is watched no more`() throws {
    try folder.move("sub", to: "../elsewhere")
    #expect(try waits() == .changed)
    try folder.write("text", to: "../elsewhere/b.md")
    #expect(!watch.takeChanges())
  }

  @Test func `other settings of the folder count from then on`() throws {
    try folder.write("ignore: ['sub']\n", to: ".linnet.yml")
    #expect(try waits() == .changed)
    try folder.write("text", to: "sub/b.md")
    #expect(!watch.takeChanges())
    try folder.write("text", to: "Templates/t.md")
    #expect(watch.takeChanges())
  }

  @Test func `folders and notes behind links are watched`() throws {
    let other = try TemporaryFolder(["c/d.md": "", "e/f.md": "", "e/.g.md": ""])
    try folder.link("linked", to: other.absolute("c"))
    try folder.link("f.md", to: other.absolute("e/f.md"))
    #expect(try waits() == .changed)
    try other.write("text", to: "e/.g.md")
    #expect(!watch.takeChanges())
    try other.write("text", to: "e/f.md")
    #expect(watch.takeChanges())
    try other.write("text", to: "c/d.md")
    #expect(watch.takeChanges())
  }

  @Test func `a folder that is gone is watched again when it is back`() throws {
    try folder.move("", to: "../elsewhere")
    #expect(try waits() == .changed)
    try folder.move("../elsewhere", to: "../notes")
    // Nothing tells of the return; it is looked for.
    #expect(try waits() == .changed)
    try folder.write("text", to: "sub/b.md")
    #expect(watch.takeChanges())
  }

  /// As a checkout of another branch does; more than the system keeps to be told.
  @Test func `changes too many to be told one by one are told all the same`() throws {
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let most = try #require(Int(limit.filter(\.isNumber)))
    for number in 0...most / 2 {
      // Two files in turn, so that no event is the same as the one before and is left out.
      try folder.setPermissions(0o644, of: "a.md")
      try folder.setPermissions(number % 2 == 0 ? 0o600 : 0o644, of: "sub/b.md")
    }
    try folder.makeFolder("lost")
    #expect(try waits() == .changed)
    try folder.write("text", to: "lost/c.md")
    #expect(watch.takeChanges())
  }

  @Test func `the wait ends when it is to stop`() throws {
    let alarm = try Alarm(seconds: 0)
    #expect(try alarm.rings { watch.wait(orUntil: $0) } == .stopped)
  }

  @Test func `where the system tells nothing, it is looked every second`() throws {
    let looking = FolderWatch([ImportedFolder(at: folder)], events: nil)
    #expect(try Alarm(seconds: 60).rings { looking.wait(orUntil: $0) } == .changed)
    #expect(try Alarm(seconds: 0).rings { looking.wait(orUntil: $0) } == .stopped)
  }
}

/// What is heard of the settings of plugins, in a vault of which one folder is imported.
@Suite(.enabled(if: FolderEvents() != nil, "this system tells nothing of folders"))
struct FolderWatchSettingsTests {
  private static let settings = ObsidianToAnkiSettings.path

  private let vault: TemporaryFolder
  private let folder: ImportedFolder

  init() throws {
    vault = try TemporaryFolder(["Notes/a.md": "one", "Notes/Templates/t.md": "two", "b.md": "three"])
    folder = ImportedFolder(at: vault, below: "Notes/")
  }

  private func settings(ignoring globs: String...) throws {
    let json = ["settings": ["IGNORED_FILE_GLOBS": globs]]
    let bytes = try JSONSerialization.data(withJSONObject: json)
    try vault.write(bytes: Array(bytes), to: FolderWatchSettingsTests.settings)
  }

  private func waits(_ watch: FolderWatch) throws -> FolderWatch.Outcome {
    try Alarm(seconds: 60).rings { watch.wait(orUntil: $0) }
  }

  @Test func `what a plugin passes over is not told`() throws {
    try settings(ignoring: "Notes/Templates/*")
    let watch = FolderWatch([folder])
    try vault.write("text", to: "Notes/Templates/t.md")
    #expect(!watch.takeChanges())
    try vault.write("text", to: "Notes/a.md")
    #expect(watch.takeChanges())
  }

  @Test func `other settings of a plugin are told, and count from then on`() throws {
    try settings(ignoring: "Notes/Templates/*")
    let watch = FolderWatch([folder])
    try settings(ignoring: "Notes/a.md")
    #expect(try waits(watch) == .changed)
    try vault.write("text", to: "Notes/a.md")
    #expect(!watch.takeChanges())
    try vault.write("text", to: "Notes/Templates/t.md")
    #expect(watch.takeChanges())
  }

  @Test(arguments: FolderRules.settingsFiles(of: ImportedFolder(at: "/vault", below: "Notes/")))
  func `every settings file is told when it comes, changes and goes`(_ file: String) throws {
    let watch = FolderWatch([folder])
    for _ in 0..<2 {
      for text in ["{}", "{ }"] {
        try vault.write(text, to: file)
        #expect(try waits(watch) == .changed)
      }
      try vault.remove(file)
      #expect(try waits(watch) == .changed)
    }
  }

  @Test(arguments: [".obsidian", ".obsidian/plugins", ".obsidian/plugins/obsidian-to-anki-plugin"])
  func `a folder with settings is told when it goes and returns`(_ path: String) throws {
    try settings(ignoring: "Notes/a.md")
    let watch = FolderWatch([folder])
    try vault.move(path, to: "../elsewhere")
    #expect(try waits(watch) == .changed)
    try vault.write("text", to: "Notes/a.md")
    #expect(watch.takeChanges())
    try vault.move("../elsewhere", to: path)
    #expect(try waits(watch) == .changed)
    try vault.write("text", to: "Notes/a.md")
    #expect(!watch.takeChanges())
  }

  @Test func `the settings of a vault that was made around a folder are told`() throws {
    let watch = FolderWatch([ImportedFolder(at: vault.absolute("Notes"), below: "")])
    try settings()
    #expect(!watch.takeChanges())
    watch.folders = [folder]
    try settings(ignoring: "Notes/a.md")
    #expect(try waits(watch) == .changed)
    try vault.write("text", to: "Notes/a.md")
    #expect(!watch.takeChanges())
  }

  /// Obsidian writes to files beside the settings all the time.
  @Test(arguments: [
    "b.md", ".obsidian/workspace.json", ".obsidian/plugins/other/data.json", ".obsidian/data.json",
    ".obsidian/plugins/obsidian-to-anki-plugin/main.js", ".git/index",
  ])
  func `what is beside the settings is not told`(_ path: String) throws {
    try settings(ignoring: "Notes/Templates/*")
    try vault.makeFolder(".git")
    try vault.makeFolder(".obsidian/plugins/other")
    let watch = FolderWatch([folder])
    try vault.write("text", to: path)
    #expect(!watch.takeChanges())
  }
}

extension ImportedFolder {
  /// - Parameter prefix: of the folder in the vault; empty for the vault itself.
  fileprivate init(at vault: TemporaryFolder, below prefix: String = "") {
    self.init(at: vault.path, below: prefix)
  }

  fileprivate init(at vault: String, below prefix: String) {
    let path = prefix.isEmpty ? vault : vault + "/" + prefix.dropLast()
    self.init(
      id: 1, path: path, label: "notes", linkRoot: 1, linkRootPath: vault, prefix: prefix,
      readingMode: .tolerant)
  }
}

/// An open file that can be read after some time.
private final class Alarm {
  private let pipe = Pipe()
  private let timer = DispatchSource.makeTimerSource()

  init(seconds: Int) throws {
    let end = pipe.fileHandleForWriting
    if seconds == 0 { try end.write(contentsOf: Data([0])) }
    timer.setEventHandler { try? end.write(contentsOf: Data([0])) }
    timer.schedule(deadline: .now() + .seconds(max(seconds, 1)))
    timer.resume()
  }

  deinit { timer.cancel() }

  func rings<Value>(_ body: (Int32) throws -> Value) rethrows -> Value {
    try withExtendedLifetime(self) { try body(pipe.fileHandleForReading.fileDescriptor) }
  }
}
