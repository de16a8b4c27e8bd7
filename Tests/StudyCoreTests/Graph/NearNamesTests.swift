import TestSupport
import Testing

@testable import StudyCore

struct NearNamesTests {
  @Test(arguments: [
    ("AWS listner", "AWS listener"), ("aws LISTENER", "AWS listener"), ("kuberentes", "Kubernetes"),
    ("Amazon Elastc Contaner Service", "Amazon Elastic Container Service"),
    ("ESC cluster", "ECS cluster"), ("ESC cluster", "AWS ECS cluster"), ("AWS ESC", "AWS ECS"),
    ("health checks", "Health check"), ("VMs", "VM"), ("tag", "tags"),
    ("cluster ECS", "ECS cluster"), ("group target", "AWS target group"),
    ("target group", "AWS target group"), ("AWS FARGATE", "Fargate"), ("ECS", "AWS ECS"),
    ("AWS VPC", "AWS VPC (virtual private cloud)"),
    ("AWS Aplication Load Balancer", "AWS Application Load Balancer (ALB)"),
    ("load-balancer", "Load balancer"), ("loadbalancer", "Load balancer"), ("auto scaling", "Autoscaling"),
    ("Ubersicht der Netze", "Übersicht der Netze"), ("таргет группа", "таргет группы"),
  ])
  func `a name is near one that it was likely meant to be`(_ written: String, _ known: String) {
    #expect(NearNames(["something else", known]).nearest(to: written) == [known])
    #expect(NearNames(["something else", written]).nearest(to: known) == [written])
    #expect(passes(known, NameSieve([written])) && passes(written, NameSieve(["x y z", known])))
  }

  private func passes(_ name: String, _ sieve: NameSieve) -> Bool {
    var text = name.lowercased()
    return text.withUTF8 { sieve.passes($0) }
  }

  @Test(arguments: [
    ("AWS EKS", "AWS ECS"), ("EKS", "ECS"), ("SNS", "SQS"), ("AI", "IA"), ("port", "post"),
    ("EC2", "EC3"), ("layer 4", "layer 7"), ("retrospective 2023", "retrospective 2024"),
    ("AWS", "AWS ECS"), ("ECS task", "ECS task role"), ("group", "target group"),
    ("public subnet", "private subnet"), ("inbound rule", "outbound rule"), ("cluster", "listener"),
    ("", "AWS ECS"), ("?", "!"), ("()", "ECS"),
  ])
  func `a name is not near one that means something else`(_ written: String, _ known: String) {
    #expect(NearNames([known]).nearest(to: written).isEmpty)
    #expect(NearNames([written]).nearest(to: known).isEmpty)
  }

  @Test func `the fewest changes come first`() {
    let names = NearNames(["AWS ECS cluster", "ECS clusters", "ECS cluster", "ECS service", "clusters ECS"])
    #expect(
      names.nearest(to: "ESC cluster") == ["ECS cluster", "AWS ECS cluster", "ECS clusters"])
    #expect(names.nearest(to: "ESC cluster", limit: 1) == ["ECS cluster"])
  }

  /// Looking at few names finds what looking at all does.
  @Test(arguments: 1...2) func `no near name is overlooked`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let made = MadeNames(&random)
    let names = (0..<5_000).map { _ in made.name(&random) }
    let near = NearNames(names)
    let all = names.map { (name: $0, readings: NameWords.readings(of: $0)) }
    var found = 0
    for _ in 0..<25 {
      let written = made.misspelt(random.element(of: names), &random)
      let expected = bruteForce(written, all)
      #expect(near.nearest(to: written) == expected, "\(written)")
      found += expected.isEmpty ? 0 : 1
    }
    #expect(found > 12)
  }

  /// What the sieve leaves is enough, and little.
  @Test(arguments: 1...2) func `the sieve keeps every near name`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let made = MadeNames(&random)
    let names = (0..<5_000).map { _ in made.name(&random) }
    for _ in 0..<50 {
      let written = made.misspelt(random.element(of: names), &random)
      let sieve = NameSieve([written])
      let kept = names.filter { passes($0, sieve) }
      #expect(NearNames(kept).nearest(to: written) == NearNames(names).nearest(to: written), "\(written)")
    }
  }

  @Test func `the sieve leaves out nearly all others`() {
    var random = SeededGenerator(seed: 3)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let words = (0..<400).map { _ in
      String((0..<3 + random.index(below: 7)).map { _ in random.element(of: letters) })
    }
    let names = (0..<2000).map { _ in
      (0..<1 + random.index(below: 3)).map { _ in random.element(of: words) }.joined(separator: " ")
    }
    let sieve = NameSieve([names[0], names[1] + " " + names[2]])
    #expect(names.count { passes($0, sieve) } < names.count / 10)
  }

  private func bruteForce(
    _ written: String, _ names: [(name: String, readings: [NameWords])]
  ) -> [String] {
    let readings = NameWords.readings(of: written)
    let ranked = names.compactMap { name, others -> (changes: Int, name: String)? in
      let changes = others.flatMap { other in readings.compactMap { $0.changes(to: other) } }
      return changes.min().map { ($0, name) }
    }
    return ranked.sorted { ($0.changes, $0.name) < ($1.changes, $1.name) }.prefix(3).map(\.name)
  }
}

/// Names from a small vocabulary of few letters, so that many are alike.
private struct MadeNames {
  private let words: [String]

  init(_ random: inout SeededGenerator) {
    words = (0..<400).map { _ in
      String((0..<2 + random.index(below: 9)).map { _ in random.element(of: Array("abcde1")) })
    }
  }

  func name(_ random: inout SeededGenerator) -> String {
    let name = (0..<1 + random.index(below: 4)).map { _ in random.element(of: words) }.joined(separator: " ")
    return random.happens(oneIn: 8) ? name + " (\(random.element(of: words)))" : name
  }

  func misspelt(_ name: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(name)
    for _ in 0..<1 + random.index(below: 2) {
      let index = random.index(below: letters.count)
      switch random.index(below: 4) {
      case 0: letters[index] = random.element(of: Array("abcde "))
      case 1 where letters.count > 1: letters.remove(at: index)
      case 2: letters.insert(random.element(of: Array("abcde")), at: index)
      default: letters.swapAt(index, max(0, index - 1))
      }
    }
    let words = String(letters).split(separator: " ")
    return (random.happens(oneIn: 4) ? words.shuffled(using: &random) : words).joined(separator: " ")
  }
}
