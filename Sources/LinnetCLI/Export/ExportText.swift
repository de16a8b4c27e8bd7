import AnkiExchange

/// What an export says of itself.
enum ExportText {
  /// A line for each note that is in no file, with the reason and the way out.
  static func leftOut(_ report: ExportReport) -> [String] { report.leftOut.map { "left out: \($0)" } }

  static func summary(_ result: TextExport.Result, files: [String]) -> String {
    let place =
      files == ["-"] ? "" : files.count == 1 ? " to \(files[0])" : " to \(Words.count(files.count, "file"))"
    var text = "exported \(Words.count(result.report.written, "note"))\(place)"
    if !result.report.leftOut.isEmpty { text += ", left out \(Words.grouped(result.report.leftOut.count))" }
    if !result.media.isEmpty { text += ", with \(Words.count(result.media.count, "media file"))" }
    return text
  }
}

/// `export --json`.
struct ExportDocument: Encodable {
  struct LeftOut: Encodable {
    var path: String
    var line: Int
    var code: String
    var message: String
    var fix: String
  }

  var notes: Int
  var files: [String]
  var media: [String]
  var leftOut: [LeftOut]
  var notices: [String]

  init(_ result: TextExport.Result, files: [String]) {
    notes = result.report.written
    self.files = files
    media = result.media
    notices = result.report.notices
    leftOut = result.report.leftOut.map {
      LeftOut(
        path: $0.source.path, line: $0.source.line, code: $0.reason.rawValue, message: $0.reason.message,
        fix: $0.reason.fix)
    }
  }
}
