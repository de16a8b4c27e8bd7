import Testing

@testable import LinnetCLI

struct ReadableMathTests {
  @Test(arguments: [
    ("\\alpha \\times \\beta \\leq 2", "α × β ≤ 2"),
    ("x^2 + y_i", "x² + yᵢ"),
    ("e^{-x}", "e⁻ˣ"), ("x_{12}^{n+1}", "x₁₂ⁿ⁺¹"),
    ("x^{\\beta}", "x^β"), ("x^{a\\beta}", "x^(aβ)"), ("90^\\circ", "90°"), ("f^\\prime", "f′"),
    ("\\frac{a}{b}", "a/b"), ("\\frac{a+b}{2}", "(a+b)/2"), ("\\frac12", "1/2"),
    ("\\sqrt{2}", "√2"), ("\\sqrt[3]{x + 1}", "³√(x + 1)"),
    ("\\mathbb{R}^n", "ℝⁿ"), ("\\text{if } x \\in A", "if  x ∈ A"),
    ("\\left( x \\right)", "( x )"), ("\\{1, 2\\}", "{1, 2}"), ("10\\,\\%", "10 %"),
    ("\\sum_{i=1}^n i", "∑ᵢ₌₁ⁿ i"), ("\\log x", "log x"),
  ])
  func `what has a character becomes one`(tex: String, expected: String) {
    #expect(ReadableMath.text(of: tex) == expected)
  }

  @Test(arguments: [
    "", "\\unknown{a}{b}", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "a < b", "\\", "x'", "日本",
  ])
  func `the rest stays TeX`(tex: String) {
    #expect(ReadableMath.text(of: tex) == tex)
  }

  @Test(arguments: [
    "}{", "{{", "^", "_{", "\\frac", "\\frac{a", "\\sqrt[", "a}b", "^^^^", "\\frac\\frac\\frac",
  ])
  func `broken TeX is no error`(tex: String) {
    _ = ReadableMath.text(of: tex)
  }

  @Test(arguments: ["{", "^", "\\frac", "\\sqrt{", "\\unknown{", "}"])
  func `hostile nesting ends`(piece: String) {
    let tex = String(repeating: piece, count: 20_000)
    #expect(ReadableMath.text(of: tex).count <= 3 * tex.count)
  }
}
