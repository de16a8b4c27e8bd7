/// Splits a command line into words as a shell does with blanks, quotes and backslashes. Variables, globs and
/// everything else a shell would expand stay as they are.
///
/// Nil if a quote is never closed.
package func shellWords(_ line: String) -> [String]? {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var isEscaped = false
  for character in line {
    if isEscaped {
      // Inside double quotes a backslash means itself before everything but these.
      if quote == "\"" && !"\"\\$`".contains(character) { word?.append("\\") }
      word = (word ?? "") + String(character)
      isEscaped = false
    } else if character == "\\" && quote != "'" {
      word = word ?? ""
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil && (character == "'" || character == "\"") {
      quote = character
      word = word ?? ""
    } else if quote == nil && character.isWhitespace {
      if let finished = word { words.append(finished) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if quote != nil || isEscaped { return nil }
  return words + (word.map { [$0] } ?? [])
}
