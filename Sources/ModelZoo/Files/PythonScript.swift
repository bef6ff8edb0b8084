import Foundation
import Imaging
import NeuralNetworks

/// The lines of Python that open a network's file in PyTorch, and write it so that it can be opened here again.
public struct PythonScript: CustomStringConvertible {
  /// The whole script.
  public let description: String

  /// The lines for a network that lies, or will lie, in a file.
  public init(opening network: Network, in file: URL) {
    let (preprocessing, scale) = (network.preprocessing, network.normalization)
    let (size, colours) = (network.classes.count, network.channels == 1 ? "L" : "RGB")
    let interpolation = preprocessing.interpolation.rawValue.uppercased()
    let path = file.relativePath.quotedForPython
    let opening = """
      import PIL.Image, torch, torchvision
      from safetensors import safe_open
      from safetensors.torch import save_file
      from torch import nn
      from torchvision import transforms

      with safe_open(\(path), "pt") as file:
          metadata, weights = file.metadata(), {name: file.get_tensor(name) for name in file.keys()}
      """
    let loading = """
      missing, unexpected = network.load_state_dict(weights, strict=False)
      assert not unexpected and all(name.endswith("num_batches_tracked") for name in missing)
      network.eval()
      prepare = transforms.Compose([
          transforms.Resize(\(preprocessing.shorterSide), transforms.InterpolationMode.\(interpolation)),
          transforms.CenterCrop(\(preprocessing.side)),
          transforms.ToTensor(),
          transforms.Normalize(\(scale.mean), \(scale.standardDeviation)),
      ])

      # The logits of a photograph, and the network as a file for alih:
      # logits = network(prepare(PIL.Image.open("photo.jpg").convert("\(colours)"))[None])
      # save_file({name: value.contiguous() for name, value in network.state_dict().items()}, \(path), metadata)
      """
    let layers = [network.architecture.python(size)] + (network.channels == 1 ? [PythonScript.oneChannel] : [])
    description = ([opening] + layers + [loading]).joined(separator: "\n")
  }

  private static let oneChannel = """
    first = next(layer for layer in network.modules() if isinstance(layer, nn.Conv2d))
    first.in_channels, first.weight = 1, nn.Parameter(first.weight[:, :1])
    """
}
