import Experiments
import Imaging
import Notebook

/// A picture drawn for a class, as it was read back from its file, and what it scores.
struct IdealPicture {
  let subject: ClassLabel
  let picture: Image
  /// The probability that the network which drew it gives to the class.
  let probability: Float
  /// The probability that the judge gives to the class, which had no part in the drawing.
  let judge: Float
  /// The same of the judge that is hard to fool.
  let robustJudge: Float
  /// The variation, in multiples of a real picture's.
  let variation: Float
  /// The energy of fine detail, in multiples of a real picture's.
  let detail: Float
}

/// Pictures of some classes, one a seed.
typealias IdealStudy = Study<ClassLabel, IdealPicture>

extension [Image] {
  /// The picture whose every value is the mean of these pictures' values at its place.
  var mean: Image {
    var sums = self[0]
    for place in sums.pixels.indices { sums.pixels[place] = map { $0.pixels[place] }.mean }
    return sums
  }
}
