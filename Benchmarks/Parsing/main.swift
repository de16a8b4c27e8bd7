// How fast notes are parsed: beside md4c, which is the fastest Markdown parser there is to compare with, and on files that
// are made to be slow. One thread does all of it, and only its own processor time counts. Memory once used has to stay with the
// program, or the large files alone would wait in every run for the system to hand it out again; with glibc:
//
//   MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=4000000000 LINNET_BENCHMARKS=1 swift run -c release ParsingBenchmark FOLDER

import Foundation

let arguments = CommandLine.arguments.dropFirst()
if let folder = arguments.first {
  let notes = NoteFiles(in: folder)
  say("\(notes.files.count) notes, \(notes.byteCount) bytes")
  for line in VaultRace(notes).report() { say(line) }
}
say("")
HostileFile.report()
