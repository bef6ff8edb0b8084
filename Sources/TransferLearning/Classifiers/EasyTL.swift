import Autograd

/// Easy transfer learning without a parameter to tune (Wang et al., 2019): align, take class centres, label all at once.
///
/// 1. **Align** (CORAL): the source features are given the target's covariance, z = x (C_s + I)^−½ (C_t + I)^½. Features
///    are standardised in each domain before.
/// 2. **Centres**: D_cj is the distance of target picture j from the mean of the source pictures of class c.
/// 3. **Linear programme** over shares M_cj of class c in picture j: minimise Σ_cj D_cj M_cj where 0 ≤ M_cj ≤ 1, the shares
///    of a picture sum to one, Σ_c M_cj = 1, and no class goes without, Σ_j M_cj ≥ 1. Picture j gets the class of its
///    largest share.
///
/// What is predicted for a picture depends on the others that it is predicted with: they are the target domain.
public struct EasyTL: FeatureClassifier {
  private var source: (features: Tensor, labels: [Int], classes: Int)?

  /// A classifier that has not learnt yet.
  public init() {}

  /// Keeps the source features `[n, d]`, n > 1, and their labels, which count from 0; every class must have a row.
  public mutating func fit(_ features: Tensor, _ labels: [Int]) {
    source = (features.detached(), labels, classCount(of: labels, for: features))
  }

  /// The labels of a whole target domain `[m, d]`, of at least as many rows as there are classes and at least two.
  public func predict(_ features: Tensor) -> [Int] {
    guard let source else { preconditionFailure("EasyTL must be fitted before it predicts") }
    let target = Standardization(of: features)(features)
    let aligned = coralAligned(Standardization(of: source.features)(source.features), to: target)
    let centres = classCentres(aligned, source.labels, classes: source.classes)
    let distances = squaredDistances(from: target, to: centres).squareRoot().values.map(Double.init)
    return IntraDomainProgramme(
      costs: stride(from: 0, to: distances.count, by: source.classes).map { start in
        Array(distances[start..<start + source.classes])
      }
    ).labels()
  }
}

/// `source` with its covariance C_s replaced by about that of `target`, C_t: x (C_s + I)^−½ (C_t + I)^½ (Sun et al., 2016).
///
/// Both are `[rows, d]` with at least two rows; the result has the shape of `source`.
public func coralAligned(_ source: Tensor, to target: Tensor) -> Tensor {
  let identity = Tensor.identity(source.shape[1])
  let whitening = squareRoots(of: covariance(source) + identity).inverse
  let colouring = squareRoots(of: covariance(target) + identity).root
  return source.matrixProduct(whitening).matrixProduct(colouring)
}
