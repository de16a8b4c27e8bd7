/// stand-in
package enum ClozeScanner {
  package static func scan(_ text: String) -> [Cloze] { [] }
}
