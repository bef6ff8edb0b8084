import Autograd
import Foundation
import Imaging
import NeuralNetworks

extension Network {
  /// Opens a network's file.
  ///
  /// What the file's metadata says about architecture, classes, scale and framing can be given, or overruled, by the
  /// arguments. Files of other projects usually say nothing: the architecture is then known by the names and shapes of the
  /// weights, which may be torchvision's or timm's, and the scale is taken to be that of the architecture's first weights,
  /// nearly always ImageNet's.
  /// Every weight and statistic must be a finite number.
  /// - Throws: `SafetensorsError` or `NetworkError`, each with one line.
  public init(
    contentsOf file: URL, architecture name: String? = nil, normalization: Normalization? = nil,
    shorterSide: Int? = nil
  ) throws {
    let stored = try SafetensorsFile(contentsOf: file)
    do throws(NetworkError) {
      try self.init(
        stored, beside: file, architecture: name, normalization: normalization, shorterSide: shorterSide)
    } catch {
      throw NetworkError("\(file.path): \(error.description)")
    }
  }

  private init(
    _ stored: SafetensorsFile, beside file: URL, architecture name: String?, normalization: Normalization?,
    shorterSide: Int?
  ) throws(NetworkError) {
    var metadata = try NetworkMetadata(stored.metadata, normalization: normalization)
    if metadata.architecture == nil { try TimmConfiguration(beside: file)?.complete(&metadata) }
    let named = WeightNames.cleaned(stored.tensors)
    let layout = try Network.layout(named: name ?? metadata.architecture, timmName: metadata.timmName, of: named)
    let tensors = layout.architecture.translated(named)
    let count = layout.classes(in: tensors) ?? 0
    let classes = metadata.classes ?? (0..<count).map { "\($0)" }
    guard classes.count == count else {
      throw NetworkError("it names \(classes.count) classes, but tells \(count) apart")
    }
    let architecture = layout.architecture
    let scale = metadata.normalization
    var blank = RandomSource.blank
    self.init(
      architecture, classes: classes, normalization: scale ?? architecture.normalization,
      inputSize: metadata.inputSize.map { max($0, architecture.smallestInputSize) }, random: &blank)
    let shorterSide = shorterSide ?? metadata.shorterSide ?? preprocessing.shorterSide
    guard shorterSide >= min(inputSize, metadata.inputSize ?? inputSize) else {
      throw NetworkError(
        "pictures whose shorter side is \(shorterSide) pixels hold no square of \(inputSize), which the network takes; "
          + "give --resize \(inputSize) or more")
    }
    preprocessing = Preprocessing(
      side: inputSize, shorterSide: max(inputSize, shorterSide),
      interpolation: metadata.interpolation ?? preprocessing.interpolation)
    assumesScale = scale == nil
    hasGivenNames = metadata.classes != nil
    hasForeignNames = Set(tensors.keys) != Set(stored.tensors.keys.filter { !$0.hasSuffix("num_batches_tracked") })
    provenance = metadata.provenance
    do {
      try load(tensors)
    } catch {
      throw NetworkError("not a \(architecture.name): \(error.description)")
    }
    try checkFinite(stored.tensors)
  }

  /// Refuses what a training that diverged, or a damaged file, has left: it would become plausible probabilities.
  private func checkFinite(_ stored: [String: Tensor]) throws(NetworkError) {
    guard let (name, parameter) = state.first(where: { !$0.parameter.value.isFinite }),
      let place = parameter.value.firstNotFinite
    else { return }
    // The file may have another name for it.
    let known = stored.first { $0.value.isSame(as: parameter.value) }?.key ?? name
    let (bad, all) = (parameter.value.values.count { !$0.isFinite }, parameter.value.count)
    throw NetworkError(
      "\(known): \(bad) of its \(all) values are not finite numbers, the first \(parameter.value.values[place]) at place "
        + "\(place); the file is damaged or its training diverged; save the network again")
  }

  /// The layout of the architecture of that name, or of the one that the tensors are of.
  /// - Throws: one line that says what is missing or left over.
  private static func layout(
    named name: String?, timmName: String?, of tensors: [String: Tensor]
  ) throws(NetworkError) -> WeightLayout {
    guard let name else { return try Architecture.recognised(by: tensors, timmName: timmName) }
    guard let architecture = Architecture.named(name) else {
      throw NetworkError("unknown architecture \(name); there are \(Architecture.names)")
    }
    let layout = WeightLayout(architecture)
    let difference = layout.difference(architecture.translated(tensors))
    guard difference.isNone else { throw NetworkError("not a \(name): \(difference)") }
    return layout
  }

  /// Writes the weights with all that is needed to open them again, under PyTorch's names.
  /// - Throws: one line if the file cannot be written.
  public func write(to file: URL) throws {
    try SafetensorsFile(tensors: stateTensors, metadata: NetworkMetadata(self).text).write(to: file)
  }
}
