import Imaging

/// Pictures by formula, and what torchvision's `Resize(shorterSide)` and `CenterCrop(side)` make of them with Pillow.
struct PreprocessingFixture: Sendable, CustomStringConvertible {
  let width, height, shorterSide, side: Int
  let interpolation: Interpolation
  /// The sum of value i times (i mod 251) + 1 over all values, `[side, side, 3]`.
  let checksum: Int
  /// The row in the middle.
  let row: [Int]

  init(
    _ width: Int, _ height: Int, _ shorterSide: Int, _ side: Int, _ interpolation: Interpolation, checksum: Int,
    row: [Int]
  ) {
    (self.width, self.height, self.shorterSide, self.side) = (width, height, shorterSide, side)
    (self.interpolation, self.checksum, self.row) = (interpolation, checksum, row)
  }

  var description: String { "\(width)x\(height), shorter side \(shorterSide), \(interpolation)" }

  /// The picture before: red (7x² + 13y), green (5x + 3y² + xy), blue (31x + 17y), each modulo 256.
  var picture: Image {
    let values = (0..<width * height).flatMap { place in
      let (y, x) = place.quotientAndRemainder(dividingBy: width)
      return [7 * x * x + 13 * y, 5 * x + 3 * y * y + x * y, 31 * x + 17 * y].map { Float($0 % 256) / 255 }
    }
    return Image(width: width, height: height, pixels: values)
  }

  static let all: [PreprocessingFixture] = [
    .init(
      41, 29, 16, 12, .bilinear, checksum: 6108383,
      row: [
        129, 124, 52, 105, 128, 103, 93, 123, 160, 185, 154, 187, 170, 147, 90, 165, 97, 76, 199, 135, 136, 118,
        126, 194, 154, 107, 130, 122, 122, 59, 122, 158, 109, 110, 148, 167,
      ]),
    .init(
      30, 47, 19, 14, .bicubic, checksum: 8654885,
      row: [
        154, 120, 68, 185, 144, 55, 107, 74, 112, 120, 119, 160, 115, 157, 226, 99, 158, 151, 171, 150, 37, 136,
        126, 101, 62, 96, 149, 25, 143, 208, 29, 143, 156, 72, 122, 26, 153, 110, 89, 118, 74, 138,
      ]),
    .init(
      23, 37, 16, 16, .bilinear, checksum: 12099858,
      row: [
        236, 163, 61, 129, 186, 101, 55, 95, 146, 123, 103, 190, 185, 137, 199, 114, 148, 55, 88, 117, 69, 117, 135,
        113, 155, 169, 157, 129, 158, 201, 44, 79, 130, 190, 113, 44, 204, 146, 80, 203, 102, 124, 209, 111, 169,
        94, 141, 209,
      ]),
    .init(
      9, 11, 14, 11, .bicubic, checksum: 4873369,
      row: [
        74, 86, 119, 86, 93, 139, 105, 99, 159, 130, 105, 179, 160, 112, 199, 205, 118, 228, 242, 125, 243, 123,
        131, 97, 70, 138, 5, 151, 144, 41, 70, 151, 65,
      ]),
    .init(
      13, 10, 21, 16, .bilinear, checksum: 11792734,
      row: [
        109, 87, 159, 127, 91, 173, 151, 96, 188, 176, 101, 203, 206, 105, 218, 227, 109, 228, 141, 114, 181, 55,
        119, 135, 99, 123, 88, 143, 128, 41, 136, 132, 52, 124, 137, 67, 119, 142, 82, 115, 146, 97, 163, 151, 111,
        227, 156, 126,
      ]),
    .init(
      60, 20, 8, 5, .bilinear, checksum: 353526,
      row: [
        126, 128, 170, 141, 126, 76, 135, 142, 113, 83, 124, 182, 127, 120, 108,
      ]),
  ]
}
