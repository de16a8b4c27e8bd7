import Foundation
import StudyCore
import Testing

/// An instant with its offset, written as people do: `2026-11-24T08:30:00+01:00`.
func moment(_ text: String) throws -> Moment {
  let date = try #require(ISO8601DateFormatter().date(from: text))
  let zone = text.suffix(6)
  let parts = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
  let offset = (parts[0] * 60 + parts[1]) * 60
  return Moment(
    timestamp: Timestamp(seconds: Int64(date.timeIntervalSince1970)),
    utcOffset: zone.hasPrefix("-") ? -offset : offset)
}

/// A day written as `2026-11-24`.
func day(_ text: String) throws -> Day { try moment(text + "T12:00:00+00:00").studyDay(rolloverHour: 4) }

func key(_ block: Int, _ kind: CardKind = .forward) -> CardKey {
  CardKey(block: BlockUID(StableHash.hexadecimal(UInt64(block))), kind: kind)
}

/// Reference numbers that lie beside the repository, not in it.
enum GoldenFiles {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/golden/fsrs")

  static let areThere = FileManager.default.fileExists(atPath: folder.appending(path: "README.md").path())

  static func lines(_ name: String) throws -> [Data] {
    try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n")).map { Data($0) }
  }
}
