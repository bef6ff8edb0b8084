import Autograd
import NeuralNetworks
import Notebook
import TransferLearning

/// What is found in the wrong one of two parts, and what the parts are good for; shares in [0, 1].
struct Leaks {
  /// How often a linear probe, and the five nearest neighbours, tell the style by the content.
  let styleInContent, styleByNeighbours: Float
  /// How often a linear probe tells the animal by the style.
  let animalInStyle: Float
  /// How often a linear head that has learnt the content of photos tells the animal by that of the other styles.
  let acrossStyles: Float
  /// How often content and style of two pictures find the picture that has both.
  let found: Float

  /// Finds so many directions in some scenes, and measures in others.
  init(_ count: Int, learning: StyledExamples, asking: StyledExamples) {
    let directions = StyleDirections(in: learning, count: count)
    let known = directions.parts(of: learning.features), asked = directions.parts(of: asking.features)
    func set<Role>(_ features: Tensor, _ labels: [Int]) -> FeatureSet<Role> {
      FeatureSet(features: features, labels: labels)
    }
    let contents: TrainingFeatures = set(known.content, learning.styleLabels)
    let contentTest: TestFeatures = set(asked.content, asking.styleLabels)
    styleInContent = LinearProbe(on: contents, decay: 0.01).accuracy(on: contentTest)
    styleByNeighbours = NearestNeighbours(k: 5).fitted(to: contents).accuracy(on: contentTest)

    let styles: TrainingFeatures = set(known.style, learning.animalLabels)
    let styleTest: TestFeatures = set(asked.style, asking.animalLabels)
    animalInStyle = LinearProbe(on: styles, decay: 0.01).accuracy(on: styleTest)

    let photos: TrainingFeatures = set(known.content, learning.animalLabels)
    let others: TestFeatures = set(asked.content, asking.animalLabels)
    acrossStyles = LinearProbe(on: photos.subset(learning.animals.indices), decay: 0.01)
      .accuracy(on: others.subset(asking.animals.count..<others.count))
    found = Exchange(of: asking, by: directions).all.share { $0.isRight }
  }
}

/// Content of one picture and style of another, for every scene and every two styles, and the picture that is nearest to both.
struct Exchange {
  /// One exchange, by rows of the examples.
  struct Find {
    /// The picture that gives the content, that which gives the style, and what was found.
    let content, style, found: Int
    /// Whether that is the scene of the first in the style of the second.
    let isRight: Bool
  }

  /// All exchanges, those of two styles one after the other.
  let all: [Find]

  /// Exchanges the parts of examples; the two pictures that gave them cannot be found.
  init(of examples: StyledExamples, by directions: StyleDirections) {
    let (content, style) = directions.parts(of: examples.features)
    let whole = content + style
    let (count, total) = (examples.scenes.count, whole.shape[0])
    var all: [Find] = []
    for first in 0..<examples.styles {
      for second in 0..<examples.styles where second != first {
        let contents = (0..<count).map { examples.row($0, style: first) }
        let styles = (0..<count).map { examples.row(($0 + 7) % count, style: second) }
        let wanted = content.gather(rows: contents) + style.gather(rows: styles)
        let distances = squaredDistances(from: wanted, to: whole).rows
        for place in 0..<count {
          let left = (0..<total).filter { $0 != contents[place] && $0 != styles[place] }
          let found = left.min { distances[place][$0] < distances[place][$1] } ?? 0
          all.append(
            Find(
              content: contents[place], style: styles[place], found: found,
              isRight: found == examples.row(place, style: second)))
        }
      }
    }
    self.all = all
  }
}
