import Foundation
import StudyCore

/// The tables of `Benchmarks/graph-order.md`.
struct Report {
  let trials: [Trial]
  let shapes: [Shape]
  private let flat = Arm(mechanism: .flat)

  init(_ trials: [Trial], _ shapes: [Shape]) {
    self.trials = trials
    self.shapes = shapes
  }

  var text: String {
    ([basics] + World.allCases.map(world) + [byShape, predictions, gate, rule]).joined(separator: "\n\n")
  }

  private func table(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
    let lines =
      [head, head.map { _ in "---" }].map { $0 } + rows
    return "### \(title)\n\n"
      + lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func mean(_ values: [Double], _ digits: Int) -> String {
    String(format: "%.\(digits)f", values.reduce(0, +) / Double(max(values.count, 1)))
  }

  private var basics: String {
    table(
      "Flat FSRS",
      ["world", "minutes a day", "cards seen", "recalled at review", "Σ recall per minute", "harm"],
      World.allCases.map { world in
        let trials = trials.of(world)
        return [
          world.rawValue, mean(trials.values(flat) { $0.minutes / Double(Study.days) }, 1),
          mean(trials.values(flat) { 100 * $0.seen }, 0) + " %",
          mean(trials.values(flat) { 100 * $0.retention }, 0) + " %",
          mean(trials.values(flat, \.recallPerMinute), 3),
          mean(trials.values(flat) { 100 * $0.harm }, 1) + " %",
        ]
      })
  }

  private func world(_ world: World) -> String {
    let trials = trials.of(world)
    let rows = Arm.Mechanism.allCases.filter { $0 != .flat }.map { mechanism in
      let arm = Arm(mechanism: mechanism)
      let placebo = Arm(mechanism: mechanism, links: .rewired)
      return [
        mechanism.rawValue, trials.recallGain(arm, over: flat).text(1),
        mechanism.usesLinks ? trials.recallGain(placebo, over: flat).text(1) : "–",
        mechanism.usesLinks ? trials.recallGain(arm, over: placebo).text(1) : "–",
        trials.difference(arm, from: flat) { 100 * $0.harm }.text(2),
      ]
    }
    return table(
      world.rawValue,
      ["arm", "against flat, %", "placebo against flat, %", "against placebo, %", "harm, points"],
      rows)
  }

  private var byShape: String {
    let mechanisms: [Arm.Mechanism] = [.blocks, .notes, .ready, .foundations]
    let rows = mechanisms.flatMap { mechanism in
      World.allCases.map { world in
        let trials = trials.of(world)
        return [mechanism.rawValue, String(world.rawValue.prefix(2))]
          + shapes.indices.map { shape in
            trials.filter { $0.shape == shape }.recallGain(Arm(mechanism: mechanism), over: flat).text(1)
          }
      }
    }
    return table("By shape, against flat, %", ["arm", "world"] + shapes.map(\.name), rows)
  }

  private var predictions: String {
    let rows = World.allCases.map { world in
      let trials = trials.of(world)
      /// One forecast less that of FSRS, on the same reviews.
      func change(
        _ mechanism: Arm.Mechanism, _ forecast: (ForecastQuality) -> PredictionQuality
      ) -> [String] {
        let qualities = trials.compactMap { $0.results[Arm(mechanism: mechanism)]?.quality }
        let losses = qualities.map { forecast($0).logLoss - $0.model.logLoss }
        let areas = qualities.compactMap { quality in
          forecast(quality).areaUnderCurve.flatMap { area in quality.model.areaUnderCurve.map { area - $0 } }
        }
        return [Estimate(losses).text(4), Estimate(areas).text(3)]
      }
      let loss = mean(trials.values(flat) { $0.quality?.model.logLoss }, 4)
      let area = mean(trials.values(flat) { $0.quality?.model.areaUnderCurve }, 3)
      let changes = [change(.flat, \.truth), change(.mood, \.arm), change(.context, \.arm)]
      return [world.rawValue, loss, area] + changes.joined()
    }
    return table(
      "Predictions in the last fifth, against FSRS alone on the same reviews",
      [
        "world", "FSRS: log loss", "AUC", "truth: log loss", "AUC", "mood: log loss", "AUC", "M1: log loss",
        "AUC",
      ],
      rows)
  }

  private var gate: String {
    let rows = World.allCases.map { world in
      let trials = trials.of(world)
      return [world.rawValue]
        + [Arm.Links.real, .rewired].flatMap { links in
          let gates = trials.compactMap { $0.results[Arm(mechanism: .context, links: links)]?.gate }
          return [
            "\(gates.count(where: \.isOpen)) of \(gates.count)", mean(gates.map(\.neighbors), 2),
            Estimate(gates.map { 1e4 * $0.gain }).text(1),
          ]
        }
    }
    return table(
      "The gate of M1 on day 96",
      ["world", "open", "b2", "gain of b2, 10⁻⁴ log loss", "placebo: open", "b2", "gain"], rows)
  }

  private var rule: String {
    table(
      "The ship rule", ["mechanism", "ships", "because"],
      Arm.Mechanism.allCases.filter(\.usesLinks).map { mechanism in
        let objections = ShipRule.objections(to: mechanism, trials)
        return [mechanism.rawValue, objections.isEmpty ? "yes" : "no", objections.joined(separator: "; ")]
      })
  }
}
