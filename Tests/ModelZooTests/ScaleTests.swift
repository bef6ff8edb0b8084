import Foundation
import NeuralNetworks
import Testing

@testable import ModelZoo

/// Means and standard deviations as people write them, and those that cannot be.
@Suite struct ScaleTests {
  @Test(
    "a scale is read as it is written",
    arguments: [
      ("0.5,0.4, 0.3", "1,0.2,0.3", [0.5, 0.4, 0.3], [1, 0.2, 0.3]), ("0.5", "0.25", [0.5], [0.25]),
      ("[0.485, 0.456, 0.406]", "(0.229 0.224 0.225)", [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
      ("0,0,0", "1,1,1", [0, 0, 0], [1, 1, 1]), ("0", "0.00392156862745098", [0], [1 / 255]),
    ] as [(String, String, [Float], [Float])])
  func read(mean: String, deviation: String, means: [Float], deviations: [Float]) throws {
    let scale = try Normalization(mean: mean, standardDeviation: deviation)
    #expect(scale.mean == means && scale.standardDeviation == deviations)
  }

  @Test(
    "the numbers of another scale are refused, with what they likely are and how to write them",
    arguments: [
      // torchvision's and Caffe's numbers for levels from 0 to 255, and those of TensorFlow's networks.
      ("123.675,116.28,103.53", "58.395,57.12,57.375", "write --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225"),
      ("123.675,116.28,103.53", "1,1,1", "write --mean 0.485,0.456,0.406 --std 0.003922,0.003922,0.003922"),
      ("127.5", "127.5", "of levels from 0 to 255, but pictures here go from 0 to 1: write --mean 0.5 --std 0.5"),
      // cv2.dnn.blobFromImage multiplies by its scale factor.
      (
        "127.5", "0.00784313725",
        "a factor to multiply by, but pictures here go from 0 to 1: write --mean 0.5 --std 0.5"
      ),
      ("0.485,0.456,0.406", "58.395,57.12,57.375", "--mean 0.485,0.456,0.406 --std 0.229,0.224,0.225"),
      ("0.485,0.456,0.406", "4.36681,4.464286,4.444444", "--std 0.229,0.224,0.225"),
      // −m/s and 1/s, which turn a normalised picture back.
      (
        "-2.117904,-2.035714,-1.804444", "4.36681,4.464286,4.444444", "--mean 0.485,0.456,0.406 --std 0.229,0.224,0.225"
      ),
      ("-0.5", "0.5", "means lie from 0 to 1"), ("0.5", "1e-30", "deviations from 0.001 to 1"),
      ("0.5,0.5,300", "0.5,0.5,0.5", "cannot be those of pictures from 0 to 1"), ("1e30", "1e30", "cannot be those"),
      ("0.5", "0", "must be above 0"), ("0.5", "-0.2", "must be above 0"),
      ("0.5", "0.5,0.5,0.5", "1 means and 3 deviations"),
      ("", "1", "\"\" is neither"), ("1,2", "1,2", "is neither"), ("1,2,x", "1,1,1", "is neither"),
      ("0.5,,0.5", "1,1,1", "is neither"), ("nan", "1", "is neither"), ("0.5", "inf", "is neither"),
    ])
  func refused(mean: String, deviation: String, words: String) throws {
    let error = try #require(throws: NetworkError.self) { try Normalization(mean: mean, standardDeviation: deviation) }
    #expect(error.description.contains(words) && !error.description.contains("\n"), "\(error)")
  }
}
