import Imaging
import Testing

@testable import Datasets

@Suite struct MaskTests {
  @Test("the mask is where the subject changes the picture, whatever is behind it and whatever the camera does")
  func maskIsSubject() {
    for category in Category.source {
      for seed in UInt64(1)...3 {
        var scene = Scene(category, seed: seed)
        scene.occlusion = nil
        let mask = scene.subjectMask(size: 64)
        // Any picture is grounds with the subject on them: seen apart from two sets of grounds it is the same inside alone.
        let pictures = [RGB(0.1, 0.2, 0.3), RGB(0.9, 0.8, 0.7)].map { colour in
          var other = scene
          (other.background.colour, other.background.second) = (colour, colour)
          (other.camera.noise, other.camera.blur) = (0, 0)
          return other.picture(size: 64)
        }
        let changes = mask.indices.map { abs(pictures[0].pixels[3 * $0] - pictures[1].pixels[3 * $0]) }
        let inside = zip(changes, mask).filter(\.1).map(\.0).reduce(0, +) / Float(mask.count(where: \.self))
        let outside = zip(changes, mask).filter { !$1 }.map(\.0).reduce(0, +) / Float(mask.count { !$0 })
        #expect(inside < 0.05 && outside > 0.2, "\(category) \(seed): \(inside) inside, \(outside) outside")
        var moved = scene
        moved.background.colour = RGB(1, 0, 0)
        moved.camera.gain *= 0.5
        #expect(moved.subjectMask(size: 64) == mask)
      }
    }
  }

  @Test("what stands in front of the subject is no part of it, and a mask is alike at every size")
  func occluded() throws {
    var scene = Scene(.cat, seed: 5)
    scene.occlusion = nil
    let free = scene.subjectMask(size: 64)
    let front = Scene.Occlusion(kind: .post, x: scene.pose.x, size: 1, colour: RGB(0.4, 0.3, 0.2), seed: 1)
    scene.occlusion = front
    let mask = scene.subjectMask(size: 64)
    let (all, left) = (free.count(where: \.self), mask.count(where: \.self))
    #expect(left < all - 64 && left > all / 2)
    #expect(zip(free, mask).allSatisfy { $0 || !$1 })
    let large = scene.subjectMask(size: 128)
    #expect(abs(Float(large.count(where: \.self)) / 4 - Float(left)) < 0.05 * Float(left))
  }
}
