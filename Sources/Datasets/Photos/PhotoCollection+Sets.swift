import Autograd
import Imaging

extension PhotoCollection {
  /// Brings the photographs to size and parts them by chance, class by class, for learning and for choosing.
  ///
  /// Every class with two pictures or more gives at least one to each side. The same seed parts them the same way. Of a
  /// class with more than `limit` pictures, so many are drawn by chance. Where the data set sets photographs aside to choose
  /// by, these are the ones, and `limit` is parted by the share. Those of `testPhotos` are not touched. Every
  /// photograph drawn is opened once; one that can't be read is left out, another takes its place, and `skipped` of both
  /// sets names it. `report` is told how many photographs have been looked at.
  /// - Throws: one line if a class has no photograph that can be read.
  public func split(
    _ preprocessing: Preprocessing, validationShare: Double = 0.2, perClass limit: Int = .max, seed: UInt64,
    report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws(PhotoCollectionError) -> (training: TrainingSet, validation: ValidationSet) {
    precondition(validationShare > 0 && validationShare < 1, "a share lies between 0 and 1, not \(validationShare)")
    if let label = photos.firstIndex(where: \.isEmpty) {
      throw PhotoCollectionError(url, "has no picture of the class \(classNames[label].english) to learn from")
    }
    let shuffled = (photos + (validationPhotos ?? [])).enumerated().map { label, photos in
      var random = RandomSource(seed: seed, stream: UInt64(label))
      return photos.shuffled(using: &random)
    }
    let kept = max(1, Int((Double(min(limit, 1 << 30)) * validationShare).rounded()))
    let limits = shuffled.indices.map { label in
      validationPhotos == nil ? limit : label < classNames.count ? max(1, limit - kept) : kept
    }
    let draw = try draw(from: shuffled, limits: limits, preprocessing, report: report)
    var training: [Int] = []
    var validation: [Int] = []
    for label in classNames.indices {
      let places = draw.places(of: label)
      let aside = validationPhotos == nil ? [] : draw.places(of: classNames.count + label)
      let wanted = Int((Double(places.count) * validationShare).rounded())
      // A class of which nothing is set aside gives some of its own.
      let count = places.count < 2 || !aside.isEmpty ? 0 : min(max(wanted, 1), places.count - 1)
      validation += aside + places.prefix(count)
      training += places.dropFirst(count)
    }
    return (set(of: training, draw, preprocessing), set(of: validation, draw, preprocessing))
  }

  /// Brings all photographs to size, to be learnt from, but for those that the data set itself sets aside for a test.
  ///
  /// A photograph that can't be read is left out, and the set's `skipped` names it.
  /// - Throws: one line if a class has no photograph that can be read.
  public func trainingSet(_ preprocessing: Preprocessing) throws(PhotoCollectionError) -> TrainingSet {
    let draw = try draw(from: photos, limits: photos.map { _ in .max }, preprocessing)
    return set(of: classNames.indices.flatMap { draw.places(of: $0) }, draw, preprocessing)
  }

  /// Brings the photographs that the data set itself sets aside for a test to size, to be scored once; all photographs
  /// where it sets none aside.
  ///
  /// Of each class at most `limit` are taken, the first of them. A photograph that can't be read is left out, and the set's
  /// `skipped` names it.
  /// - Throws: one line if a class has no photograph that can be read.
  public func testSet(
    _ preprocessing: Preprocessing, perClass limit: Int = .max,
    report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws(PhotoCollectionError) -> TestSet {
    let candidates = testPhotos ?? photos
    let draw = try draw(from: candidates, limits: candidates.map { _ in limit }, preprocessing, report: report)
    return set(of: classNames.indices.flatMap { draw.places(of: $0) }, draw, preprocessing)
  }

  /// Photographs that can be read, of which every class has one or more; class by class, and again class by class if there are
  /// twice as many lists as classes.
  func draw(
    from candidates: [[Photo]], limits: [Int], _ preprocessing: Preprocessing,
    report: (Int, Int) -> Void = { _, _ in }
  ) throws(PhotoCollectionError) -> PhotoDraw {
    let draw = PhotoDraw(from: candidates, limits: limits, preprocessing, report: report)
    for (label, photos) in candidates.enumerated() where draw.places(of: label).isEmpty && !photos.isEmpty {
      let first = draw.skipped.first { photos.contains($0.photo) }
      let name = classNames[label % classNames.count].english
      throw PhotoCollectionError(
        url, "no picture of the class \(name) can be read" + (first.map { "; \($0.error)" } ?? ""))
    }
    guard !draw.photos.isEmpty else { throw PhotoCollectionError(url, "has no pictures of these classes") }
    return draw
  }

  /// The photographs at some places of a draw.
  func set<Role>(of places: [Int], _ draw: PhotoDraw, _ preprocessing: Preprocessing) -> PictureSet<Role> {
    PictureSet(
      classNames: classNames, labels: places.map { draw.labels[$0] % classNames.count }, size: preprocessing.side,
      store: draw.store(of: places, preprocessing), skipped: draw.skipped)
  }
}
