import Foundation

/// The lines of Python that make a safetensors file of what PyTorch saved.
///
/// They find the weights in any of the forms that people save: the names and tensors alone, or under a key such as
/// `state_dict`, `model_state_dict` or `model`, nested, as a network itself, or as a program of `torch.jit`. Values that share
/// memory, which safetensors refuses, are copied, and so are those that do not lie in order. Of several networks in a file the
/// first of the largest is taken, and which that was is printed.
struct TorchConversion {
  /// What was saved.
  enum Content {
    /// Numbers and names alone, which can be read without running anything.
    case values
    /// A network as an object of Python, which is made by running what the file says.
    case network
    /// A program of `torch.jit`.
    case program
  }

  /// What a file of `torch.save` holds: a network as an object names the modules that its layers come from.
  static func content(_ bytes: UnsafeRawBufferPointer) -> Content {
    bytes.prefix(1 << 22).firstRange(of: "torch.nn.modules".utf8) != nil ? .network : .values
  }

  /// The lines for a file.
  static func lines(for file: URL, _ content: Content) -> [String] {
    let path = file.path.quotedForPython
    var target = file.deletingPathExtension().appendingPathExtension("safetensors")
    // A file under the wrong name must not be written over.
    if target.path == file.path {
      target = file.deletingPathExtension().appendingPathExtension("converted.safetensors")
    }
    let loading =
      switch content {
      case .values:
        [
          "saved = torch.load(\(path), map_location=\"cpu\", weights_only=True)",
          "# If this line says \"Weights only load failed\", the file holds more than numbers. With weights_only=False it",
          "# runs whatever the file says: do that only if you trust who made it.",
        ]
      case .network:
        [
          "# The file holds a whole network, which is made by running what the file says: go on only if you trust who made",
          "# it, and in the folder with the code of the network; or ask for a file of its state_dict() instead.",
          "saved = torch.load(\(path), map_location=\"cpu\", weights_only=False)",
        ]
      case .program: ["saved = torch.jit.load(\(path), map_location=\"cpu\")"]
      }
    let finding = [
      "counters = \"num_batches_tracked\", \"n_averaged\", \"total_ops\", \"total_params\"",
      "",
      "def networks(part, place):",
      "    part = part.state_dict() if hasattr(part, \"state_dict\") else part",
      "    if isinstance(part, dict):",
      "        yield place, {k: v for k, v in part.items() if torch.is_tensor(v) and not str(k).endswith(counters)}",
      "        for k, v in part.items(): yield from networks(v, f\"{place}[{k!r}]\")",
      "",
      "found = [(p, w) for p, w in networks(saved, \"saved\") if \"optim\" not in p and w]",
      "if not found: raise SystemExit(\"no tensors by name in it: ask for a file of the network's state_dict()\")",
      "place, weights = max(found, key=lambda network: len(network[1]))",
      "print(\"taken:\", place, \"of\", [p for p, _ in found])",
      "weights = {str(k): v.detach().clone().contiguous() for k, v in weights.items()}",
      "safetensors.torch.save_file(weights, \(target.path.quotedForPython))",
    ]
    return ["import torch, safetensors.torch"] + loading + finding
  }
}
