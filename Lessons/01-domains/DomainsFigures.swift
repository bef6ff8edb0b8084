import Autograd
import Charts
import Datasets
import Imaging
import ModelZoo
import Notebook
import TransferLearning

/// The figures of the lesson, with their titles and alternative texts in both languages.
struct DomainsFigures {
  let page: Page
  func narrow(_ reader: DigitReader, _ pictures: TestSet) throws {}
  func drinks(_ served: [(label: Int, scene: Scene)]) throws {
    let bins = (0..<10).map { b in
      (0..<3).map { l in served.count { Int($0.scene.brightnessOfDrink * 10) == b && $0.label == l } }
    }
    print(bins)
  }
  func brightness(_ shares: [[Float]]) throws {}
  func styles(_ scenes: [Scene]) throws {}
  func pairs(_ pairs: [DomainPair], _ comparisons: [DomainComparison]) throws {
    for c in comparisons { print(c.verdict.en, c.spaceEvidence.en, c.classEvidence.en, c.distributionEvidence.en) }
  }
  func plane(_ points: [Tensor]) throws {}
  func distances(_ measured: [[DomainDistances]]) throws {
    for (i, p) in StylePair.all.enumerated() {
      print(
        p.source, p.target, measured.map { $0[i].discrepancy.discrepancy }, measured.map { $0[i].discrepancy.pValue },
        measured.map { $0[i].coral }, measured.map { $0[i].probe.distance })
    }
  }
}
