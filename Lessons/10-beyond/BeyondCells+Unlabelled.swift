import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension BeyondCells {
  // cell: views
  func views(_ page: Page) throws {
    let sightings = kennel.sightings(seed: page.seed)
    var random = RandomSource(seed: page.seed)
    let animals = Array(0..<8)
    let (crops, others) = (
      sightings.crops(of: animals, random: &random), sightings.pairs(of: animals, random: &random)
    )
    let rows = [crops.0, crops.1, others.0, others.1]

    page.measure("animals", Kennel.count)
    page.measure("kinds", Kennel.animals.classes.count)
    page.measure("each", Sightings.each)
    page.measure("breeds", Kennel.dogs.classes.count)
    try page.figure(
      "views",
      PictureGrid(
        rowHeadings: ["crop", "crop", "sighting", "sighting"].map { page.term($0) },
        rows: rows.map { row in row.pictures.map { PictureGrid.Cell($0) } }, factor: 2))
  }

  // cell: pretraining
  func pretraining(_ page: Page) throws {
    let networks = try page.study(Origin.allCases) { origin, seed in try kennel.network(origin, seed: seed) }
    let study = page.study(Origin.allCases, by: [2, 10, 40]) { origin, shots, seed in
      networks[origin][networks.seeds.firstIndex(of: seed) ?? 0].accuracy(by: shots)
    }

    page.measure("guess", 1 / Float(Kennel.dogs.classes.count), as: .percent)
    page.report(of: study, as: .percent)
    for origin in [Origin.crops, .sightings] {
      page.measure("\(origin.name).found", values: networks.values(of: origin, \.found), as: .percent)
    }
    let forty = study.column(40)
    page.claim("sightings-learn", forty.gain(of: .sightings, over: .untrained), .moreThan(0), as: .percent)
    page.claim("views-matter", forty.gain(of: .sightings, over: .crops), .moreThan(0), as: .percent)
    page.claim("names-better", forty.gain(of: .supervised, over: .sightings), .moreThan(0), as: .percent)
    try page.figure(
      "pretraining",
      LineChart(
        x: Axis(
          page.term("pictures-per-class"), scale: .logarithmic, ticks: [2, 10, 40], format: .number(decimals: 0)),
        y: .percent(page.term("test-accuracy"), range: 0.1...0.8), series: study.lines(at: Double.init),
        levels: [page.guessing(among: Kennel.dogs.classes.count)], height: 360))
  }
}
