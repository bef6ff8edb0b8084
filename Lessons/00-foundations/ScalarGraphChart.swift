import Charts
import Foundation
import Imaging

/// A graph of numbers with the value of each node, and below it its gradient.
struct ScalarGraphChart: Chart {
  var title = ""
  var style = ChartStyle.standard
  let graph: ScalarGraph
  /// What the upper number of a node is, and the lower one.
  let valueName, gradientName: String
  private let box = (width: 112.0, height: 74.0)
  private let blue = Color(0x0072B2)
  private let vermilion = Color(0xD55E00)

  init(_ graph: ScalarGraph, valueName: String, gradientName: String) {
    (self.graph, self.valueName, self.gradientName) = (graph, valueName, gradientName)
  }

  func image() -> Image {
    let lines = style.font.wrapped(title, width: 804, size: 17, weight: .bold)
    let top = 18 + Double(lines.count) * 17 * Canvas.lineHeight
    let canvas = Canvas(width: 860, height: Int(top) + 290, font: style.font)
    canvas.text(lines: lines, at: CanvasPoint(x: 18, y: 27), size: 17, weight: .bold)
    canvas.text(valueName + "  →", at: CanvasPoint(x: 18, y: top + 16), size: 13, weight: .bold, color: blue)
    canvas.text(
      "←  " + gradientName,
      at: CanvasPoint(x: 30 + style.font.width(of: valueName + "  →", size: 13, weight: .bold), y: top + 16),
      size: 13, weight: .bold, color: vermilion)
    func place(_ node: ScalarGraph.Node) -> Box {
      Box(x: 18 + node.column * 142, y: top + 42 + node.row * 104, width: box.width, height: box.height)
    }
    for node in graph.nodes {
      for input in graph.inputs(of: node) { arrow(from: place(graph.nodes[input]), to: place(node), on: canvas) }
    }
    for ((node, value), gradient) in zip(zip(graph.nodes, graph.values), graph.gradients) {
      draw(node, value, gradient, in: place(node), isGiven: graph.inputs(of: node).isEmpty, on: canvas)
    }
    return canvas.image
  }

  private func draw(
    _ node: ScalarGraph.Node, _ value: Double, _ gradient: Double, in box: Box, isGiven: Bool, on canvas: Canvas
  ) {
    canvas.fill(box, radius: 8, color: isGiven ? Color(0xF1F1F1) : Color(0xFFF8E6))
    canvas.stroke(box, radius: 8, width: 1.4, color: Color(0x777777))
    let middle = box.x + box.width / 2
    canvas.text(node.name, at: CanvasPoint(x: middle, y: box.y + 16), size: 13, alignment: .center)
    canvas.text(
      text(value), at: CanvasPoint(x: middle, y: box.y + 38), size: 15, weight: .bold, color: blue, alignment: .center)
    canvas.text(
      text(gradient), at: CanvasPoint(x: middle, y: box.y + 59), size: 15, weight: .bold, color: vermilion,
      alignment: .center)
  }

  /// A line from the right side of a box to the left side of another, with a head.
  private func arrow(from one: Box, to other: Box, on canvas: Canvas) {
    let start = CanvasPoint(x: one.right, y: one.y + one.height / 2)
    let end = CanvasPoint(x: other.x, y: other.y + other.height / 2)
    let angle = atan2(end.y - start.y, end.x - start.x)
    let neck = CanvasPoint(x: end.x - 8 * cos(angle), y: end.y - 8 * sin(angle))
    canvas.line([start, neck], width: 1.8, color: Color(0x555555))
    canvas.fill(
      [
        end, CanvasPoint(x: neck.x - 5 * sin(angle), y: neck.y + 5 * cos(angle)),
        CanvasPoint(x: neck.x + 5 * sin(angle), y: neck.y - 5 * cos(angle)),
      ], color: Color(0x555555))
  }

  private func text(_ number: Double) -> String {
    String(format: "%g", number).replacing("-", with: "−").replacing(".", with: style.decimalSeparator)
  }
}
