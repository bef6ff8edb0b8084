import Foundation
import NeuralNetworks

/// The lines of Python that open a network's file in PyTorch, and write it so that it can be opened here again.
public struct PythonScript: CustomStringConvertible {
  /// The whole script.
  public let description: String

  /// The lines for a network that lies, or will lie, in a file.
  public init(opening network: Network, in file: URL) {
    let (framing, scale) = (network.framing, network.normalization)
    let (size, colours) = (network.classes.count, network.channels == 1 ? "L" : "RGB")
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
          transforms.Resize(\(framing.shorterSide), transforms.InterpolationMode.\(framing.interpolation.rawValue.uppercased())),
          transforms.CenterCrop(\(framing.side)),
          transforms.ToTensor(),
          transforms.Normalize(\(scale.mean), \(scale.standardDeviation)),
      ])

      # The logits of a photograph, and the network as a file for alih:
      # logits = network(prepare(PIL.Image.open("photo.jpg").convert("\(colours)"))[None])
      # save_file({name: value.contiguous() for name, value in network.state_dict().items()}, \(path), metadata)
      """
    let layers = [network.architecture.python(classes: size)] + (network.channels == 1 ? [PythonScript.oneChannel] : [])
    description = ([opening] + layers + [loading]).joined(separator: "\n")
  }

  private static let oneChannel = """
    first = next(layer for layer in network.modules() if isinstance(layer, nn.Conv2d))
    first.in_channels, first.weight = 1, nn.Parameter(first.weight[:, :1])
    """
}

extension Architecture {
  /// Lines of Python that make `network`, with random weights.
  fileprivate func python(classes: Int) -> String {
    switch name {
    case Architecture.miniVGG.name: Architecture.pythonOfMiniVGG(classes)
    case Architecture.resnet20.name: Architecture.pythonOfResNet20(classes)
    case let name where name.hasPrefix(Architecture.mobilenetV2.name): pythonOfMobileNetV2(classes)
    default: "network = torchvision.models.\(name)(num_classes=\(classes))"
    }
  }

  private func pythonOfMobileNetV2(_ classes: Int) -> String {
    let width = name.split(separator: "-").dropFirst().first ?? "1.0"
    let line = "network = torchvision.models.mobilenet_v2(num_classes=\(classes), width_mult=\(width))"
    // Small pictures are not halved by the first convolution.
    return inputSize < 128 ? line + "\nnetwork.features[0][0].stride = (1, 1)" : line
  }

  private static func pythonOfMiniVGG(_ classes: Int) -> String {
    """
    layers, channels = [], 3
    for width in [32, "pool", 64, 64, "pool", 96, 96, "pool", 128, 128]:
        if width == "pool":
            layers.append(nn.MaxPool2d(2))
        else:
            layers += [nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
            channels = width
    network = nn.Sequential()
    network.features = nn.Sequential(*layers)
    network.avgpool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    network.classifier = nn.Linear(channels, \(classes))
    """
  }

  private static func pythonOfResNet20(_ classes: Int) -> String {
    """


    class Block(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.stride = 1 if inputs == outputs else 2
            self.conv1 = nn.Conv2d(inputs, outputs, 3, self.stride, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(outputs)
            self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(outputs)
            self.new = (outputs - inputs) // 2

        def forward(self, x):
            y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
            past = x[:, :, :: self.stride, :: self.stride]
            return torch.relu(nn.functional.pad(past, (0, 0, 0, 0, self.new, self.new)) + y)


    network = nn.Sequential()
    network.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
    network.bn1 = nn.BatchNorm2d(16)
    network.relu = nn.ReLU()
    network.layer1 = nn.Sequential(Block(16, 16), Block(16, 16), Block(16, 16))
    network.layer2 = nn.Sequential(Block(16, 32), Block(32, 32), Block(32, 32))
    network.layer3 = nn.Sequential(Block(32, 64), Block(64, 64), Block(64, 64))
    network.avgpool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    network.linear = nn.Linear(64, \(classes))
    """
  }
}
