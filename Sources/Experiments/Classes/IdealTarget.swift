import Autograd
import ModelZoo
import Visualization

/// What is to be drawn: a class, and the seed of the noise that the picture starts from.
package struct IdealTarget {
  package let subject: ClassLabel
  package let seed: UInt64

  package init(subject: ClassLabel, seed: UInt64) {
    self.subject = subject
    self.seed = seed
  }
}

extension [IdealTarget] {
  /// Every class with every seed, class by class.
  package init(_ subjects: [ClassLabel], seeds: [UInt64]) {
    self = subjects.flatMap { subject in seeds.map { IdealTarget(subject: subject, seed: $0) } }
  }

  /// The places of the classes among a network's logits.
  package var labels: [Int] { map(\.subject.label) }

  /// The noises that the pictures start from, `[N, size, size, 3]`.
  package func noise(size: Int) -> Tensor {
    .concatenated(map { .pinkNoise(seed: $0.seed, size: size, colors: .natural) })
  }
}

extension IdealImage {
  /// The pictures `[N, H, W, 3]` that the noises of some targets become.
  package func draw(
    _ targets: [IdealTarget], report: (_ step: Int, _ pictures: () -> Tensor) -> Void = { _, _ in }
  ) -> Tensor {
    draw(targets.labels, from: targets.noise(size: network.inputSize), report: report)
  }

  /// What they look like after some numbers of steps.
  package func snapshots(after moments: [Int], of targets: [IdealTarget]) -> [Tensor] {
    snapshots(after: moments, of: targets.labels, from: targets.noise(size: network.inputSize))
  }
}
