import Autograd

extension PictureSet {
  /// Paints the scene at each place of `labels`, each into its own memory, on all threads; the result does not depend on how
  /// many.
  init(classNames: [ClassName], labels: [Int], size: Int, style: Style = .photo, painting scene: (Int) -> Scene) {
    let values = size * size * style.channels
    let bytes = [UInt8](unsafeUninitializedCapacity: labels.count * values) { buffer, initialised in
      // Each picture is written by one thread alone, into memory that no other picture touches.
      parallelRanges(labels.count, grain: 16) { range in
        for index in range {
          scene(index).paint(
            size: size, style: style,
            into: UnsafeMutableBufferPointer(rebasing: buffer[(index * values)..<((index + 1) * values)]))
        }
      }
      initialised = labels.count * values
    }
    self.init(classNames: classNames, labels: labels, size: size, channels: style.channels, bytes: bytes)
  }
}
