import Autograd

/// The part of a picture that one value of a layer can see, along one side: value i sees `size` pixels from
/// `start + i · stride` on.
///
/// ```swift
/// ReceptiveField.pixel.through(kernel: 3, stride: 1, padding: 1).through(kernel: 2, stride: 2)   // 4 pixels, stride 2
/// ```
public struct ReceptiveField: Sendable, Hashable {
  /// Pixels that a value sees along a side.
  public let size: Int
  /// Pixels from what one value sees to what the next one sees.
  public let stride: Int
  /// The first pixel that value 0 sees; negative where it also sees the border of zeros.
  public let start: Int
  /// How many values there are along the side, by which `Padding.same` pads; `nil` is taken for as many as strides divide.
  public let length: Int?

  /// A field from its numbers.
  public init(size: Int, stride: Int, start: Int, length: Int? = nil) {
    self.size = size
    self.stride = stride
    self.start = start
    self.length = length
  }

  /// What a pixel sees: itself.
  public static let pixel = pixel(of: nil)

  /// What a pixel of a side of so many sees: itself.
  public static func pixel(of length: Int?) -> ReceptiveField {
    ReceptiveField(size: 1, stride: 1, start: 0, length: length)
  }

  /// What a value sees behind one more layer of windows; a last window that is partly covered counts where `ceilMode` is set.
  public func through(kernel: Int, stride: Int, padding: Padding = 0, ceilMode: Bool = false) -> ReceptiveField {
    let zeros = padding.zeros(along: length ?? stride, kernel: kernel, stride: stride)
    let windows = length.map { length in
      (length + zeros.before + zeros.after - kernel + (ceilMode ? stride - 1 : 0)) / stride + 1
    }
    return ReceptiveField(
      size: size + (kernel - 1) * self.stride, stride: self.stride * stride, start: start - zeros.before * self.stride,
      length: windows)
  }

  /// The pixels that value `index` sees of a side of `length` pixels.
  public func pixels(of index: Int, within length: Int) -> Range<Int> {
    let first = start + index * stride
    let lower = min(max(first, 0), length - 1)
    return lower..<max(lower + 1, min(first + size, length))
  }
}

/// A layer that says how far it looks around.
public protocol WindowLayer: Layer {
  /// What a value sees behind this layer, given what it sees before it; `nil` where it sees the whole picture.
  func receptiveField(after field: ReceptiveField) -> ReceptiveField?
}

extension Convolution2D: WindowLayer {
  /// The field widened by the kernel.
  public func receptiveField(after field: ReceptiveField) -> ReceptiveField? {
    field.through(kernel: weight.value.shape[2], stride: stride, padding: padding)
  }
}

extension MaxPool2D: WindowLayer {
  /// The field widened by the window.
  public func receptiveField(after field: ReceptiveField) -> ReceptiveField? {
    field.through(kernel: kernel, stride: stride, padding: .zeros(padding), ceilMode: ceilMode)
  }
}

/// A layer that looks at one place at a time.
public protocol PixelwiseLayer: WindowLayer {}

extension PixelwiseLayer {
  /// The field as it was.
  public func receptiveField(after field: ReceptiveField) -> ReceptiveField? { field }
}

/// A layer that makes a value of each value alone, such as max(x, 0).
public protocol ActivationLayer: PixelwiseLayer {}

extension BatchNorm2D: PixelwiseLayer {}
extension LayerNorm: PixelwiseLayer {}
extension ReLU: ActivationLayer {}
extension ReLU6: ActivationLayer {}
extension SiLU: ActivationLayer {}
extension GELU: ActivationLayer {}
extension Dropout: PixelwiseLayer {}
extension StochasticDepth: PixelwiseLayer {}

extension Sequential: WindowLayer {
  /// The field through all layers; `nil` from the first on that looks at everything.
  public func receptiveField(after field: ReceptiveField) -> ReceptiveField? {
    Sequential.receptiveField(after: field, through: steps)
  }

  /// What a value of the named layer sees of the input; `nil` where it sees all of it.
  ///
  /// A programmer's mistake is a name that is none.
  public func receptiveField(of name: String, after field: ReceptiveField = .pixel) -> ReceptiveField? {
    let steps = steps
    return Sequential.receptiveField(after: field, through: steps[...Sequential.end(of: name, among: steps)])
  }

  private static func receptiveField(
    after field: ReceptiveField, through steps: some Collection<(name: String, layer: any Layer)>
  ) -> ReceptiveField? {
    steps.reduce(field) { field, step in
      field.flatMap { field in (step.layer as? any WindowLayer)?.receptiveField(after: field) }
    }
  }
}
