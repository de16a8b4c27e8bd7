import Foundation

extension CollectionLocation {
  /// Folders that other programs copy while they change; a database in one is lost sooner or later.
  private static let syncedNames = [
    "Dropbox", "OneDrive", "Google Drive", "iCloud", "Mobile Documents", "Nextcloud",
  ]

  /// A sentence if the collection lies where two machines may write to it at once; nil otherwise.
  package var syncWarning: String? {
    let real = PosixFile.realPath(folder.isEmpty ? "." : folder) ?? folder
    let isSynced = real.split(separator: "/").contains { part in
      CollectionLocation.syncedNames.contains { part.hasPrefix($0) }
    }
    guard isSynced || isOnNetwork(real) else { return nil }
    return
      "the database lies in a \(isSynced ? "synced" : "network") folder (\(real)), where it can be damaged;"
      + " move it and name it with --database or LINNET_DATABASE"
  }

  private func isOnNetwork(_ path: String) -> Bool {
    #if canImport(Darwin)
      var info = statfs()
      guard statfs(path, &info) == 0 else { return false }
      return info.f_flags & UInt32(MNT_LOCAL) == 0
    #else
      // Each line: device, mount point, type of file system, options.
      guard let mounts = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) else {
        return false
      }
      let fields = mounts.split(separator: "\n").map { $0.split(separator: " ") }
      let own = fields.filter { $0.count > 2 && PathResolver.contains(String($0[1]), path) }
        .max { $0[1].count < $1[1].count }
      let network: Set<Substring> = [
        "nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "afs", "fuse.sshfs", "fuse.rclone",
      ]
      return own.map { network.contains($0[2]) } ?? false
    #endif
  }
}
