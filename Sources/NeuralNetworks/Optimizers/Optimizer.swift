import Autograd

/// Changes parameters against their gradients, one step at a time.
public protocol Optimizer: AnyObject {
  /// The step size, which a schedule may change from step to step.
  var learningRate: Float { get set }
  /// Takes one step; parameters that are frozen or have no gradient stay as they are.
  func step(_ gradients: Gradients)
}

/// The parameters of an optimiser, each with `memories` running values of its own size that start at zero.
struct OptimizerState {
  let parameters: [Parameter]
  private var memories: [[[Float]]]
  /// How many steps each parameter has taken.
  private var steps: [Int]

  init(_ parameters: [Parameter], memories count: Int) {
    self.parameters = parameters
    memories = parameters.map { parameter in
      (0..<count).map { _ in [Float](repeating: 0, count: parameter.value.count) }
    }
    steps = parameters.map { _ in 0 }
  }

  /// Replaces every value by `rule(value, gradient, its memories, number of the step from 1)`.
  ///
  /// `Memories` is the tuple of running values, read and written in place.
  @inline(__always)
  mutating func update(
    _ gradients: Gradients,
    _ rule: (_ value: Float, _ gradient: Float, _ memory: inout (Float, Float), _ step: Int) -> Float
  ) {
    for (index, parameter) in parameters.enumerated() where parameter.isTrainable {
      guard let gradient = gradients[parameter.value] else { continue }
      steps[index] += 1
      let step = steps[index]
      let used = memories[index].count
      var first = used > 0 ? memories[index].removeFirst() : []
      var second = used > 1 ? memories[index].removeFirst() : []
      parameter.set(
        Tensor(shape: parameter.value.shape) { target in
          parameter.value.withValues { values in
            gradient.withValues { gradient in
              first.withUnsafeMutableBufferPointer { first in
                second.withUnsafeMutableBufferPointer { second in
                  for place in 0..<values.count {
                    var memory = (used > 0 ? first[place] : 0, used > 1 ? second[place] : 0)
                    target[place] = rule(values[place], gradient[place], &memory, step)
                    if used > 0 { first[place] = memory.0 }
                    if used > 1 { second[place] = memory.1 }
                  }
                }
              }
            }
          }
        })
      memories[index] = used > 1 ? [first, second] : used > 0 ? [first] : []
    }
  }
}
