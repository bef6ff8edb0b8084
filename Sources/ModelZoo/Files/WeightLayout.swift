import Autograd
import NeuralNetworks

/// What the weights of an architecture are called, and their shapes: by this a network is known whose file does not say what
/// it is.
struct WeightLayout: Sendable {
  let architecture: Architecture
  private let shapes: [String: [Int]]
  /// The tensors whose first axis has a place for each class.
  private let heads: Set<String>

  init(_ architecture: Architecture) {
    let (one, two) = (architecture.shapes(classes: 1), architecture.shapes(classes: 2))
    (self.architecture, shapes) = (architecture, one)
    heads = Set(one.filter { two[$0.key] != $0.value }.keys)
  }

  /// Those of all architectures of the zoo.
  static let all = Architecture.all.map(WeightLayout.init)

  /// How many classes the tensors tell apart; `nil` where the last layer is not among them.
  func classes(in tensors: [String: Tensor]) -> Int? {
    heads.sorted().compactMap { tensors[$0]?.shape.first }.first.flatMap { 1...100_000 ~= $0 ? $0 : nil }
  }

  /// In what tensors differ from what a network of this architecture has.
  func difference(_ tensors: [String: Tensor]) -> Difference {
    let classes = classes(in: tensors) ?? 1
    var difference = Difference()
    for (name, shape) in shapes {
      let needed = heads.contains(name) ? [classes] + shape.dropFirst() : shape
      if let tensor = tensors[name] {
        // The first layer of a network for grey pictures has one channel where others have three.
        let grey = shape.count == 4 && shape[1] == 3 ? [shape[0], 1] + shape[2...] : shape
        if tensor.shape != needed, tensor.shape != grey {
          difference.misshapen.append("\(name) has the shape \(tensor.shape), not \(needed)")
        }
      } else {
        difference.missing.append(name)
      }
    }
    difference.leftOver = tensors.keys.filter { shapes[$0] == nil }
    difference.alike = shapes.count - difference.missing.count - difference.misshapen.count
    return difference
  }

  struct Difference: CustomStringConvertible {
    var missing: [String] = []
    var leftOver: [String] = []
    var misshapen: [String] = []
    var alike = 0

    var isNone: Bool { missing.isEmpty && leftOver.isEmpty && misshapen.isEmpty }
    /// The number of tensors that are not as they should be.
    var size: Int { missing.count + leftOver.count + misshapen.count }

    var description: String {
      func some(_ names: [String]) -> String {
        let rest = names.count > 2 ? " and \(names.count - 2) more" : ""
        return names.sorted().prefix(2).joined(separator: ", ") + rest
      }
      let parts = [
        missing.isEmpty ? nil : "\(some(missing)) missing", leftOver.isEmpty ? nil : "\(some(leftOver)) left over",
        misshapen.isEmpty ? nil : some(misshapen),
      ]
      return parts.compactMap { $0 }.joined(separator: "; ")
    }
  }
}

extension Architecture {
  /// The architecture that tensors are those of, under torchvision's names or those that they have elsewhere; of several, whose
  /// weights have the same names and shapes, the one that timm calls so, or else the first.
  /// - Throws: one line that says which one they are most like, and what is missing or left over.
  static func recognised(by tensors: [String: Tensor], timmName: String? = nil) throws(NetworkError) -> WeightLayout {
    var nearest: (layout: WeightLayout, difference: WeightLayout.Difference)?
    // Files that do not say what they are come from elsewhere, so the course's own width of MobileNetV2 comes last.
    let variants = all.flatMap { $0.variants?.fitting($0.translated(tensors)) ?? [] }
    let called = WeightLayout.all.filter { timmName != nil && $0.architecture.timmName == timmName }
    for layout in called + variants.map(WeightLayout.init) + WeightLayout.all {
      let difference = layout.difference(layout.architecture.translated(tensors))
      if difference.isNone { return layout }
      if difference.alike > 0, difference.size < nearest?.difference.size ?? .max { nearest = (layout, difference) }
    }
    guard let nearest else {
      let some = tensors.keys.sorted().prefix(2).joined(separator: ", ")
      throw NetworkError("no network that is known here has weights called \(some); there are \(names)")
    }
    throw NetworkError(
      "no network that is known here; most like \(nearest.layout.architecture.name): \(nearest.difference)")
  }

  fileprivate func shapes(classes: Int) -> [String: [Int]] {
    var blank = RandomSource.blank
    let state = makeLayers(classes, &blank).state
    return Dictionary(uniqueKeysWithValues: state.map { ($0.name, $0.parameter.value.shape) })
  }
}
