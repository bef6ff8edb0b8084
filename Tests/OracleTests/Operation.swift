import Autograd
import NeuralNetworks
import TransferLearning
import Visualization

/// How the engine does what a case of the oracle asks for.
enum Operation {
  struct Outcome {
    var output: Tensor
    var after: [String: Tensor] = [:]
  }

  /// Runs a case on its stored inputs; pictures come and go as N,C,H,W.
  static func run(_ reference: Oracle.Case, _ inputs: [String: Tensor]) throws -> Outcome {
    func input(_ name: String = "input") throws -> Tensor {
      guard let tensor = inputs[name] else { throw Missing(what: "input \(name)") }
      return tensor
    }
    func picture(_ name: String = "input") throws -> Tensor { try input(name).permuted([0, 2, 3, 1]) }
    func stored(_ result: Tensor) -> Outcome { Outcome(output: result.permuted([0, 3, 1, 2])) }

    if let activation = activations[reference.op] { return Outcome(output: activation(try input())) }
    switch reference.op {
    case "conv2d":
      return stored(
        try picture().convolved(
          weight: input("weight"), bias: inputs["bias"], stride: reference.integer("stride"),
          padding: reference.flag("same") ? .same : .zeros(reference.integer("padding")),
          dilation: reference.integer("dilation"), groups: reference.integer("groups")))
    case "linear": return Outcome(output: try input().linear(weight: input("weight"), bias: input("bias")))
    case "matmul": return Outcome(output: try input("a").matrixProduct(input("b")))
    case "batch_norm": return try batchNorm(reference, inputs, picture())
    case "layer_norm":
      return Outcome(
        output: try input().layerNormalized(
          weight: input("weight"), bias: input("bias"), epsilon: reference.number("eps")))
    case "max_pool2d":
      return stored(
        try picture().maxPooled(
          kernel: reference.integer("kernel"), stride: reference.integer("stride"),
          padding: reference.integer("padding"), ceilMode: reference.flag("ceil_mode")))
    case "avg_pool2d":
      return stored(
        try picture().averagePooled(kernel: reference.integer("kernel"), stride: reference.integer("stride")))
    case "adaptive_avg_pool2d": return stored(try picture().adaptiveAveragePooled(size: reference.integer("size")))
    case "relu6": return Outcome(output: try (input() * reference.number("scale")).relu6())
    case "leaky_relu": return Outcome(output: try input().leakyReLU(slope: reference.number("slope")))
    case "cross_entropy":
      let labels = try input("labels").values.map { Int($0) }
      return Outcome(
        output: try crossEntropy(input(), labels, labelSmoothing: reference.number("label_smoothing")))
    case "distillation":
      return Outcome(
        output: try distillationLoss(
          student: input("student"), teacher: input("teacher"), temperature: reference.number("temperature")))
    case "mse": return Outcome(output: try meanSquaredError(input(), input("target")))
    case "total_variation_l1": return Outcome(output: try variationLoss(picture(), .absolute))
    case "total_variation_l2": return Outcome(output: try variationLoss(picture(), .squared))
    case "feature_matching":
      return Outcome(
        output: try featureMatchingLoss(target: picture("target"), weight: input("weight"), source: picture("source")))
    case "channel_matching":
      return Outcome(
        output: try channelMatchingLoss(
          target: picture("target"), weight: input("weight"), source: picture("source"),
          channelLogits: input("channel_logits")))
    case "coral": return Outcome(output: coralDistance(source: try input("source"), target: try input("target")))
    case "mmd":
      return Outcome(
        output: try maximumMeanDiscrepancy(
          source: input("source"), target: input("target"), kernels: reference.integer("kernels"),
          factor: reference.number("factor")))
    case "resize_bilinear", "resize_bilinear_antialias":
      return stored(
        try picture().resized(
          height: reference.integer("height"), width: reference.integer("width"),
          antialiased: reference.op == "resize_bilinear_antialias"))
    case "affine_warp": return stored(try picture().affineWarped(theta: reference.numbers("theta")))
    default: throw Missing(what: "the operation \(reference.op)")
    }
  }

  private static let activations: [String: @Sendable (Tensor) -> Tensor] = [
    "relu": { $0.relu() }, "gelu": { $0.gelu() }, "silu": { $0.silu() }, "sigmoid": { $0.sigmoid() },
    "tanh": { $0.tanh() }, "softplus": { $0.softplus() }, "exp": { $0.exp() }, "square": { $0.square() },
    "abs": { $0.abs() }, "softmax": { $0.softmax() }, "log_softmax": { $0.logSoftmax() },
  ]

  private static func batchNorm(
    _ reference: Oracle.Case, _ inputs: [String: Tensor], _ picture: Tensor
  ) throws -> Outcome {
    let layer = BatchNorm2D(
      picture.shape[3], momentum: try reference.number("momentum"), epsilon: try reference.number("eps"))
    guard let weight = inputs["weight"], let bias = inputs["bias"], let mean = inputs["running_mean"],
      let variance = inputs["running_var"]
    else { throw Missing(what: "inputs of \(reference.name)") }
    layer.runningMean.set(mean)
    layer.runningVariance.set(variance)
    let output: Tensor
    if reference.flag("training") {
      _ = layer(picture, .training)
      output = picture.batchNormalized(weight: weight, bias: bias, epsilon: layer.epsilon).output
    } else {
      output = picture.batchNormalized(
        mean: mean, variance: variance, weight: weight, bias: bias, epsilon: layer.epsilon)
    }
    return Outcome(
      output: output.permuted([0, 3, 1, 2]),
      after: ["running_mean": layer.runningMean.value, "running_var": layer.runningVariance.value])
  }
}
