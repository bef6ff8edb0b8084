import Autograd
import ModelZoo

extension Network {
  /// How well pictures `[N, H, W, 3]` survive being looked at from other sides: the probability that each of them has for
  /// its label, averaged over views drawn by chance.
  ///
  /// It is low where a picture was fitted to one straight look alone.
  public func survival(of pictures: Tensor, labels: [Int], views: Int = 16, seed: UInt64 = 1) -> [Float] {
    precondition(labels.count == pictures.shape[0], "\(pictures.shape[0]) pictures have \(labels.count) labels")
    var random = RandomSource(seed: seed)
    let view = RandomView()
    var sums = [Float](repeating: 0, count: labels.count)
    for _ in 0..<views {
      let probabilities = probabilities(view(pictures.detached(), random: &random)).gather(labels).values
      for (index, probability) in probabilities.enumerated() { sums[index] += probability }
    }
    return sums.map { $0 / Float(views) }
  }
}
