import Foundation
import StudyCore
import StudyStore

/// Waits until notes are saved in imported folders.
///
/// It says that something may have changed, and not what: reading the folders again finds out, and writes nothing where
/// nothing did. So an event that means nothing costs a little work, and one that was lost is made good by the next.
package final class FolderWatch {
  package enum Outcome: Hashable, Sendable {
    case changed
    /// The file to stop at could be read.
    case stopped
  }

  /// Quiet for so long, and what belongs together was saved: editors write and then rename. Milliseconds.
  private static let quiet: Int32 = 50
  /// Longer than this nobody waits for quiet.
  private static let longestUnrest = Duration.milliseconds(500)
  /// How often folders are looked through where the system does not tell. Milliseconds.
  private static let lookingEvery: Int32 = 1000

  /// True once the system refused to watch so many folders; they are looked through once a second from then on.
  package private(set) var isLimitReached = false

  /// What is watched. A vault that was made around a folder, or went away, makes it another one.
  package var folders: [ImportedFolder] {
    didSet { if folders != oldValue { setWatches() } }
  }

  private var events: FolderEvents?
  private var places: [FolderEvents.Watch: Place] = [:]
  /// False while one of the folders is not there: then nothing would tell of its return.
  private var isWhole = true
  /// Folders came or went, or other ones are to be ignored, since the watches were set.
  private var isOutdated = false

  /// A folder that is watched.
  private struct Place {
    /// What lies there is read as part of an imported folder.
    struct Notes {
      /// Path of the imported folder.
      var root: String
      var rules: IgnoreRules
    }

    var path: String
    /// Nil where notes do not matter.
    var notes: Notes?
    /// Names of settings files, and of folders on the way to them.
    var settings: Set<String> = []
  }

  package convenience init(_ folders: [ImportedFolder]) { self.init(folders, events: FolderEvents()) }

  /// - Parameter events: nil looks once a second.
  init(_ folders: [ImportedFolder], events: FolderEvents?) {
    self.folders = folders
    self.events = events
    setWatches()
  }

  // MARK: Waiting

  /// Waits until something may have changed and the folders are quiet again.
  ///
  /// - Parameter stop: an open file that ends the wait when it can be read.
  package func wait(orUntil stop: Int32) -> Outcome {
    while true {
      guard let events, isWhole else { return look(stop) }
      switch Readiness.wait(for: [stop, events.descriptor], milliseconds: -1) {
      case 0: return .stopped
      case 1 where takeChanges(): return settle(stop, events.descriptor)
      default: continue
      }
    }
  }

  private func look(_ stop: Int32) -> Outcome {
    if Readiness.wait(for: [stop], milliseconds: FolderWatch.lookingEvery) == 0 { return .stopped }
    if events != nil { setWatches() }
    return .changed
  }

  private func settle(_ stop: Int32, _ descriptor: Int32) -> Outcome {
    let end = ContinuousClock.now + FolderWatch.longestUnrest
    waiting: while ContinuousClock.now < end {
      switch Readiness.wait(for: [stop, descriptor], milliseconds: FolderWatch.quiet) {
      case 0: return .stopped
      case 1: _ = takeChanges()
      default: break waiting
      }
    }
    if isOutdated { setWatches() }
    return .changed
  }

  /// Takes what the system told until now; true if any of it concerns notes.
  func takeChanges() -> Bool {
    var isChanged = false
    for event in events?.take() ?? [] {
      switch event {
      case .uncertain: (isChanged, isOutdated) = (true, true)
      case .entry(let folder, let name, let isFolder):
        guard let place = places[folder] else { continue }
        let isSetting = place.settings.contains(name)
        guard isSetting || isRead(name, in: place) else { continue }
        isChanged = true
        isOutdated = isOutdated || isSetting || isFolder || isLink(name, in: place)
      }
    }
    return isChanged
  }

  /// False for what an import passes over.
  private func isRead(_ name: String, in place: Place) -> Bool {
    guard let notes = place.notes else { return false }
    let path = place.path + "/" + name
    let isInside = PathResolver.contains(notes.root, path)
    let relative =
      isInside ? String(decoding: path.utf8.dropFirst(notes.root.utf8.count + 1), as: UTF8.self) : name
    return !notes.rules.ignores(path: relative, name: name)
  }

  /// What a link leads to may be another folder.
  private func isLink(_ name: String, in place: Place) -> Bool {
    PosixFile.status(place.path + "/" + name, followingLinks: false)?.kind == .symbolicLink
  }

  // MARK: Watches

  /// Watches the folders there are now, and no others.
  private func setWatches() {
    guard let events else { return }
    let before = Set(places.keys)
    var known: Set<FolderEvents.Watch>
    // A folder that came before its watch may hold others already: until none is new.
    repeat {
      known = Set(places.keys)
      do {
        places = try currentPlaces(events)
      } catch {
        self.events = nil
        isLimitReached = true
        return
      }
    } while !known.isSuperset(of: places.keys)
    for watch in before.union(known).subtracting(places.keys) { events.end(watch) }
    isWhole = folders.allSatisfy { folder in
      places.values.contains { $0.path == folder.path && $0.notes != nil }
    }
    isOutdated = false
  }

  private func currentPlaces(_ events: FolderEvents) throws -> [FolderEvents.Watch: Place] {
    var places: [FolderEvents.Watch: Place] = [:]
    func place(_ path: String, _ change: (inout Place) -> Void) throws {
      do {
        change(&places[try events.watch(path), default: Place(path: path)])
      } catch FolderEvents.Failure.unreachable {
        // Gone again, or closed to us, or not there yet; the folder around it tells when that changes.
      }
    }
    for folder in folders {
      let notes = Place.Notes(root: folder.path, rules: FolderRules(folder).ignore)
      for path in FolderWalk(folder.path, rules: notes.rules).folders {
        try place(path) { ($0.path, $0.notes) = (path, notes) }
      }
      for file in FolderRules.settingsFiles(of: folder) {
        // Each folder on the way may come, go or be exchanged for another.
        var path = folder.linkRootPath
        for name in file.split(separator: "/") {
          try place(path) { $0.settings.insert(String(name)) }
          path += "/" + name
        }
      }
    }
    return places
  }
}
