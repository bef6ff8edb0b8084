import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo

/// Attacked pictures as they were read back, and how sure two networks are of the target: the one that was attacked, and a
/// judge that was never asked.
struct Verdicts {
  let pictures: [Image]
  let itself, judge: [Float]

  init(_ pictures: Tensor, attacked: Network, judge: Network, on subject: Subject) {
    func probabilities(_ network: Network) -> [Float] {
      let labels = [Int](repeating: subject.label, count: pictures.shape[0])
      return network.probabilities(pictures).gather(labels).values
    }
    self.pictures = pictures.pictures
    itself = probabilities(attacked)
    self.judge = probabilities(judge)
  }
}
