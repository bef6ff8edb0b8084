import Charts
import Datasets
import Imaging
import NeuralNetworks
import Notebook

/// The figures that the lessons on own material have in common, with their titles and alternative texts in both languages.
package struct OwnFigures {
  package let page: Page
  package let pictures: DataSplit<Scoring>

  /// Some pictures to learn from, a row for each class, of at most eight classes.
  package func someOfEachClass() throws {
    let training = pictures.training
    let shown = pictures.names.indices.prefix(8)
    let rows = shown.map { label in
      training.labels.indices.filter { training.labels[$0] == label }.prefix(6)
        .map { index -> PictureGrid.Cell? in PictureGrid.Cell(training[index].fitted(to: 96)) }
    }
    page.measure("shown", Phrase.list(shown.map { pictures.names[$0] }))
    try page.figure(
      "material", PictureGrid(rowHeadings: shown.map { page(pictures.names[$0]) }, rows: rows, factor: 1))
  }
}

extension Image {
  /// A square picture at about so many pixels a side: a small one enlarged by a whole factor, a larger one reduced.
  package func fitted(to side: Int) -> Image {
    let longest = max(width, height)
    return longest > side ? square(side) : enlarged(by: side / longest)
  }
}
