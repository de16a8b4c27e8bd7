/// What a logistic regression is fitted to: rows of features, each with an offset in logits and an outcome.
struct LogisticSamples: Hashable, Sendable {
  /// Features in a row.
  let width: Int
  /// Row after row.
  private(set) var features: [Double] = []
  /// What is added to the logit of each row and not fitted.
  private(set) var offsets: [Double] = []
  private(set) var outcomes: [Bool] = []

  init(width: Int) { self.width = width }

  var count: Int { outcomes.count }

  mutating func append(_ row: [Double], offset: Double, outcome: Bool) {
    features += row
    offsets.append(offset)
    outcomes.append(outcome)
  }

  /// Offset and weighted features of a row; features without a coefficient do not count.
  func logit(_ row: Int, _ coefficients: [Double]) -> Double {
    var logit = offsets[row]
    for column in coefficients.indices { logit += coefficients[column] * features[row * width + column] }
    return logit
  }
}

/// Logistic regression with a ridge: coefficients b that make −Σ ln p(outcome) + ridge/2·|b|² least, where p = σ(offset + b·features).
///
/// Source: Newton's method as in T. Hastie et al., The Elements of Statistical Learning, 4.4.1 and 18.4; a step that does not help is halved, and
/// as the loss is convex that always ends at its minimum.
enum LogisticRegression {
  /// The gradient and the matrix of second derivatives, row after row.
  struct Derivatives {
    var gradient: [Double]
    var curvature: [Double]
  }

  private static let mostSteps = 50
  /// A step that gains less ends the search.
  private static let leastGain = 1e-10

  /// The coefficients of the first `columns` features.
  ///
  /// - Parameters:
  ///   - rows: those that count.
  ///   - ridge: above 0, which makes the answer unique.
  static func fit(_ samples: LogisticSamples, rows: Range<Int>, columns: Int, ridge: Double) -> [Double] {
    var best = [Double](repeating: 0, count: columns)
    var least = loss(samples, rows: rows, best, ridge: ridge)
    for _ in 0..<mostSteps {
      let derivatives = derivatives(samples, rows: rows, best, ridge: ridge)
      let step = solution(of: derivatives.curvature, derivatives.gradient)
      var scale = 1.0
      var next = best
      var nextLoss = least
      repeat {
        next = zip(best, step).map { $0 - scale * $1 }
        nextLoss = loss(samples, rows: rows, next, ridge: ridge)
        scale /= 2
      } while nextLoss > least && scale > leastGain
      guard least - nextLoss > leastGain else { break }
      (best, least) = (next, nextLoss)
    }
    return best
  }

  /// −Σ ln p(outcome) + ridge/2·|b|².
  static func loss(
    _ samples: LogisticSamples, rows: Range<Int>, _ coefficients: [Double], ridge: Double
  ) -> Double {
    let penalty = ridge / 2 * coefficients.reduce(0) { $0 + $1 * $1 }
    return rows.reduce(penalty) { sum, row in
      sum + Logit.loss(samples.logit(row, coefficients), outcome: samples.outcomes[row])
    }
  }

  /// Of ``loss(_:rows:_:ridge:)``: gradient Σ (p − y)·x + ridge·b, curvature Σ p(1 − p)·x·xᵀ + ridge·1.
  static func derivatives(
    _ samples: LogisticSamples, rows: Range<Int>, _ coefficients: [Double], ridge: Double
  ) -> Derivatives {
    let columns = coefficients.count
    var result = Derivatives(
      gradient: coefficients.map { ridge * $0 },
      curvature: [Double](repeating: 0, count: columns * columns))
    for column in 0..<columns { result.curvature[column * columns + column] = ridge }
    for row in rows {
      let probability = Logit.probability(samples.logit(row, coefficients))
      let error = probability - (samples.outcomes[row] ? 1 : 0)
      let weight = probability * (1 - probability)
      let start = row * samples.width
      for column in 0..<columns {
        let feature = samples.features[start + column]
        result.gradient[column] += error * feature
        for other in 0..<columns {
          result.curvature[column * columns + other] += weight * feature * samples.features[start + other]
        }
      }
    }
    return result
  }

  /// Solves A·x = b for a positive definite A by Gaussian elimination, which then needs no pivots.
  private static func solution(of matrix: [Double], _ right: [Double]) -> [Double] {
    let size = right.count
    var (matrix, right) = (matrix, right)
    for pivot in 0..<size {
      for row in (pivot + 1)..<size {
        let factor = matrix[row * size + pivot] / matrix[pivot * size + pivot]
        for column in pivot..<size { matrix[row * size + column] -= factor * matrix[pivot * size + column] }
        right[row] -= factor * right[pivot]
      }
    }
    for row in (0..<size).reversed() {
      for column in (row + 1)..<size { right[row] -= matrix[row * size + column] * right[column] }
      right[row] /= matrix[row * size + row]
    }
    return right
  }
}
