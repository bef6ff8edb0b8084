import Imaging

extension Architecture {
  /// ResNet-20 for CIFAR and other small pictures (He et al., 2016, section 4.2); torchvision does not have it.
  public static let resnet20 = Architecture(
    name: "resnet20", preprocessing: Preprocessing(side: 32), publishedClassCount: 10, publishedParameterCount: 269_722,
    python: { classes in
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
  ) { classes, random in
    ResNet.small(blocksPerStage: 3, classes: classes, random: &random)
  }
}
