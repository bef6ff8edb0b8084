/// One step of a computation on the tape: what it was computed from, and how a gradient flows back.
///
/// `backward` takes ∂loss/∂output and returns ∂loss/∂input for each input, `nil` where none is wanted.
final class Node {
  let inputs: [Node?]
  let backward: (Tensor) -> [Tensor?]

  init(inputs: [Node?], backward: @escaping (Tensor) -> [Tensor?]) {
    self.inputs = inputs
    self.backward = backward
  }
}

extension Tensor {
  /// This result as computed from `inputs`, with the way back.
  ///
  /// Nothing is recorded where no input wants a gradient.
  package func recorded(from inputs: [Tensor], backward: @escaping (Tensor) -> [Tensor?]) -> Tensor {
    guard inputs.contains(where: \.requiresGradient) else { return self }
    return Tensor(shape: shape, storage: storage, node: Node(inputs: inputs.map(\.node), backward: backward))
  }

  /// The gradients of this single number with respect to every tensor that required one.
  ///
  /// Reverse-mode automatic differentiation: the tape is walked from the result to its beginnings, each step multiplying
  /// by its own derivative (Linnainmaa, 1970).
  public func gradients() -> Gradients {
    precondition(count == 1, "gradients() starts from a single number, not from shape \(shape)")
    return gradients(upstream: Tensor(shape: shape, filledWith: 1))
  }

  /// The gradients of Σ upstream · self with respect to every tensor that required one.
  public func gradients(upstream: Tensor) -> Gradients {
    precondition(upstream.shape == shape, "the upstream gradient has shape \(upstream.shape), not \(shape)")
    var known: [ObjectIdentifier: Tensor] = [:]
    var leaves: [ObjectIdentifier: Tensor] = [:]
    guard let node else { return Gradients(leaves: leaves) }
    known[ObjectIdentifier(node)] = upstream.detached()
    for step in Tensor.order(endingAt: node).reversed() {
      guard let gradient = known.removeValue(forKey: ObjectIdentifier(step)) else { continue }
      if step.inputs.isEmpty { leaves[ObjectIdentifier(step)] = gradient }
      for (input, flowing) in zip(step.inputs, step.inputs.isEmpty ? [] : step.backward(gradient)) {
        guard let input, let flowing else { continue }
        let key = ObjectIdentifier(input)
        known[key] = known[key].map { $0 + flowing } ?? flowing
      }
    }
    return Gradients(leaves: leaves)
  }

  /// The steps that lead to `last`, each after those it was computed from.
  private static func order(endingAt last: Node) -> [Node] {
    var ordered: [Node] = []
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(last)]
    var path: [(node: Node, next: Int)] = [(last, 0)]
    while let (node, next) = path.last {
      guard next < node.inputs.count else {
        ordered.append(node)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      if let input = node.inputs[next], seen.insert(ObjectIdentifier(input)).inserted { path.append((input, 0)) }
    }
    return ordered
  }
}

/// The gradients of one number with respect to the tensors it was computed from.
public struct Gradients {
  let leaves: [ObjectIdentifier: Tensor]

  /// The gradient with respect to `tensor`, of the same shape; `nil` if it did not require one or was not used.
  public subscript(_ tensor: Tensor) -> Tensor? {
    tensor.node.flatMap { leaves[ObjectIdentifier($0)] }
  }
}

extension Gradients {
  /// The length of the gradient with respect to some tensors taken together, √Σ g² over all of their values; a tensor without
  /// a gradient adds nothing.
  ///
  /// Summed in double precision and in the order of `tensors`, so that it is the same number in every run.
  public func norm(of tensors: [Tensor]) -> Float {
    let squares = tensors.map { tensor in
      self[tensor]?.withValues { $0.reduce(0.0) { $0 + Double($1) * Double($1) } } ?? 0
    }
    return Float(squares.reduce(0, +).squareRoot())
  }

  /// All gradients times one number.
  public func scaled(by factor: Float) -> Gradients { Gradients(leaves: leaves.mapValues { $0 * factor }) }
}
