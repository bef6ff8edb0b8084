import Foundation
import NeuralNetworks
import Notebook

extension NotebookError {
  /// A training that diverged, and what is left of it: the network of epoch `keptEpoch`, counted from 1 (0 is the head
  /// alone), in a file if one was written.
  init(diverged divergence: TrainingDivergence, keptEpoch: Int, in file: URL?, advice: Phrase?) {
    let epoch = divergence.epoch + 1
    let kept = file.map { file in
      keptEpoch > 0
        ? Phrase(
          en: "\(file.relativePath) holds the network as it was after epoch \(keptEpoch)",
          id: "\(file.relativePath) berisi jaringan sebagaimana setelah epoch \(keptEpoch)")
        : Phrase(
          en: "\(file.relativePath) holds the network with the head alone trained",
          id: "\(file.relativePath) berisi jaringan yang hanya kepala klasifikasinya dilatih")
    }
    let rest = [kept ?? Phrase(en: "nothing was written", id: "tidak ada yang ditulis"), advice].compactMap { $0 }
    let cause =
      switch divergence.cause {
      case .loss: Phrase(en: "the loss", id: "rugi")
      case .validationLoss: Phrase(en: "the validation loss", id: "rugi validasi")
      case .value(let name): Phrase(name)
      }
    self.init(
      en: (["the training diverged in epoch \(epoch): \(cause.en) was no finite number any more"] + rest.map(\.en))
        .joined(separator: "; "),
      id: (["pelatihan divergen pada epoch \(epoch): \(cause.id) bukan lagi bilangan berhingga"] + rest.map(\.id))
        .joined(separator: "; "))
  }
}
