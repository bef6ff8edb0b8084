import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells that look at everything together: the film, the strip, all classes, and what must not work.
extension IdealImageCells {
  // cell: film
  func film(_ page: Page) throws {
    let moments = [0, 1, 2, 3, 4, 6, 8, 11, 16, 20, 24, 32, 40, 48, 64, 80, 96, 112, 128]
    var ideal = wavesOfLogit.with(twin)
    ideal.view = RandomView()
    let casts = casts([page.seed])
    let pictures = ideal.snapshots(
      after: moments, of: casts.map(\.subject.label), from: Tensor.concatenated(casts.map { greyNoise($0.seed) }),
      variationWeights: casts.map { _ in Self.calm })

    let frames = zip(moments, pictures).map { moment, pictures in
      let logits = twin(pictures).gather(casts.map(\.subject.label)).values
      let variations = variation(pictures, .squared).values.map { Self.calm * $0 }
      return Frame(step: moment, pictures: pictures.pictures, objectives: logits, variations: variations)
    }
    page.measure("frames", frames.count)
    for (name, frame) in [("first", frames[0]), ("last", frames[frames.count - 1])] {
      page.measure("\(name).logit", frame.objectives.mean, as: .number(digits: 1))
      page.measure("\(name).variation", frame.variations.mean, as: .number(digits: 2))
    }
    try IdealImageFigures(page: page).film(frames, of: subjects)
  }

  // cell: hero
  func hero(_ page: Page) throws {
    let noise = try easel.keep(noise: greyNoise, of: casts(page.seeds), by: network, on: page)
    let rungs = [("noise", noise), ("variation", with), ("waves", straight), ("views", moving), ("robust", twins)]
    for (name, drawings) in rungs {
      page.measure("\(name).judge", values: drawings.perSeed(\.judge), as: .percent)
    }
    for subject in subjects {
      page.measure("\(subject.name).first", noise.of(subject).map(\.judge).mean, as: .percent)
      page.measure("\(subject.name).last", twins.of(subject).map(\.judge).mean, as: .percent)
    }
    let rises = subjects.map { subject in
      zip(noise.of(subject), twins.of(subject)).map { $1.judge - $0.judge }
    }
    page.claim(
      "judge-rises", page.seeds.indices.map { seed in rises.map { $0[seed] }.min() ?? 0 }, .atLeast(0.5), as: .percent)
    let shown = subjects.map { subject in rungs.compactMap { $0.1.of(subject, seed: page.seed) } }
    try IdealImageFigures(page: page).hero(shown)
  }

  // cell: classes
  func classes(_ page: Page) throws {
    let all = try twin.classes.map { try Subject($0, of: twin) }
    var ideal = wavesOfLogit.with(twin)
    ideal.view = RandomView()
    gallery = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).flatMap { seed in
      let casts = all.map { IdealTarget(subject: $0, seed: seed) }
      let pictures = ideal.draw(
        all.map(\.label), from: Tensor.concatenated(all.map { _ in greyNoise(seed) }),
        variationWeights: all.map { _ in Self.calm })
      return try easel.keep(pictures, of: casts, by: twin, as: "class", on: page)
    }

    let real = all.map { stripeCoherence(Tensor($0.realPictures(20))) }
    let coherence = all.map { stripeCoherence(Tensor(gallery.of($0).map(\.picture))) }
    let zebra = coherence[subjects[2].label]
    let below = page.seeds.indices.map { seed in
      Float(coherence.count { $0[seed] < zebra[seed] }) / Float(all.count - 1)
    }
    page.measure("judge", values: gallery.perSeed(\.judge), as: .percent)
    page.measure("zebra.real", real[subjects[2].label].mean / real.map(\.mean).mean, as: .factor)
    page.measure("zebra.ideal", zebra.mean / coherence.map(\.mean).mean, as: .factor)
    page.measure("empty", gallery.count { $0.probability < 0.5 })
    page.measure("pictures", gallery.count)
    page.claim("striped", below, .atLeast(0.5), as: .percent)
    try IdealImageFigures(page: page).classes(all.map { gallery.of($0) })
    try IdealImageFigures(page: page).coherence(all, real, coherence)
  }

  // cell: controls
  func controls(_ page: Page) throws {
    let all = try twin.classes.map { try Subject($0, of: twin) }
    let strangers = page.seeds.map { seed in
      var random = RandomSource(seed: seed)
      return Network(.miniVGG, classes: network.classes, inputSize: 64, random: &random)
    }
    let drawn = try zip(page.seeds, page.progress(Phrase(en: "Networks", id: "Jaringan"), over: strangers))
      .flatMap { seed, stranger in
        let pictures = wavesOfLogit.with(stranger).draw(
          all.map(\.label), from: Tensor.concatenated(all.map { _ in greyNoise(seed) }),
          variationWeights: all.map { _ in Self.calm })
        let casts = all.map { IdealTarget(subject: $0, seed: seed) }
        return try easel.keep(pictures, of: casts, by: stranger, as: "stranger", on: page)
      }
    let exchanged = gallery.map { drawing in
      let other = all[(drawing.subject.label + 1) % all.count]
      return easel.score(drawing.picture, as: other, seed: drawing.seed, by: twin)
    }
    let calm = try page.seeds.flatMap { seed in
      let picture = try page.picture("calm-\(seed)", calmed(greyNoise(seed)).pictures[0])
      return all.map { easel.score(picture, as: $0, seed: seed, by: network) }
    }

    let controls = [("random", drawn), ("exchanged", exchanged), ("calm", calm)]
    for (name, drawings) in controls {
      page.measure("\(name).probability", values: drawings.perSeed(\.probability), as: .percent)
      page.measure("\(name).judge", values: drawings.perSeed(\.judge), as: .percent)
    }
    page.measure("chance", 1 / Float(all.count), as: .percent)
    let largest = page.seeds.indices.map { seed in controls.map { $0.1.perSeed(\.judge)[seed] }.max() ?? 1 }
    page.claim("controls", largest, .atMost(0.125), as: .percent)
    try IdealImageFigures(page: page).controls(controls.map(\.1), gallery, subjects)
  }

  /// What variation loss alone makes of a picture.
  private func calmed(_ start: Tensor) -> Tensor {
    let pixels = Parameter(start)
    let adam = Adam([pixels], learningRate: learningRate)
    for _ in 0..<steps { adam.step(variationLoss(pixels.value).gradients()) }
    return pixels.value.detached()
  }
}

/// A moment of the film: what the pictures are, and the two terms of their loss.
struct Frame {
  let step: Int
  let pictures: [Image]
  /// What is to become large, and what the variation costs, one a picture.
  let objectives, variations: [Float]
}
