import Autograd
import Imaging

/// Photographs drawn from a collection that can all be read.
///
/// Each is opened once, on all threads; one that can't be read is noted, and the next of its class takes its place.
struct PhotoDraw {
  /// The photographs, class by class.
  private(set) var photos: [Photo?] = []
  /// The label of each.
  private(set) var labels: [Int] = []
  /// Their values, `[count, side, side, 3]`, unless they take too much memory.
  private(set) var bytes: [UInt8]?
  /// What each was in its file.
  private(set) var originals: [PhotoSample.Original?] = []
  /// What could not be read.
  private(set) var skipped: [SkippedPhoto] = []

  /// Draws up to as many of each class as `limits` has for it, the first that can be read.
  init(
    from candidates: [[Photo]], limits: [Int], _ preprocessing: Preprocessing,
    report: (_ done: Int, _ count: Int) -> Void
  ) {
    for (label, photos) in candidates.enumerated() {
      self.photos += photos.prefix(limits[label]).map(Optional.some)
      labels += photos.prefix(limits[label]).map { _ in label }
    }
    originals = photos.map { _ in nil }
    var next = zip(candidates, limits).map { min($0.count, $1) }
    let values = preprocessing.side * preprocessing.side * 3
    var memory = [UInt8](repeating: 0, count: PictureStore.holds(photos.count * values) ? photos.count * values : 0)
    let isHeld = !memory.isEmpty
    var pending = Array(photos.indices)
    var done = 0
    var position = 0
    while position < pending.count {
      // Few enough at a time that whoever watches sees it move.
      let places = Array(pending[position..<min(position + 64, pending.count)])
      position += places.count
      let read = PhotoDraw.read(places.map { photos[$0] }, preprocessing)
      for (place, result) in zip(places, read) {
        switch result {
        case .success(let picture):
          originals[place] = picture.map { PhotoSample.Original($0.original) }
          if isHeld, let picture {
            memory.replaceSubrange(place * values..<(place + 1) * values, with: picture.bytes)
          }
          done += 1
        case .failure(let error):
          if let photo = photos[place] { skipped.append(SkippedPhoto(photo: photo, error: error)) }
          let label = labels[place]
          guard next[label] < candidates[label].count else {
            photos[place] = nil
            done += 1
            continue
          }
          photos[place] = candidates[label][next[label]]
          next[label] += 1
          pending.append(place)
        }
      }
      report(done, photos.count)
    }
    bytes = isHeld ? memory : nil
  }

  /// The places that hold a photograph of a class.
  func places(of label: Int) -> [Int] { photos.indices.filter { labels[$0] == label && photos[$0] != nil } }

  /// The pictures at some places.
  func store(of places: [Int], _ preprocessing: Preprocessing) -> PictureStore {
    guard let bytes else { return PictureStore(places.compactMap { photos[$0] }, preprocessing) }
    return .memory(bytes, places: places)
  }

  /// Some photographs, each read on whatever core is free.
  private static func read(
    _ photos: [Photo?], _ preprocessing: Preprocessing
  ) -> [Result<PreparedPicture?, ImagingError>] {
    inParallel(photos.count) { place in
      Result { () throws(ImagingError) in try photos[place]?.prepared(preprocessing) }
    }
  }
}

/// The results of `body(0)` … `body(count − 1)`, worked out on the engine's threads.
func inParallel<Value>(_ count: Int, _ body: (Int) -> Value) -> [Value] {
  var results = [Value?](repeating: nil, count: count)
  results.withUnsafeMutableBufferPointer { buffer in
    // Each place is written by one thread alone.
    parallel(count) { buffer[$0] = body($0) }
  }
  return results.compactMap(\.self)
}
