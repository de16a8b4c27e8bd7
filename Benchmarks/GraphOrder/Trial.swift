/// What kind of links a vault has.
struct Shape: Sendable {
  var name: String
  /// The vault of a learner with that seed.
  var vault: @Sendable (UInt64) -> Vault
}

/// One learner with one shape in one world: all arms.
struct Trial: Sendable {
  var world: World
  var shape: Int
  var learner: UInt64
  var results: [Arm: RunResult]

  /// Learners with the same seed have the same memory and the same luck in all worlds.
  static func run(_ world: World, _ shape: Int, _ vault: Vault, learner seed: UInt64, _ arms: [Arm: Tunables])
    -> Trial
  {
    let learner = Learner(seed: seed)
    let truth = world.truth(of: vault, for: learner)
    let memory = TrueMemory(
      learner, cards: vault.cards.count, influence: world.influence(on: truth, of: learner))
    let rewired = vault.rewired(seed: seed &+ 2)
    let results = arms.map { arm, tunables in
      var study = Study(
        arm, tunables, learner, arm.links == .real ? vault : rewired, truth: memory)
      return (arm, study.run())
    }
    return Trial(
      world: world, shape: shape, learner: seed, results: Dictionary(uniqueKeysWithValues: results))
  }

  /// All learners with all shapes in all worlds, on all cores; in a fixed order.
  static func all(_ shapes: [Shape], learners: Int, firstSeed: UInt64, _ arms: [Arm: Tunables]) async
    -> [Trial]
  {
    var trials = await withTaskGroup(of: Trial.self) { group in
      for world in World.allCases {
        for (number, shape) in shapes.enumerated() {
          for learner in 0..<learners {
            let seed = firstSeed + UInt64(1000 * number + learner)
            group.addTask { run(world, number, shape.vault(seed), learner: seed, arms) }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let places = Dictionary(uniqueKeysWithValues: World.allCases.enumerated().map { ($1, $0) })
    trials.sort { (places[$0.world] ?? 0, $0.learner) < (places[$1.world] ?? 0, $1.learner) }
    return trials
  }
}
