import Markdown
import Testing

private func html(_ text: String, clozes: Bool = false) -> String {
  let media = ["plan.png": "plan.png", "img/a b.png": "a b-1.png", "talk.mp3": "talk.mp3"]
  let renderer = HTMLRenderer(keepsClozes: clozes) { media[$0] }
  return renderer.html(of: MarkdownParser.parse(text, readingClozes: clozes))
}

private func left(_ html: String) -> String { "<div style=\"text-align:left\">\(html)</div>" }

@Suite struct HTMLRendererTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("a\nb  \nc", "a<br>b<br>c"),
    ("a\n\nb", "<p>a</p><p>b</p>"),
    ("**b** *i* ~~s~~ ==m== `c`", "<b>b</b> <i>i</i> <s>s</s> <mark>m</mark> <code>c</code>"),
    ("`a < b && c`", "<code>a &lt; b &amp;&amp; c</code>"),
    ("a < b & \"c\"", "a &lt; b &amp; \"c\""),
    ("[[X|alias]] and [[folder/Y]]", "alias and folder/Y"),
    ("[web](https://x.org/?a=1&b=2)", "<a href=\"https://x.org/?a=1&amp;b=2\">web</a>"),
    ("[bad](javascript:alert)", "bad"),
    ("A word[^1].", "A word<sup>1</sup>."),
    ("a\u{A0}b", "a\u{A0}b"),
    ("a\u{1}b\u{7f}c", "abc"),
  ])
  func rendersInlines(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("- a\n\t- b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
    ("3. a\n\n4. b", "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>"),
    ("- [ ] a\n- [x] b", "<ul><li>☐ a</li><li>☑ b</li></ul>"),
    ("### H\ntext", "<h3>H</h3><p>text</p>"),
    ("______", "<hr>"),
    (
      "```swift\nlet a = 1\n\tb < c\n```",
      "<pre><code class=\"language-swift\">let a = 1\n\tb &lt; c</code></pre>"
    ),
    ("```\"><x>\na\n```", "<pre><code class=\"language-x\">a</code></pre>"),
    ("> a\n> b", "<blockquote>a<br>b</blockquote>"),
    ("> [!tip] *T*\n> b", "<blockquote><b><i>T</i></b><br>b</blockquote>"),
    ("> [!tip]\n> b", "<blockquote><b>Tip</b><br>b</blockquote>"),
    (
      "|a|b|\n|:-|-:|\n|[[x\\|y]]|d|",
      "<table><thead><tr><th style=\"text-align:left\">a</th><th style=\"text-align:right\">b</th></tr></thead>"
        + "<tbody><tr><td style=\"text-align:left\">y</td><td style=\"text-align:right\">d</td></tr></tbody></table>"
    ),
    ("<script>\nx\n</script>", "<pre>&lt;script&gt;\nx\n&lt;/script&gt;</pre>"),
  ])
  func standsLeftWhenItHasBlocks(text: String, expected: String) {
    #expect(html(text) == left(expected))
  }

  @Test(arguments: [
    ("$x_1$", "\\(x_1\\)"),
    ("$$\na < b & c % note\nd\n$$", "\\[a &lt; b &amp; c  d\\]"),
    ("$50\\%$ off", "\\(50\\%\\) off"),
    ("$5 and $6", "$5 and $6"),
  ])
  func writesMathForMathJax(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("![[plan.png]]", "<img src=\"plan.png\">"),
    ("![[plan.png|300x200]]", "<img src=\"plan.png\" width=\"300\" height=\"200\">"),
    ("![a \"b\"](img/a%20b.png)", "<img src=\"a b-1.png\" alt=\"a &quot;b&quot;\">"),
    ("![[talk.mp3]]", "[sound:talk.mp3]"),
    ("![[missing.png]] ![[Note]]", "missing.png Note"),
    ("![alt](https://x.org/a.png)", "<img src=\"https://x.org/a.png\" alt=\"alt\">"),
  ])
  func namesMedia(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("\\\\(x\\\\) and \\\\[y\\\\]", "\\<span></span>(x\\) and \\<span></span>[y\\]"),
    ("[$] [$$]y [latex]z", "&#91;$] &#91;$$]y &#91;latex]z"),
    ("\\[\\[type:Back\\]\\]", "&#91;[type:Back]]"),
    ("[sound:a.mp3]", "[sound:a.mp3]"),
    ("`[sound:a.mp3]` `\\(x\\)`", "<code>&#91;sound:a.mp3]</code> <code>\\<span></span>(x\\)</code>"),
    ("\\[[[type:x|[type:x]]", "&#91;[type:x"),
  ])
  func isNotACommandForAnki(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("{{c1::Lima::capital}} **{{c2::b}}**", "{{c1::Lima::capital}} <b>{{c2::b}}</b>"),
    ("{{c1::$\\frac{a}{b_{c}}$}}", "{{c1::\\(\\frac{a}{b_{c} }\\)}}"),
    ("{{c1::{a}}}", "{{c1::{a}<!-- -->}}"),
    ("{{c1::`a}}` b}}", "{{c1::<code>a}<!-- -->}</code> b}}"),
    ("{{c1::`std::vector`}}", "{{c1::<code>std:<!-- -->:vector</code>}}"),
    ("{{c1::std::vector::type}}", "{{c1::std:<!-- -->:vector::type}}"),
    ("{{c1::[a](https://x.org/b::c)::h}}", "{{c1::<a href=\"https://x.org/b&#58;:c\">a</a>::h}}"),
    ("{{c1::at https://x.org}}", "{{c1::at <a href=\"https://x.org\">https://x.org</a>}}"),
    ("$a = {{c1::b_{c_{d}}}}$", "\\(a = {{c1::b_{c_{d} }<!-- -->}}\\)"),
    ("`f({{c1::x::h}})`", "<code>f({{c1::x::h}})</code>"),
    ("{{c1::a {{c2::b}}}}", "{{c1::a {{c2::b}}<!-- -->}}"),
    ("{{c500::a}} {{c1::b}}", "{<!-- -->{c500::a}} {{c1::b}}"),
    ("{{c1::a\n\nb}}", "<p>{{c1::a}}</p><p>{{c1::b}}</p>"),
  ])
  func writesGapsThatAnkiReadsTheSame(text: String, expected: String) {
    #expect(html(text, clozes: true) == expected)
  }

  @Test func gapsAreTextInOtherFields() {
    #expect(html("{{c1::**x**}}") == "{{c1::<b>x</b>}}")
  }
}
