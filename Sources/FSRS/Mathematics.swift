#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The platform's mathematics, and the only place that asks for it.

/// e to the power of `exponent`.
package func exponential(_ exponent: Double) -> Double { exp(exponent) }

/// The natural logarithm.
package func logarithm(_ value: Double) -> Double { log(value) }

/// `base` to the power of `exponent`. The package has one place for mathematics.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
