// Fuzzes the reading of notes: the first byte of an input chooses the settings, the others are the file.

import Foundation
import LibFuzzer
import ParserProperties

exit(
  LibFuzzer.run { start, count in
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let choice = input.first else { return 0 }
    let breaches = ParserProperty.breaches(in: Array(input.dropFirst()), read: ParserChoice(choice))
    for breach in breaches { FileHandle.standardError.write(Data((breach + "\n").utf8)) }
    precondition(breaches.isEmpty)
    return 0
  })
