import ArgumentParser
import Foundation
import ModelZoo
import NeuralNetworks
import Autograd
import Datasets

@main
struct Main {
  static func main() throws {
    let a = CommandLine.arguments
    if a[1] == "bench" {
      let t = try Workload(a[2]).times(repeats: Int(a[4]) ?? 5).sorted()
      print("{\"workload\": \"\(a[2])\", \"median_ms\": \(t[t.count/2]), \"best\": \(t[0])}")
    } else {
      var random = RandomSource(seed: 1)
      let m = Menagerie()
      let clock = ContinuousClock()
      var train: TrainingSet!
      print(clock.measure { train = m.trainingSet() })
      let test = m.validationSet()
      let network = Network(.miniVGG, classes: train.classNames.map(\.english), random: &random)
      let loop = TrainingLoop(epochs: Int(a[2])!, schedule: .oneCycle())
      var n = 0; var acc: Float = 0; var l: Float = 0
      let start = clock.now
      loop.run(network, optimizer: SGD(network.parameters, learningRate: 0.1, momentum: 0.9, weightDecay: 5e-4, nesterov: true)) { epoch in
        train.shuffledBatches(of: 64, seed: 7, epoch: epoch, augmentation: Augmentations(Mirror(), RandomCrop())).lazy.map { ($0.images, $0.labels) }
      } report: { s in
        n += 1; acc += s.accuracy; l += s.loss
        if n == 47 { print(s.epoch, s.step, l / Float(n), acc / Float(n), clock.now - start); n = 0; acc = 0; l = 0 }
      }
      var right = 0
      for b in test.batches(of: 100) { right += Int(accuracy(network(b.images), b.labels) * 100 + 0.5) }
      print("validation", Float(right) / Float(test.count), clock.now - start)
      try network.write(to: URL(filePath: a[3]))
    }
  }
}
