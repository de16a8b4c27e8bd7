import Foundation

/// One JSON object for scripts, with the version of its shape first among the keys that matter.
package struct JSONDocument<Content: Encodable>: Encodable {
  package static var version: Int { 1 }
  private let content: Content

  package init(_ content: Content) { self.content = content }

  private enum Key: String, CodingKey { case version }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(JSONDocument.version, forKey: .version)
    try content.encode(to: encoder)
  }

  package func text() throws -> String { try text([.prettyPrinted]) }

  /// On one line, where documents follow each other.
  package func line() throws -> String { try text([]) }

  private func text(_ formatting: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
