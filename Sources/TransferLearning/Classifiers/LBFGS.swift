/// Minimises a smooth function by its gradients, with a memory of the last steps that stands in for the curvature
/// (Liu and Nocedal, 1989).
struct LBFGS {
  /// How many steps are remembered.
  var memory = 10
  /// The most steps that are taken.
  var limit = 500
  /// It stops when no element of the gradient is larger, or when five steps in a row lower a value by nothing that a
  /// `Float` could tell.
  var tolerance: Double = 1e-5

  /// Where the function is smallest, searched for from `start`; `function` gives the value and the gradient at a point.
  func minimum(from start: [Float], of function: ([Float]) -> (value: Float, gradient: [Float])) -> [Float] {
    func evaluated(_ point: [Double]) -> (value: Double, gradient: [Double]) {
      let result = function(point.map(Float.init))
      return (Double(result.value), result.gradient.map(Double.init))
    }
    var point = start.map(Double.init)
    var current = evaluated(point)
    var steps: [Step] = []
    var idleSteps = 0
    for _ in 0..<limit where idleSteps < 5 && current.gradient.contains(where: { abs($0) > tolerance }) {
      let direction = direction(against: current.gradient, steps)
      guard let next = search(along: direction, from: point, current, evaluated) else { break }
      let step = Step(move: next.point - point, change: next.result.gradient - current.gradient)
      if step.curvature > 0 { steps = steps.suffix(memory - 1) + [step] }
      idleSteps = current.value - next.result.value > 2e-7 * abs(current.value) ? 0 : idleSteps + 1
      (point, current) = next
    }
    return point.map(Float.init)
  }

  /// A step that was taken and how the gradient changed by it.
  private struct Step {
    let move, change: [Double]
    let curvature: Double

    init(move: [Double], change: [Double]) {
      (self.move, self.change) = (move, change)
      curvature = dot(move, change)
    }
  }

  /// −H g, with the inverse curvature H as the remembered steps have it.
  private func direction(against gradient: [Double], _ steps: [Step]) -> [Double] {
    var direction = gradient.map(-)
    var shares: [Double] = []
    for step in steps.reversed() {
      let share = dot(step.move, direction) / step.curvature
      direction = direction - share * step.change
      shares.append(share)
    }
    if let last = steps.last { direction = (last.curvature / dot(last.change, last.change)) * direction }
    for (step, share) in zip(steps, shares.reversed()) {
      direction = direction + (share - dot(step.change, direction) / step.curvature) * step.move
    }
    return direction
  }

  /// The first of the points at 1, ½, ¼ … of the way where the function has fallen enough; nil if there is none.
  private func search(
    along direction: [Double], from point: [Double], _ current: (value: Double, gradient: [Double]),
    _ function: ([Double]) -> (value: Double, gradient: [Double])
  ) -> (point: [Double], result: (value: Double, gradient: [Double]))? {
    let slope = dot(direction, current.gradient)
    guard slope < 0 else { return nil }
    var length = 1.0
    for _ in 0..<20 {
      let next = point + length * direction
      let result = function(next)
      if result.value <= current.value + 1e-4 * length * slope { return (next, result) }
      length /= 2
    }
    return nil
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

private func + (a: [Double], b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }

private func - (a: [Double], b: [Double]) -> [Double] { zip(a, b).map { $0 - $1 } }

private func * (a: Double, b: [Double]) -> [Double] { b.map { a * $0 } }
