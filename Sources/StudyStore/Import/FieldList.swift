import Foundation

/// Lists of texts in one column, as a JSON array.
enum FieldList {
  static func encode(_ texts: [String]) -> String {
    // An array of strings always encodes.
    let data = (try? JSONEncoder().encode(texts)) ?? Data("[]".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  static func decode(_ json: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }
}
