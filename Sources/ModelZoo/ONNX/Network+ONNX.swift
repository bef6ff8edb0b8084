import FileAccess
import Foundation
import NeuralNetworks

extension Network {
  /// Writes the network in the Open Neural Network Exchange format, which other runtimes open.
  ///
  /// The input `pictures` is `[N, channels, side, side]` in [0, 1]; the scale is part of the graph. The output `logits` is
  /// `[N, classes]`. The file says the names of the classes and how photographs are framed, under the keys of our own files.
  /// - Throws: `NetworkError` with one line if a layer has no counterpart, or the file cannot be written.
  public func writeONNX(to file: URL) throws {
    let deviations = normalization.standardDeviation
    do {
      let model = try layers.onnxModel(
        name: architecture.name, side: inputSize, scale: deviations.map { 1 / $0 },
        shift: zip(normalization.mean, deviations).map { -$0 / $1 }, metadata: NetworkMetadata(self).text)
      try model.replaceFile(at: file)
    } catch let problem as FileProblem {
      throw NetworkError("\(file.path): cannot be written: \(problem.english); choose another place")
    } catch let error as ONNXError {
      throw NetworkError("\(architecture.name) cannot be written as ONNX: \(error.description)")
    }
  }
}
