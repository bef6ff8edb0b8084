import Autograd
import Experiments
import Notebook
import Visualization

/// What the cells say often of pictures and their gradients.
extension Tensor {
  /// 1 at some places of a shape, 0 at all others.
  init(marking places: some Sequence<Int>, shape: [Int]) {
    var values = [Float](repeating: 0, count: shape.reduce(1, *))
    for place in places { values[place] = 1 }
    self.init(values, shape: shape)
  }

  /// The gradient at this place of a number that is computed from it.
  func gradient(of number: (Tensor) -> Tensor) -> Tensor {
    let start = requiringGradient()
    return number(start).gradients()[start] ?? Tensor(shape: shape, filledWith: 0)
  }

  /// −1, 0 or 1 for each value.
  var signs: Tensor { ProjectedGradient.Norm.maximum.direction(self) }
}

extension Array where Element: Comparable {
  /// The value that as many are above as below, or the upper of two.
  var median: Element { sorted()[count / 2] }
}
