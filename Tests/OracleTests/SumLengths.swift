import Autograd

/// How many terms a value of an operation's output, and a value of each of its gradients, is a sum of.
///
/// Where sums go into sums, their lengths add up: a mean of n values that are sums of m terms each counts as n + m.
struct SumLengths {
  let output: Int
  private let gradients: [String: Int]

  private init(output: Int = 1, _ gradients: [String: Int]) {
    (self.output, self.gradients) = (output, gradients)
  }

  /// Those of a case of the oracle whose inputs and output have these shapes.
  init(of reference: Oracle.Case, inputs: [String: [Int]], output: [Int]) throws {
    let sizes = Sizes(reference: reference, inputs: inputs, result: output)
    if SumLengths.elementwise.contains(reference.op) {
      self.init(["input": 1])
    } else if let lengths = SumLengths.table[reference.op] {
      self = try lengths(sizes)
    } else {
      throw Missing(what: "the lengths of the sums of \(reference.op)")
    }
  }

  /// The length for the gradient with respect to an input.
  func gradient(of name: String) throws -> Int {
    guard let length = gradients[name] else { throw Missing(what: "the length of the sums of the gradient of \(name)") }
    return length
  }

  /// Operations that look at one value at a time.
  static let elementwise: Set = [
    "relu", "relu6", "leaky_relu", "gelu", "silu", "sigmoid", "tanh", "softplus", "exp", "square", "abs",
  ]

  private struct Sizes {
    let reference: Oracle.Case
    let inputs: [String: [Int]]
    let result: [Int]

    func shape(_ name: String = "input") throws -> [Int] {
      guard let shape = inputs[name] else { throw Missing(what: "input \(name) of \(reference.name)") }
      return shape
    }

    func count(_ name: String = "input") throws -> Int { try shape(name).reduce(1, *) }
  }

  private static let table: [String: @Sendable (Sizes) throws -> SumLengths] = [
    "conv2d": { sizes in
      // Kernels are [out, in / groups, height, width]; results [N, out, H, W].
      let kernel = try sizes.shape("weight")
      let (depth, taps) = (kernel[1] * kernel[2] * kernel[3], kernel[2] * kernel[3])
      let places = sizes.result[0] * sizes.result[2] * sizes.result[3]
      let groups = try sizes.reference.integer("groups")
      return SumLengths(
        output: depth + 1, ["input": kernel[0] / groups * taps, "weight": places, "bias": places])
    },
    "linear": { sizes in
      let (weight, rows) = (try sizes.shape("weight"), try sizes.shape()[0])
      return SumLengths(output: weight[1] + 1, ["input": weight[0], "weight": rows, "bias": rows])
    },
    "matmul": { sizes in
      let (a, b) = (try sizes.shape("a"), try sizes.shape("b"))
      return SumLengths(output: a[1], ["a": b[1], "b": a[0]])
    },
    "batch_norm": { sizes in
      let rows = try sizes.count() / sizes.shape()[1]
      let own = sizes.reference.flag("training") ? rows : 1
      return SumLengths(output: own, ["input": own, "weight": rows, "bias": rows])
    },
    "layer_norm": { sizes in
      let width = try sizes.count("weight")
      let rows = try sizes.count() / width
      return SumLengths(output: width, ["input": width, "weight": rows + width, "bias": rows])
    },
    "max_pool2d": { sizes in
      let (kernel, stride) = (try sizes.reference.integer("kernel"), try sizes.reference.integer("stride"))
      let windows = (kernel + stride - 1) / stride
      return SumLengths(["input": windows * windows])
    },
    "avg_pool2d": { sizes in
      let kernel = try sizes.reference.integer("kernel")
      return SumLengths(output: kernel * kernel, ["input": 1])
    },
    "adaptive_avg_pool2d": { sizes in
      let (input, size) = (try sizes.shape(), try sizes.reference.integer("size"))
      // Windows that do not divide a side are longer by up to 1, and overlap.
      func window(_ side: Int) -> Int { side % size == 0 ? side / size : side / size + 2 }
      let overlaps = [input[2], input[3]].count { $0 % size != 0 }
      return SumLengths(output: window(input[2]) * window(input[3]), ["input": 1 << overlaps])
    },
    "softmax": { SumLengths(output: try $0.shape()[1], ["input": try $0.shape()[1]]) },
    "log_softmax": { SumLengths(output: try $0.shape()[1], ["input": try $0.shape()[1]]) },
    "cross_entropy": { SumLengths(output: try $0.count(), ["input": try $0.shape()[1]]) },
    "distillation": { sizes in
      let classes = try sizes.shape("student")[1]
      return SumLengths(output: try sizes.count("student"), ["student": classes, "teacher": classes])
    },
    "mse": { SumLengths(output: try $0.count(), ["input": 1, "target": 1]) },
    // Each pixel has four neighbours, each pair of them is one term.
    "total_variation_l1": { SumLengths(output: 2 * (try $0.count()), ["input": 4]) },
    "total_variation_l2": { SumLengths(output: 2 * (try $0.count()), ["input": 4]) },
    "feature_matching": { try matching($0) },
    "channel_matching": { try matching($0) },
    "coral": { sizes in
      let (source, target) = (try sizes.shape("source"), try sizes.shape("target"))
      let (covariance, width) = (source[0] + target[0], source[1])
      return SumLengths(
        output: covariance + width * width, ["source": covariance + width, "target": covariance + width])
    },
    "mmd": { sizes in
      // The width of the kernels is a mean over all pairs, of which each sample is in every one.
      let (source, target) = (try sizes.shape("source"), try sizes.shape("target"))
      let pairs = (source[0] + target[0]) * (source[0] + target[0])
      return SumLengths(output: pairs + source[1], ["source": pairs, "target": pairs])
    },
    "resize_bilinear": { try resize($0, isAntialiased: false) },
    "resize_bilinear_antialias": { try resize($0, isAntialiased: true) },
    // Four pixels around a place; a pixel of a picture of nearly the same size is near about as many places.
    "affine_warp": { _ in SumLengths(output: 4, ["input": 4]) },
  ]

  /// Σ (source − W·target)², weighted by channel or not: features [N, C, H, W], W [O, C, 1, 1].
  private static func matching(_ sizes: Sizes) throws -> SumLengths {
    let (target, weight) = (try sizes.shape("target"), try sizes.shape("weight"))
    let pixels = target[2] * target[3]
    let difference = weight[1]
    return SumLengths(
      output: try sizes.count("source") + difference,
      [
        "target": weight[0] + difference, "weight": target[0] * pixels + difference, "source": 1 + difference,
        "channel_logits": weight[0] + pixels + difference,
      ])
  }

  private static func resize(_ sizes: Sizes, isAntialiased: Bool) throws -> SumLengths {
    let (input, result) = (try sizes.shape(), sizes.result)
    // A triangle two pixels wide, or two places wide where it averages over what is left out.
    func taps(_ from: Int, _ to: Int) -> Int { 2 * max(1, (from + to - 1) / to) }
    func product(_ taps: (Int) -> Int) -> Int { taps(2) * taps(3) }
    return SumLengths(
      output: product { isAntialiased ? taps(input[$0], result[$0]) : 2 },
      ["input": product { taps(result[$0], input[$0]) }])
  }
}
