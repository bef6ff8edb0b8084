import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import Visualization

extension PictureGrid {
  /// Some pictures of a set, each with bars for a network's three likeliest answers, whose classes `name` names.
  init(_ shown: [Int], of set: TestSet, with answers: SourcePredictions, on page: Page, name: (_ label: Int) -> Phrase)
  {
    self.init(
      cells: shown.map { place in
        let probability = answers.classIndices.map { answers.probability(of: $0, at: place) }
        let likeliest = probability.indices.sorted { probability[$0] > probability[$1] }.prefix(3)
        let bars = likeliest.map { label in
          Caption.bar(
            String(page(name(label)).prefix(18)), Double(probability[label]),
            page.format(probability[label], as: .percent))
        }
        return Cell(set[place].fitted(to: 160), caption: [.strong(page.className(place, in: set))] + bars)
      }, columns: 4, factor: 1)
  }

  /// Some filters of the first layer, eight a row, each above the map of its channel where there is one; the darkness of a
  /// map goes with the square root of its values, so that weak ones are seen.
  init(_ shown: [Int], of filters: FilterPictures, above maps: FeatureMaps, on page: Page) {
    let pictures = filters.pictures.pictures
    let hasMaps = maps.channelCount == pictures.count
    let rows = stride(from: 0, to: shown.count, by: 8).map { shown[$0..<min($0 + 8, shown.count)] }
    self.init(
      rows: rows.flatMap { row -> [[Cell?]] in
        let above = row.map { Cell(pictures[$0].fitted(to: 84)) }
        let below = row.map { filter in
          let share = page.format(filters.colourShares[filter], as: .percent(digits: 0))
          return Cell(maps.picture(of: filter, side: 84, power: 0.5), caption: [.muted(share)])
        }
        return hasMaps ? [above, below] : [above]
      }, factor: 1)
  }

  /// The maps of the channels that answer most strongly, a row for every stage, each on one scale.
  init(strongestOf stages: [FeatureMaps], on page: Page) {
    self.init(
      rowHeadings: stages.map { "\($0.layer)\n0–\(page.format($0.scale.upperBound, as: .number(digits: 1)))" },
      rows: stages.map { maps in
        maps.channelsByPeak.prefix(6).map { Cell(maps.picture(of: $0), caption: [.muted(page.channel($0))]) }
      }, factor: 1)
  }

  /// Two channels of every stage, each with its map and the patches of a set's pictures that drive it most.
  init(_ stages: [FeatureMaps], beside strongest: StrongestCrops, of set: TestSet, on page: Page) {
    let channels = stages.flatMap { maps in
      maps.channelsByPeak.filter { !strongest.crops(of: maps.layer, channel: $0).isEmpty }.prefix(2).map { (maps, $0) }
    }
    self.init(
      columnHeadings: [page.term("map")] + (1...5).map { "\($0)" },
      rowHeadings: channels.map { "\($0.layer)\n\(page.channel($1))" },
      rows: channels.map { maps, channel in
        let own = Cell(
          maps.picture(of: channel), caption: [.muted(page.term("this-picture"))], frame: .strong)
        return [own]
          + strongest.crops(of: maps.layer, channel: channel).map { crop in
            let patch = set[crop.picture].cropped(
              x: crop.columns.lowerBound, y: crop.rows.lowerBound, width: crop.columns.count,
              height: crop.rows.count)
            return Cell(patch.fitted(to: 128), caption: [.init(page.className(crop.picture, in: set))])
          }
      }, factor: 1)
  }

  /// Pictures, each with its three nearest by pixels and by features.
  init(neighboursOf queries: [(name: String, picture: Image)], in index: NeighbourIndex, on page: Page) {
    let pictures = Tensor(queries.map(\.picture))
    let nearest = Similarity.allCases.map { index.nearest(to: pictures, by: $0, count: 3) }
    let headings = Similarity.allCases.flatMap { similarity in (1...3).map { "\(page.term(similarity.name)) \($0)" } }
    self.init(
      columnHeadings: [page.term("picture")] + headings,
      rows: queries.indices.map { row in
        let query = Cell(queries[row].picture.fitted(to: 128), caption: [.strong(queries[row].name)], frame: .strong)
        return [query]
          + nearest.flatMap { $0[row] }.map { place in
            Cell(
              index.pictures[place].fitted(to: 128), caption: [.init(page.className(place, in: index.pictures))])
          }
      }, factor: 1)
  }
}

extension Page {
  fileprivate func channel(_ number: Int) -> String { term("channel", ["number": "\(number)"]) }

  /// The name of a picture's class.
  fileprivate func className<Role>(_ place: Int, in set: PictureSet<Role>) -> String {
    self(Phrase(set.classNames[set.labels[place]]))
  }
}

extension PictureSet {
  /// The places of the first picture of each class, of so many classes.
  func firstOfEachClass(atMost count: Int) -> [Int] {
    classNames.indices.prefix(count).compactMap { labels.firstIndex(of: $0) }
  }
}

extension Array {
  /// At most `count` of the elements, evenly spread, the first and the last among them.
  func spread(over count: Int) -> [Element] {
    guard self.count > count, count > 1 else { return self }
    return (0..<count).map { self[$0 * (self.count - 1) / (count - 1)] }
  }
}
