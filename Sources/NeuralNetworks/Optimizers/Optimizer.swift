import Autograd

/// Changes parameters against their gradients, one step at a time.
public protocol Optimizer: AnyObject {
  /// The step size, which a schedule may change from step to step.
  var learningRate: Float { get set }
  /// What it remembers from step to step, such as the velocity of each parameter, in the order of its parameters, so that a
  /// training can go on where it was left.
  var memory: [[Float]] { get set }
  /// Takes one step; parameters that are frozen or have no gradient stay as they are.
  func step(_ gradients: Gradients)
}

/// Some places of a parameter in one step of an optimiser.
struct OptimizerStep {
  /// Which step of this parameter it is, from 1.
  let number: Int
  /// The values before the step, and their gradients.
  let values, gradient: UnsafeBufferPointer<Float>
  /// The values after the step.
  let updated: UnsafeMutableBufferPointer<Float>
  /// The running values of the optimiser; empty where it has none.
  let first, second: UnsafeMutableBufferPointer<Float>
}

/// The parameters of an optimiser, each with up to two running values of its own size that start at zero.
struct OptimizerState {
  let parameters: [Parameter]
  /// The first and the second of each parameter's running values.
  private var first: [[Float]]
  private var second: [[Float]]
  /// How many steps each parameter has taken.
  private var steps: [Int]

  init(_ parameters: [Parameter], memories: Int) {
    func zeros(_ needed: Bool) -> [[Float]] {
      parameters.map { [Float](repeating: 0, count: needed ? $0.value.count : 0) }
    }
    self.parameters = parameters
    (first, second) = (zeros(memories > 0), zeros(memories > 1))
    steps = parameters.map { _ in 0 }
  }

  /// All running values, the first of every parameter, the second of every one, and how many steps each has taken where
  /// `countsSteps`.
  func memory(countsSteps: Bool = false) -> [[Float]] {
    first + (second.allSatisfy(\.isEmpty) ? [] : second) + (countsSteps ? [steps.map { Float($0) }] : [])
  }

  /// Takes running values back that `memory` gave.
  mutating func restore(_ memory: [[Float]], countsSteps: Bool = false) {
    precondition(
      memory.map(\.count) == self.memory(countsSteps: countsSteps).map(\.count),
      "what an optimiser remembers belongs to other parameters")
    first = Array(memory.prefix(first.count))
    // A number of steps may come from a file.
    if countsSteps { steps = memory[memory.count - 1].map { Int(exactly: $0.rounded()).map { max(0, $0) } ?? 0 } }
    if !second.allSatisfy(\.isEmpty) { second = Array(memory.dropFirst(first.count).prefix(second.count)) }
  }

  /// Replaces the values of every trainable parameter that has a gradient; `rule` writes the updated ones.
  mutating func update(_ gradients: Gradients, _ rule: (OptimizerStep) -> Void) {
    for (index, parameter) in parameters.enumerated() where parameter.isTrainable {
      guard let gradient = gradients[parameter.value] else { continue }
      steps[index] += 1
      let number = steps[index]
      let updated = first[index].withUnsafeMutableBufferPointer { first in
        second[index].withUnsafeMutableBufferPointer { [first] second in
          OptimizerState.step(number, parameter.value, gradient, first, second, rule)
        }
      }
      parameter.set(updated)
    }
  }

  private static func step(
    _ number: Int, _ value: Tensor, _ gradient: Tensor, _ first: UnsafeMutableBufferPointer<Float>,
    _ second: UnsafeMutableBufferPointer<Float>, _ rule: (OptimizerStep) -> Void
  ) -> Tensor {
    Tensor(shape: value.shape) { updated in
      value.withValues { values in
        gradient.withValues { gradient in
          parallelRanges(values.count) { places in
            func part(_ all: UnsafeMutableBufferPointer<Float>) -> UnsafeMutableBufferPointer<Float> {
              all.isEmpty ? all : .init(rebasing: all[places])
            }
            rule(
              OptimizerStep(
                number: number, values: .init(rebasing: values[places]), gradient: .init(rebasing: gradient[places]),
                updated: part(updated), first: part(first), second: part(second)))
          }
        }
      }
    }
  }
}
