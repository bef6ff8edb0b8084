import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension PretrainedNetworksCells {
  // cell: family
  func family(_ page: Page) throws {
    let members = try Catalogue.names.map { try CourseNetwork($0) }.filter { $0.inputSize == network.inputSize }
      .sorted { $0.multiplications < $1.multiplications }
    let test = farm.testSet(count: 300)
    let transfer = try page.study(
      members,
      ofAllSeeds: { member in
        let network = try Catalogue.network(member.name)
        let base = FrozenBase(of: network)
        let features = base.features(of: test)
        return page.seeds.map { seed in
          let few = FewPictures(of: .farm, perClass: 20, seed: seed, for: network).training
          return LinearProbe(on: base.features(of: few)).accuracy(on: features)
        }
      })
    let (lightest, heaviest) = (members[0], members[members.count - 1])

    page.measure(
      "table", terms: ["network", "source", "farm", "parameters", "multiplications", "time"],
      rows: members.map { member in
        [
          Phrase("`\(member.name)`"), member.accuracy.map { Phrase($0, as: .percent) } ?? Phrase("–"),
          Phrase(transfer[member], as: .percent), Phrase(member.parameters), Phrase(member.multiplications),
          Phrase(member.milliseconds, as: .number(digits: 2)),
        ]
      })
    let (source, farm) = (members.compactMap(\.accuracy), members.map { transfer.mean(of: $0) })
    page.measure("source.lowest", source.min() ?? 0, as: .percent)
    page.measure("source.highest", source.max() ?? 0, as: .percent)
    page.measure("farm.lowest", farm.min() ?? 0, as: .percent)
    page.measure("farm.highest", farm.max() ?? 0, as: .percent)
    page.measure("lightest", Phrase(lightest.name))
    page.measure("heaviest", Phrase(heaviest.name))
    page.measure("fewer", Double(heaviest.multiplications) / Double(lightest.multiplications), as: .factor(digits: 1))
    page.measure("faster", heaviest.milliseconds / lightest.milliseconds, as: .factor(digits: 1))
    page.measure(
      "scores",
      Phrase.list(members.map { Phrase("\($0.name) \(page(Phrase(transfer[$0], as: .percent)))") }, atMost: .max))
    let most = members.map(\.parameters).max() ?? 1
    func mark(_ member: CourseNetwork, _ point: DataPoint) -> ScatterChart.Mark {
      .init(member.name, at: point, parameters: member.parameters, of: most, largest: 10)
    }
    try page.figure(
      "family",
      ScatterChart(
        cost: page.term("millions"), accuracy: .percent(page.term("test-accuracy")),
        groups: [
          .init(
            page.term("on-source"),
            members.compactMap { member in
              member.accuracy.map { mark(member, DataPoint(x: millions(member), y: $0)) }
            }),
          .init(page.term("on-farm"), members.map { mark($0, transfer.point(millions($0), of: $0) { $0 }) }),
        ]))
  }

  private func millions(_ member: CourseNetwork) -> Double { Double(member.multiplications) / 1e6 }

  // cell: published
  func published(_ page: Page) throws {
    let architectures = page.progress("architectures", over: PublishedArchitecture.all).map { ($0, $0.counted()) }

    page.measure(
      "table",
      terms: ["architecture", "parameters-counted", "published", "multiplications-billions", "imagenet-accuracy"],
      rows: architectures.map { published, count in
        [
          Phrase(published.title), Phrase(count.parameters), Phrase(published.parameters),
          Phrase(count.billions, as: .number(digits: 2)), Phrase(published.accuracy, as: .percent),
        ]
      })
    page.measure("best", Phrase(architectures.max { $0.0.accuracy < $1.0.accuracy }?.0.title ?? ""))
    for (published, count) in architectures {
      page.measure("\(published.name).multiplications", count.billions, as: .number(digits: 1))
    }
    page.claim(
      "parameter-counts", ofEach: architectures.map { abs(Double($1.parameters - $0.parameters)) }, .atMost(0),
      as: .count)
    let most = architectures.map(\.1.parameters).max() ?? 1
    try page.figure(
      "published",
      ScatterChart(
        cost: page.term("billions"), accuracy: .percent(page.term("imagenet-accuracy")),
        groups: [
          .init(
            "",
            architectures.map { published, count in
              .init(
                published.title, at: DataPoint(x: count.billions, y: published.accuracy),
                parameters: count.parameters, of: most)
            })
        ]))
  }

  // cell: six-steps
  func sixSteps(_ page: Page) throws {
    let chosen = try Catalogue.network("mini-vgg")  // 1. choose
    let size = chosen.inputSize  // 2. configure
    chosen.freeze()  // 3. freeze
    let body = Sequential(chosen.layers.layers.dropLast())  // 4. remove the head
    let base = FrozenBase(body, normalization: chosen.normalization)

    let test = base.features(of: farm.testSet(count: 480, size: size))
    let accuracies = try page.seeds.map { seed in
      let pictures = Menagerie(.farm, seed: seed).trainingSet(count: 60, size: size)
      let features = base.features(of: pictures)
      var random = RandomSource(seed: seed)
      let head = Linear(features.width, 3, random: &random)  // 5. add a layer
      let loop = TrainingLoop(epochs: 40, schedule: .cosine)  // 6. train
      try loop.run(head, optimizer: Adam(head.parameters, learningRate: 0.01)) { epoch in
        features.shuffledBatches(of: 10, seed: seed, epoch: epoch)
      }
      return accuracy(head(test.features), test.labels)
    }
    page.measure("frozen", body.parameterCount)
    page.measure("learnt", 3 * (test.width + 1))
    page.claim("six-steps", accuracies, .atLeast(0.7), as: .percent)
  }
}
