import FSRS
import Foundation

/// Random numbers that depend on nothing but what they are drawn for: where two arms do the same, they meet the same luck, so that their
/// difference is due to what they do.
struct Fate: Sendable {
  enum Draw: Int {
    case answer, noise, cardStability, cardDifficulty, presence, spread, order, confusable, mood
  }

  let seed: UInt64

  /// 0 ..< 1.
  func uniform(_ draw: Draw, _ first: Int, _ second: Int = 0) -> Double {
    var random = generator(draw, first, second)
    return random.nextUniform()
  }

  /// Of mean 0 and variance 1.
  func normal(_ draw: Draw, _ first: Int, _ second: Int = 0) -> Double {
    var random = generator(draw, first, second)
    return random.nextNormal()
  }

  private func generator(_ draw: Draw, _ first: Int, _ second: Int) -> SplitMix64 {
    var mixed = seed
    for number in [draw.rawValue, first, second] {
      var step = SplitMix64(seed: mixed ^ UInt64(bitPattern: Int64(number)))
      mixed = step.next()
    }
    return SplitMix64(seed: mixed)
  }
}

extension SplitMix64 {
  /// Of mean 0 and variance 1 (G. Box and M. Muller, 1958).
  mutating func nextNormal() -> Double {
    let radius = (-2 * log(1 - nextUniform())).squareRoot()
    return radius * cos(2 * .pi * nextUniform())
  }

  /// A whole number 0 ..< count.
  mutating func nextIndex(below count: Int) -> Int { Int(nextUniform() * Double(count)) }

  mutating func nextUniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + nextUniform() * (range.upperBound - range.lowerBound)
  }
}
