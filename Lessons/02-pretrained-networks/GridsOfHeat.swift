import Autograd
import Charts
import Experiments
import Imaging
import Notebook
import Visualization

extension PictureGrid {
  /// Some pictures, each beside the heat of every method for its class.
  init(_ heats: [Heat], of pictures: [Image], for classes: [String], on page: Page) {
    let rows = pictures.indices.map { place in
      HeatRow(pictures[place], caption: [.strong(classes[place])], heats: heats, place: place)
    }
    self.init(
      rows,
      headings: [page.term("picture")] + SaliencyMethod.allCases.map { page.term("\($0.rawValue)") }
        + [page.term("heat-scale")],
      ends: [page.term("speaks-for"), page.term("speaks-against")], isSigned: true
    ) { heat, place in
      [.muted(page.term("half-in", ["share": page.format(heat.areaOfHalf(in: place), as: .percent(digits: 0))]))]
    }
  }

  /// One picture, beside the heat for each of some classes.
  init(_ heat: Heat, of picture: Image, for classes: [String], on page: Page) {
    let maps = classes.indices.map { Heat(heat.values.slice($0..<$0 + 1, along: 0)) }
    self.init(
      [HeatRow(picture, caption: [], heats: maps)],
      headings: [page.term("picture")] + classes + [page.term("heat-scale")],
      ends: [page.term("speaks-for"), page.term("none")], isSigned: false
    ) { _, _ in [] }
  }
}
