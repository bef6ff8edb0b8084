import CKernels

/// The kernels once more, as plainly as they can be written, with sums in double precision.
enum Reference {
  /// Calls `body` with the position of every product of a convolution: input, weight and output index.
  static func forEachProduct(_ s: alih_convolution, _ body: (_ input: Int, _ weight: Int, _ output: Int) -> Void) {
    var shape = s
    let (height, width) = (alih_output_height(&shape), alih_output_width(&shape))
    let (groupInputs, groupOutputs) = (s.channels / s.groups, s.outputs / s.groups)
    for image in 0..<s.batch {
      for y in 0..<height {
        for x in 0..<width {
          for output in 0..<s.outputs {
            for channel in 0..<groupInputs {
              for kernelY in 0..<s.kernel_height {
                for kernelX in 0..<s.kernel_width {
                  let inputY = y * s.stride + kernelY * s.dilation - s.top
                  let inputX = x * s.stride + kernelX * s.dilation - s.left
                  guard 0..<s.height ~= inputY, 0..<s.width ~= inputX else { continue }
                  let inputChannel = output / groupOutputs * groupInputs + channel
                  body(
                    ((image * s.height + inputY) * s.width + inputX) * s.channels + inputChannel,
                    ((output * groupInputs + channel) * s.kernel_height + kernelY) * s.kernel_width + kernelX,
                    ((image * height + y) * width + x) * s.outputs + output)
                }
              }
            }
          }
        }
      }
    }
  }

  static func convolve(_ s: alih_convolution, _ input: [Float], _ weight: [Float], _ bias: [Float]?) -> [Float] {
    var sums = [Double](repeating: 0, count: s.outputCount)
    if let bias {
      for index in sums.indices { sums[index] = Double(bias[index % s.outputs]) }
    }
    forEachProduct(s) { sums[$2] += Double(input[$0]) * Double(weight[$1]) }
    return sums.map(Float.init)
  }

  static func inputGradient(_ s: alih_convolution, _ upstream: [Float], _ weight: [Float]) -> [Float] {
    var sums = [Double](repeating: 0, count: s.inputCount)
    forEachProduct(s) { sums[$0] += Double(upstream[$2]) * Double(weight[$1]) }
    return sums.map(Float.init)
  }

  static func weightGradient(_ s: alih_convolution, _ input: [Float], _ upstream: [Float]) -> [Float] {
    var sums = [Double](repeating: 0, count: s.weightCount)
    forEachProduct(s) { sums[$1] += Double(upstream[$2]) * Double(input[$0]) }
    return sums.map(Float.init)
  }

  /// a [m, k] times b [k, n].
  static func product(_ m: Int, _ n: Int, _ k: Int, _ a: (Int, Int) -> Float, _ b: (Int, Int) -> Float) -> [Float] {
    var result: [Float] = []
    for i in 0..<m {
      for j in 0..<n {
        result.append(Float((0..<k).reduce(0.0) { $0 + Double(a(i, $1)) * Double(b($1, j)) }))
      }
    }
    return result
  }
}

extension alih_convolution {
  var inputCount: Int { batch * height * width * channels }
  var weightCount: Int { outputs * channels / groups * kernel_height * kernel_width }
  var outputCount: Int {
    var shape = self
    return batch * alih_output_height(&shape) * alih_output_width(&shape) * outputs
  }
}
