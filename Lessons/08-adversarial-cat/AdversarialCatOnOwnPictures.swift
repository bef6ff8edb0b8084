import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells of the lesson on own material; what one finds, the next ones use.
final class AdversarialCatOnOwnPictures {
  let bench: LessonMaterial
  let network: Network
  /// Pictures that are attacked for each seed, at most.
  let perSeed: Int
  /// What a picture is, and what it shall be taken for: logits.
  private(set) var own = 0, target = 0
  private var kennel = Kennel()

  init(_ material: OwnMaterial) throws {
    bench = try LessonMaterial(material)
    network = bench.network
    bench.perClass = bench.budget.first(of: [50, 20, 10]) { [bench] in 10 * $0 * bench.source.classNames.count }
    perSeed = bench.budget.first(of: [10, 5, 3, 2]) { 1_400 * $0 }
    network.freeze()
  }

  // cell: material
  func material(_ page: Page) throws {
    try bench.show(on: page)
  }

  // cell: quarry
  func quarry(_ page: Page) throws {
    let quarry = try Quarry(of: bench, atMost: 50)
    (own, target) = (quarry.own, quarry.target)
    kennel = Kennel(drawnFrom: quarry.pictures, own: own, target: target, count: perSeed, seeds: page.seeds)

    let shown = try (0..<min(3, quarry.pictures.shape[0])).map { place in
      try exhibit(quarry.pictures.gather(rows: [place]), as: "picture-\(place + 1)", on: page)
    }
    page.measure("own", bench.name(network.classes[own]))
    page.measure("target", bench.name(network.classes[target]))
    page.measure("asked", quarry.asked)
    page.measure("known", quarry.known)
    page.measure("right", quarry.pictures.shape[0])
    page.measure("per-seed", kennel.count)
    page.measure("own.probability", shown[0].outcome.after[own], as: .percent)
    page.measure("target.probability", shown[0].outcome.after[target], as: .percent(digits: 2))
    try OwnAttackFigures(page: page, cells: self).quarry(shown)
  }

  /// Writes one picture, reads it back and asks the network about what was read.
  func exhibit(_ picture: Tensor, from original: Tensor? = nil, as name: String, on page: Page) throws -> Exhibit {
    try Exhibit(picture, from: original ?? picture, as: name, by: network, goal: .target(target), on: page)
  }

  // cell: one-step
  func oneStep(_ page: Page) throws {
    let epsilon: Float = 8 / 255
    let picture = kennel.dog(ofSeed: 0)
    let gradient = picture.gradient { crossEntropy(network($0), [target]) }
    let moved = (picture - epsilon * gradient.signs).clamped(to: 0...1)

    var random = RandomSource(seed: page.seed)
    let noise = Tensor.normal(shape: picture.shape, random: &random)
    let shaken = (picture + epsilon * noise.signs).clamped(to: 0...1)

    let shown = try [("original", picture), ("random", shaken), ("one-step", moved)].map { name, changed in
      try exhibit(changed, from: picture, as: name, on: page)
    }
    page.measure("values", picture.count)
    page.measure("random", shown[1].outcome.after[own], as: .percent)
    page.measure("own", shown[2].outcome.after[own], as: .percent)
    page.measure("target", shown[2].outcome.after[target], as: .percent)
    try OwnAttackFigures(page: page, cells: self).oneStep(shown)
  }

  /// Ten steps with momentum within a largest change of so many levels, towards the target.
  func attack(_ levels: Float) -> ProjectedGradient {
    ProjectedGradient(
      radius: levels / 255, steps: 10, norm: .maximum, isTargeted: true, momentum: 1, staysOnLattice: true,
      keepsBest: true)
  }

  /// What becomes of the pictures of each seed, one seed after another.
  private func attacked(_ change: (Kennel) -> Tensor) -> Tensor {
    Tensor.concatenated(kennel.eachSeed.map(change))
  }

  // cell: levels
  func levels(_ page: Page) throws {
    let levels: [Float] = [1, 2, 4, 8, 16]
    var random = RandomSource(seed: page.seed)
    let pictures = page.progress(Phrase("ε"), over: levels).map { level in
      let one = ProjectedGradient.fastGradientSign(radius: level / 255, isTargeted: true, staysOnLattice: true)
      return [
        attacked { attack(level).randomChange(of: $0.dogs, random: &random) },
        attacked { one.attack(network, $0.dogs, labels: $0.cats) },
        attacked { attack(level).attack(network, $0.dogs, labels: $0.cats) },
      ]
    }
    let rates = pictures.map { ways in
      ways.map { kennel.shares(of: $0, by: network, reaching: .target(target)) }
    }

    for (way, name) in ["random", "one", "ten"].enumerated() {
      for (level, rates) in zip(levels, rates) {
        page.measure("\(name).\(Int(level))", values: rates[way], as: .percent)
      }
    }
    let flipped = kennel.shares(of: pictures[3][0], by: network, reaching: .anythingBut(own))
    page.claim("random", flipped, .atMost(0.1), as: .percent)
    page.claim(
      "ten-beat-one", zip(rates[3][2], rates[3][1]).map { $0 - $1 },
      .atLeast(0), as: .percent)
    try OwnAttackFigures(page: page, cells: self).levels(levels, rates)
  }

  // cell: steps
  func steps(_ page: Page) throws {
    let attacked = try page.kept(attacked { attack(8).attack(network, $0.dogs, labels: $0.cats) }, as: "attacked")

    let distances = kennel.cats.indices.map { place in
      PictureDistance(from: kennel.dogs.gather(rows: [place]), to: attacked.gather(rows: [place]))
    }
    let largest = kennel.largest(distances.map { Float($0.levels) })
    page.measure("largest", largest.max() ?? 0, as: .count)
    page.measure("similarity", values: kennel.means(distances.map(\.structuralSimilarity)), as: .number(digits: 3))
    let reached = kennel.shares(of: attacked, by: network, reaching: .target(target))
    page.claim("bound", largest, .atMost(8), as: .count)
    page.claim("eight", reached, .atLeast(0.9), as: .percent)

    let rows = try (0..<3).map { seed in
      let picture = kennel.dog(ofSeed: seed)
      return try [picture, attacked.gather(rows: [seed * kennel.count])].enumerated().map { step, changed in
        try exhibit(changed, from: picture, as: "step-\(seed + 1)-\(step)", on: page)
      }
    }
    try OwnAttackFigures(page: page, cells: self).steps(rows)
  }

  // cell: smallest
  func smallest(_ page: Page) throws {
    let seeds = page.progress(Phrase(en: "Seeds", id: "Benih"), over: kennel.eachSeed)
    let radii = seeds.flatMap { part in
      attack(1).smallestRadii(network, part.dogs, labels: part.cats, upTo: 16)
    }

    let found = radii.compactMap { $0 }
    page.measure("count", radii.count)
    page.measure("never", radii.count - found.count)
    page.measure("median", found.isEmpty ? Phrase("–") : Phrase("\(Int(found.map(Float.init).median))/255"))
    page.measure("least", found.min().map { Phrase("\($0)/255") } ?? Phrase("–"))
    try OwnAttackFigures(page: page, cells: self).smallest(radii, upTo: 16)
  }
}
