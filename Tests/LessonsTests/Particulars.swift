import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import Notebook
import Testing

extension LessonResult {
  fileprivate func picture(_ name: String) throws -> Image {
    try Image(contentsOf: folder.appending(path: "pictures/\(name).png"))
  }

  fileprivate var pictureNames: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "pictures").path) }
  }
}

/// The reader's own picture is worked with, at the network's size.
func readersPictureIsReceived(_ result: LessonResult) throws {
  let received = try result.picture("picture")
  #expect((received.width, received.height, received.channels) == (64, 64, 3))
  #expect(received.pixels.allSatisfy { abs($0 - 0.25) < 0.003 })
}

/// Every drawn picture is there in its own pixels, and what is said of the network's certainty is true of the files.
func drawnPicturesAreSure(_ result: LessonResult) throws {
  // Ten times three classes are drawn from five seeds, by the sweep five at each of seven weights, by two cells all classes
  // from five seeds, and by two three pictures a variant.
  #expect(try result.pictureNames.count { $0.contains("-seed-") } == 10 * 15 + 35 + 2 * 80 + (6 + 5) * 3)
  let zebra = try result.picture("zebra-with-seed-1")
  #expect((zebra.width, zebra.height) == (64, 64))
  let network = try Catalogue.network("mini-vgg")
  let sure = try #require(result.claims.first { $0.id == "sure-with" }).values
  for (index, value) in sure.enumerated() {
    let probabilities = try ["cat", "dog", "zebra"].map { name in
      let label = try #require(network.index(of: name))
      return network.probabilities(Tensor([try result.picture("\(name)-with-seed-\(index + 1)")])).values[label]
    }
    #expect(abs(Double(probabilities.reduce(0, +) / 3) - value) < 1e-6, "seed \(index + 1)")
  }
}

/// Every attacked dog is there in its own pixels, no value more than eight levels from the dog it was.
func attackedDogsAreWithinTheBound(_ result: LessonResult) throws {
  #expect(try result.pictureNames.count { $0.hasPrefix("attacked-") } == 100)
  let (before, after) = (try result.picture("before-1").pixels, try result.picture("attacked-1").pixels)
  let largest = zip(before, after).map { abs($0 - $1) * 255 }.max() ?? 0
  #expect(abs(largest - 8) < 0.01)
}
