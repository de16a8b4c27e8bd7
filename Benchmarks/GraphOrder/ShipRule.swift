/// When a mechanism may become part of scheduling: written down before anything was run.
///
/// It beats its placebo in W1 and in W2, and flat FSRS too, each with the whole interval; it loses at most 0.5 % against flat in W0 and W4 and at most
/// 1 % in W3, on the mean; and nowhere does harm rise with the whole interval.
enum ShipRule {
  static let mostLoss: [World: Double] = [.nothing: 0.5, .mood: 0.5, .interference: 1]

  /// Why a mechanism may not; empty if it may.
  static func objections(to mechanism: Arm.Mechanism, _ trials: [Trial]) -> [String] {
    let (arm, placebo, flat) = (
      Arm(mechanism: mechanism), Arm(mechanism: mechanism, links: .rewired), Arm(mechanism: .flat)
    )
    var objections: [String] = []
    for world in World.allCases {
      let trials = trials.of(world)
      let name = world.rawValue.prefix(2)
      if let most = mostLoss[world] {
        let gain = trials.recallGain(arm, over: flat).mean
        if gain < -most { objections.append("loses in \(name)") }
      } else {
        if trials.recallGain(arm, over: placebo).low <= 0 {
          objections.append("no better than placebo in \(name)")
        }
        if trials.recallGain(arm, over: flat).low <= 0 { objections.append("no better than flat in \(name)") }
      }
      if trials.difference(arm, from: flat, \.harm).low > 0 { objections.append("harm rises in \(name)") }
    }
    return objections
  }
}
