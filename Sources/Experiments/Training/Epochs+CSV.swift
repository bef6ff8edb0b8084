import FileAccess
import NeuralNetworks

extension [TrainingLoop.Epoch] {
  /// The epochs as a table: number from 1, loss and accuracy while learning, and on validation pictures where there were any.
  package var csv: String {
    let header = ["epoch", "training_loss", "training_accuracy", "validation_loss", "validation_accuracy"]
    let rows = map { epoch in
      ["\(epoch.index + 1)", "\(epoch.training.loss)", "\(epoch.training.accuracy)"]
        + (epoch.validation.map { ["\($0.loss)", "\($0.accuracy)"] } ?? ["", ""])
    }
    return ([header] + rows).map(CommaSeparatedValues.row).joined()
  }
}
