import Autograd
import Grading
import NeuralNetworks
import Notebook

/// One channel of what a layer inside of a network makes of a picture.
package enum FeatureMapGrader: Grader {
  package typealias Answer = (
    _ channel: Int, _ layer: String, _ network: Sequential, _ picture: Tensor
  ) throws -> Tensor?

  package static let id = "feature-map", lesson = "pretrained-networks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let doubling = doubling(), small = Tensor([1, -1, 0.5, 0], shape: [1, 2, 2, 1])
    let network = network(&sheet.random)
    let picture = Tensor.uniform(shape: [1, 8, 6, 3], random: &sheet.random)
    let names = network.layers.map(\.name)
    let channel = sheet.random.below(4)
    let last = names[names.count - 1]
    let statistics = Statistics(of: network)
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [Tensor([2, -2, 1, 0], shape: [2, 2]), Tensor([2, 0, 1, 0], shape: [2, 2])],
      got: ["double", "relu"].map { try answer(0, $0, doubling, small) }, tolerance: 1e-6,
      next: Phrase(
        en: "Give the picture to the first layer, its output to the next, and stop behind the layer that is wanted.",
        id: "Berikan gambar kepada lapisan pertama, keluarannya kepada yang berikutnya, sampai lapisan yang diminta."
      ))
    try sheet.check(
      "layers", Phrase(en: "every layer of a network", id: "setiap lapisan sebuah jaringan"), points: 3,
      expected: names.map { map(channel, of: $0, in: network, for: picture) },
      got: names.map { try answer(channel, $0, network, picture) }, tolerance: 1e-5,
      next: Phrase(
        en: "Give that layer's output as it is: not its input, not the last layer's, not on another scale.",
        id: "Berikan keluaran lapisan itu apa adanya: bukan masukannya, bukan dari lapisan akhir, bukan skala lain."
      ))
    try sheet.check(
      "channels", Phrase(en: "every channel of a layer", id: "setiap kanal sebuah lapisan"), points: 2,
      expected: (0..<4).map { map($0, of: last, in: network, for: picture) },
      got: (0..<4).map { try answer($0, last, network, picture) }, tolerance: 1e-5,
      next: Phrase(
        en: "Channels are the last axis of [1, H, W, C]: take a slice along axis 3, then give it the shape [H, W].",
        id: "Kanal adalah sumbu terakhir [1, H, W, C]: ambil irisan sepanjang sumbu 3, lalu beri bentuk [H, W]."))
    try sheet.check(
      "no-such-layer", Phrase(en: "a name that no layer has", id: "nama yang tidak dimiliki lapisan mana pun"),
      points: 1, expected: Tensor?.none, got: answer(0, "conv9", network, picture),
      next: Phrase(
        en: "Where the loop has come to its end without the name, return nil.",
        id: "Bila perulangan habis tanpa menemukan nama itu, kembalikan nil."))
    try sheet.check(
      "inference", Phrase(en: "the statistics of batch norm afterwards", id: "statistik batch norm sesudahnya"),
      points: 2, expected: statistics.values,
      got: {
        _ = try answer(channel, last, network, picture)
        return Statistics(of: network).values
      }(),
      next: Phrase(
        en: "Call layers as `layer(x)`, which is inference; in training mode a batch norm would follow your picture.",
        id: "Panggil lapisan sebagai `layer(x)`, yaitu inferensi; saat dilatih, batch norm mengikuti gambar Anda."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the last layer's, whatever the name", failing: "layers") { channel, layer, network, picture in
        guard network.layers.contains(where: { $0.name == layer }) else { return nil }
        return plane(channel, of: network(picture))
      },
      Mistake("the input of the layer", failing: "example") { channel, layer, network, picture in
        guard let end = network.layers.firstIndex(where: { $0.name == layer }) else { return nil }
        let input = Sequential(Array(network.layers[..<end]))(picture)
        return plane(min(channel, input.shape[3] - 1), of: input)
      },
      Mistake("channels read as the first axis", failing: "channels") { channel, layer, network, picture in
        guard let output = output(of: layer, in: network, for: picture) else { return nil }
        let (height, width, channels) = (output.shape[1], output.shape[2], output.shape[3])
        return output.reshaped([channels, height, width]).slice(channel..<channel + 1, along: 0)
          .reshaped([height, width])
      },
      Mistake("the mean of all channels", failing: "channels") { _, layer, network, picture in
        guard let output = output(of: layer, in: network, for: picture) else { return nil }
        return output.mean(along: [3]).reshaped([output.shape[1], output.shape[2]])
      },
      Mistake("axes of length 1 left", failing: "example") { channel, layer, network, picture in
        output(of: layer, in: network, for: picture)?.slice(channel..<channel + 1, along: 3)
      },
      Mistake("stretched to its own largest value", failing: "layers") { channel, layer, network, picture in
        let found = map(channel, of: layer, in: network, for: picture)
        return found.map { map in map / max(map.values.max() ?? 1, 1e-6) }
      },
      Mistake("in training mode", failing: "inference") { channel, layer, network, picture in
        output(of: layer, in: network, for: picture, .training).map { plane(channel, of: $0) }
      },
    ]
  }

  /// The right answer.
  private static func map(_ channel: Int, of layer: String, in network: Sequential, for picture: Tensor) -> Tensor? {
    output(of: layer, in: network, for: picture).map { plane(channel, of: $0) }
  }

  private static func output(
    of layer: String, in network: Sequential, for picture: Tensor, _ mode: Mode = .inference
  ) -> Tensor? {
    var current = picture
    for (name, next) in network.layers {
      current = next(current, mode)
      if name == layer { return current.detached() }
    }
    return nil
  }

  private static func plane(_ channel: Int, of output: Tensor) -> Tensor {
    output.detached().slice(channel..<channel + 1, along: 3).reshaped([output.shape[1], output.shape[2]])
  }

  /// A convolution of one weight, 2, and a ReLU.
  private static func doubling() -> Sequential {
    var random = RandomSource(seed: 0)
    let double = Convolution2D(1, 1, kernel: 1, bias: false, random: &random)
    double.weight.set(Tensor([2], shape: [1, 1, 1, 1]))
    return Sequential([("double", double), ("relu", ReLU())])
  }

  /// Two stages with four channels each, random weights, and a batch norm that has seen some pictures.
  private static func network(_ random: inout RandomSource) -> Sequential {
    let norm = BatchNorm2D(4)
    norm.runningMean.set(.normal(shape: [4], random: &random))
    norm.runningVariance.set(.uniform(shape: [4], in: 0.5...2, random: &random))
    norm.bias.set(.uniform(shape: [4], in: 1...2, random: &random))
    return Sequential([
      ("conv1", Convolution2D(3, 4, kernel: 3, padding: 1, random: &random)), ("norm1", norm), ("relu1", ReLU()),
      ("pool1", MaxPool2D(kernel: 2)), ("conv2", Convolution2D(4, 4, kernel: 3, padding: 1, random: &random)),
    ])
  }

  /// The running means and variances of a network, one after the other.
  private struct Statistics {
    let values: [Float]

    init(of network: Sequential) {
      values = network.state.map(\.parameter).filter(\.isStatistic).flatMap(\.value.values)
    }
  }
}
