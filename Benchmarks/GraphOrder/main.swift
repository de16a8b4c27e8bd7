// What links between notes are worth for scheduling: learners who do not exist, in five worlds, with a rule fixed in advance. The results and
// what follows from them are in `Benchmarks/graph-order.md`.
//
//   LINNET_BENCHMARKS=1 swift run -c release GraphOrderBenchmark [tune] [VAULT …]
//
// Reads `decks` below the working directory, and other folders of notes if they are named. The same seeds always give the same tables.

import Foundation

var folders = Array(CommandLine.arguments.dropFirst())
let isTuning = folders.first == "tune"
if isTuning { folders.removeFirst() }

func shape(_ folder: String) -> Shape? {
  guard let vault = Vault(folder: folder) else {
    print("left out: \(folder), which has no links")
    return nil
  }
  return Shape(name: (folder as NSString).lastPathComponent) { _ in vault }
}
// Folders that are named come last, so that the learners of the others stay the same.
let made = [
  Shape(name: "random") { Vault.random(seed: $0) },
  Shape(name: "hubs") { Vault.hubs(seed: $0) },
]
let shapes = ["decks"].compactMap(shape) + made + folders.compactMap(shape)
for shape in shapes {
  let vault = shape.vault(1)
  print("\(shape.name): \(vault.noteCount) notes, \(vault.cards.count) cards, \(vault.linkCount) links")
}
let (tuningSeed, reportSeed): (UInt64, UInt64) = (500_000, 1_700_000)
if isTuning {
  print(await Tuning.text(shapes, learners: 12, firstSeed: tuningSeed))
} else {
  let arms = Dictionary(uniqueKeysWithValues: Arm.all.map { ($0, Tunables()) })
  let trials = await Trial.all(shapes, learners: 50, firstSeed: reportSeed, arms)
  print(Report(trials, shapes).text)
}
