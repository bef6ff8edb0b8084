import Foundation
import Testing

/// Networks that leave the course, and that come from elsewhere.
@Suite struct NetworkFileTests {
  private let folder: TrialFolder
  init() throws { folder = try TrialFolder() }

  @Test("an exported network is opened by its printed lines of Python, and here again with the same answers")
  func export() throws {
    let file = folder.url.appending(path: "mine.safetensors").path
    let export = try Command("networks", "export", "mini-vgg-32", "--output", file)
    #expect(export.status == 0 && export.error.isEmpty)
    for words in [
      "safe_open(\"\(file)\", \"pt\")", "nn.Linear(channels, 16)", "transforms.Resize(32,", "transforms.CenterCrop(32)",
      "Normalize([0.5, 0.5, 0.5], [0.25, 0.25, 0.25])", "save_file(",
    ] {
      #expect(export.output.contains(words), "\(words)")
    }
    let answers = try ["mini-vgg-32", file].map { network in
      try Command("predict", "Assets/Pictures/hero.png", "--network", network, "--json").output
    }
    #expect(answers[0] == answers[1])
    let own = try Command("networks", "export", "resnet20")
    #expect(own.status == 0 && own.output.contains("Assets/Networks/resnet20.safetensors"))
  }

  @Test("what cannot be exported is refused with one line, and nothing is written")
  func badExports() throws {
    #expect(try Command("networks", "export", "mini-vgg", "--output", "a.pth").refused(saying: "ends in .safetensors"))
    #expect(try Command("networks", "export", "maxi-vgg").refused(saying: "maxi-vgg"))
    let place = folder.url.appending(path: "no/such/folder/a.safetensors").path
    #expect(try Command("networks", "export", "mini-vgg", "--output", place).refused(saying: "no/such/folder"))
  }

  @Test("a file that PyTorch saved is refused with one line, and lines of Python after it that convert it")
  func pickle() throws {
    let file = try folder.file("vgg16.pth", [0x50, 0x4B, 3, 4] + Array("vgg16/data.pkl".utf8))
    let info = try Command("networks", "info", file)
    let lines = info.error.split(separator: "\n")
    #expect(info.status != 0 && info.status < 128 && info.output.isEmpty && lines.count > 3)
    #expect(lines.first?.contains("vgg16.pth: saved by PyTorch") == true)
    // The page on photographs hands all lines after the first to Python.
    #expect(lines.dropFirst().first == "import torch, safetensors.torch")
    #expect(lines.last?.hasPrefix("safetensors.torch.save_file(") == true)
  }
}
