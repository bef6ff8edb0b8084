import Autograd
import Foundation
import Imaging
import NeuralNetworks

extension Network {
  /// Opens a network's file.
  ///
  /// What the file's metadata says about architecture, classes, scale and framing can be given, or overruled, by the
  /// arguments. Files of other projects usually say nothing: the architecture is then known by the names and shapes of the
  /// weights, which may be torchvision's or timm's, and the scale is taken to be ImageNet's, as nearly all of them have it.
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
    var metadata = try NetworkMetadata(stored.metadata)
    if metadata.architecture == nil { try TimmConfiguration(beside: file)?.complete(&metadata) }
    let named = WeightNames.cleaned(stored.tensors)
    let layout = try Network.layout(named: name ?? metadata.architecture, of: named)
    let tensors = layout.architecture.translated(named)
    let count = layout.classes(in: tensors) ?? 0
    let classes = metadata.classes ?? (0..<count).map { "\($0)" }
    guard classes.count == count else {
      throw NetworkError("it names \(classes.count) classes, but tells \(count) apart")
    }
    let architecture = layout.architecture
    let scale = normalization ?? metadata.normalization
    var blank = RandomSource.blank
    self.init(
      architecture, classes: classes, normalization: scale ?? .imageNet,
      inputSize: metadata.inputSize.map { max($0, architecture.smallestInputSize) }, random: &blank)
    let shorterSide = shorterSide ?? metadata.shorterSide ?? preprocessing.shorterSide
    preprocessing = Preprocessing(
      side: inputSize, shorterSide: max(inputSize, shorterSide),
      interpolation: metadata.interpolation ?? preprocessing.interpolation)
    assumesScale = scale == nil
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
  private static func layout(named name: String?, of tensors: [String: Tensor]) throws(NetworkError) -> WeightLayout {
    guard let name else { return try Architecture.recognised(by: tensors) }
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

extension Normalization {
  /// A scale from two lists such as "0.485,0.456,0.406"; `nil` unless each has three numbers,
  /// or both one, the second positive ones.
  public init?(mean: String, standardDeviation: String) {
    let lists = [mean, standardDeviation].map { list in
      list.split(separator: ",").map { Float($0.trimmingPrefix(" ")) ?? .nan }
    }
    let counts = Set(lists.map(\.count))
    guard counts == [3] || counts == [1], lists.joined().allSatisfy(\.isFinite), lists[1].allSatisfy({ $0 > 0 }) else {
      return nil
    }
    self.init(mean: lists[0], standardDeviation: lists[1])
  }
}
