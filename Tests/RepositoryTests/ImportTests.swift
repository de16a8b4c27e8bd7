import Testing

/// Imports follow the arrows of Sources/ARCHITECTURE.md.
///
/// The compiler refuses a cycle, but not an import that Package.swift does not declare: all modules lie in one
/// folder, and one that happens to be built earlier is found there.
@Suite struct ImportTests {
  private let architecture: Architecture
  private let manifest: PackageManifest

  init() throws {
    architecture = try Architecture()
    manifest = try PackageManifest.current.get()
  }

  @Test func everyTargetIsInTheTable() {
    let known = Set(architecture.allowed.keys)
    #expect(Set(Repository.swiftSources.map(\.target)).subtracting(known) == [])
    #expect(Set(manifest.targets.filter { !$0.isTest }.map(\.name)).subtracting(known) == [])
  }

  @Test func filesImportOnlyWhatTheTableAllows() {
    for file in Repository.swiftSources {
      let allowed = architecture.allowed[file.target] ?? []
      for module in file.imports where !allowed.contains(module) {
        Issue.record("\(file.path) imports \(module), which the table does not allow for \(file.target)")
      }
    }
  }

  @Test func dependenciesAreOnlyWhatTheTableAllows() {
    for target in manifest.targets where !target.isTest {
      let allowed = architecture.allowed[target.name] ?? []
      for dependency in target.dependencies where !allowed.contains(dependency) {
        Issue.record("Package.swift: the table does not allow \(target.name) to depend on \(dependency)")
      }
    }
  }

  @Test func importsAreDeclared() {
    let ours = Set(architecture.allowed.keys)
    let others = Set(manifest.targets.flatMap(\.dependencies))
    for file in Repository.swiftSources {
      let declared = Set(manifest.targets.first { $0.name == file.target }?.dependencies ?? [])
      for module in file.imports where ours.union(others).contains(module) && !declared.contains(module) {
        Issue.record("\(file.path) imports \(module), which Package.swift does not give to \(file.target)")
      }
    }
  }

  /// The rules that the table itself must keep, whoever edits it.
  @Test(arguments: [
    ("Foundation", ["NoteParsing", "StudyStore", "AnkiExchange", "StudyApp", "LinnetCLI"]),
    ("Dispatch", ["StudyApp", "LinnetCLI"]),
    ("GRDB", ["StudyStore", "AnkiExchange"]),
    ("GRDBSQLite", ["StudyStore"]),
    ("ArgumentParser", ["LinnetCLI"]),
    ("Yams", ["NoteParsing", "StudyApp"]),
    ("CMD4C", ["Markdown"]),
    ("Terminal", ["LinnetCLI"]),
    ("Glibc", ["FSRS", "Terminal"]),
    ("Darwin", ["FSRS", "Terminal"]),
    ("LinnetCLI", ["linnet"]),
  ])
  func modulesStayWhereTheyBelong(_ module: String, _ targets: [String]) {
    let allowed = architecture.allowed.filter { $0.value.contains(module) }.keys
    #expect(Set(allowed).subtracting(targets) == [], "\(module) is only for \(targets)")
  }

  /// The rest of a target need not know which platform it is on.
  @Test func oneFilePerTargetMeetsThePlatform() {
    let meeting = Repository.swiftSources.filter {
      !Set($0.imports).isDisjoint(with: ["Glibc", "Musl", "Darwin"])
    }
    for (target, files) in Dictionary(grouping: meeting, by: \.target) {
      #expect(files.count == 1, "\(target) asks for the platform in \(files.map(\.path))")
    }
  }
}
