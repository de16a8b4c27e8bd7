/// How each value of what is tunable does, over all worlds, on learners of its own.
enum Tuning {
  static func text(_ shapes: [Shape], learners: Int, firstSeed: UInt64) async -> String {
    var lines: [String] = []
    func line(_ name: String, _ mechanism: Arm.Mechanism, _ tunables: Tunables) async {
      let (arm, flat) = (Arm(mechanism: mechanism), Arm(mechanism: .flat))
      let trials = await Trial.all(
        shapes, learners: learners, firstSeed: firstSeed, [flat: tunables, arm: tunables])
      let gains = World.allCases.map { world in
        String(world.rawValue.prefix(2)) + " " + trials.of(world).recallGain(arm, over: flat).text(1)
      }
      lines.append("\(name): " + gains.joined(separator: "  "))
    }
    for readiness in [0.3, 0.5, 0.7] {
      await line("readiness \(readiness)", .ready, Tunables(readiness: readiness))
    }
    for strength in [0.3, 0.1, 0.05] {
      await line("apart from \(strength)", .apart, Tunables(leastApart: strength))
    }
    for count in [1, 2, 4] {
      await line("foundations \(count)", .foundations, Tunables(foundations: count))
    }
    return lines.joined(separator: "\n")
  }
}
