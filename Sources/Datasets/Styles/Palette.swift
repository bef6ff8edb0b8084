/// The few colours that a painter has mixed for a picture.
struct Palette {
  private(set) var colours: [RGB] = []

  /// The colours around which those of a study gather: k-means (Lloyd, 1982) from evenly spread first guesses.
  init(_ study: SceneStudy, count: Int = 14) {
    let side = 28
    let samples = (0..<(side * side)).map { number in
      study.colour(
        Point(
          (Float(number % side) + 0.5) * 2 / Float(side) - 1, (Float(number / side) + 0.5) * 2 / Float(side) - 1))
    }
    let sorted = samples.sorted { $0.sum() < $1.sum() }
    colours = (0..<count).map { sorted[(2 * $0 + 1) * sorted.count / (2 * count)] }
    for _ in 0..<6 {
      var sums = [RGB](repeating: RGB(0, 0, 0), count: count)
      var members = [Float](repeating: 0, count: count)
      for sample in samples {
        let nearest = index(nearest: sample)
        sums[nearest] += sample
        members[nearest] += 1
      }
      for index in 0..<count where members[index] > 0 { colours[index] = sums[index] / members[index] }
    }
  }

  /// The palette's colour that comes nearest.
  func nearest(_ colour: RGB) -> RGB { colours[index(nearest: colour)] }

  private func index(nearest colour: RGB) -> Int {
    var (best, least) = (0, Float.infinity)
    for (index, candidate) in colours.enumerated() {
      let gap = candidate - colour
      let squared = (gap * gap).sum()
      if squared < least { (best, least) = (index, squared) }
    }
    return best
  }
}
