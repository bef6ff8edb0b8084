import Autograd

extension WeightNames {
  /// What tools of PyTorch put in front of all names of a network: `DataParallel` and averages of weights, Lightning, `torch.compile`,
  /// frameworks with a network inside of theirs, and checkpoints of a student or a teacher.
  private static let wrappers: Set<Substring> = [
    "module", "model", "_orig_mod", "net", "network", "backbone", "student", "teacher", "ema", "ema_model",
    "base_model", "_model",
  ]

  /// What they put between the parts of a name: `torch.compile`, FSDP, and layers that are computed twice to save memory.
  private static let insertions: Set<Substring> = [
    "_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module",
  ]

  /// What they count: batches that a batch norm has seen, weights that were averaged, and (thop) the costs of each layer.
  private static let counters: Set<Substring> = ["num_batches_tracked", "n_averaged", "total_ops", "total_params"]

  /// Weights without what tools of PyTorch add to their names, and without counters, which do not belong to the architecture.
  ///
  /// A wrapper that most names begin with is taken away from these; what does not begin with it stays, and is left over. Where
  /// two names would become one, nothing is taken away.
  static func cleaned(_ tensors: [String: Tensor]) -> [String: Tensor] {
    var cleaned: [[Substring]: Tensor] = [:]
    for (name, tensor) in tensors {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      if let last = parts.last, counters.contains(last) { continue }
      let kept = parts.filter { !insertions.contains($0) }
      guard cleaned.updateValue(tensor, forKey: kept) == nil else { return tensors }
    }
    while let unwrapped = unwrapped(cleaned) { cleaned = unwrapped }
    return Dictionary(uniqueKeysWithValues: cleaned.map { ($0.key.joined(separator: "."), $0.value) })
  }

  /// The weights without a wrapper that more than half of them have in front; `nil` where there is none, or names clash.
  private static func unwrapped(_ tensors: [[Substring]: Tensor]) -> [[Substring]: Tensor]? {
    var counts: [Substring: Int] = [:]
    for parts in tensors.keys where parts.count > 1 && wrappers.contains(parts[0]) { counts[parts[0], default: 0] += 1 }
    guard let wrapper = counts.first(where: { 2 * $0.value > tensors.count })?.key else { return nil }
    var unwrapped: [[Substring]: Tensor] = [:]
    for (parts, tensor) in tensors {
      let isWrapped = parts.count > 1 && parts.first == wrapper
      guard unwrapped.updateValue(tensor, forKey: isWrapped ? Array(parts.dropFirst()) : parts) == nil else {
        return nil
      }
    }
    return unwrapped
  }
}
