import ArgumentParser
import Experiments
import Foundation
import Imaging
import Notebook
import Visualization

struct AttackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attack", abstract: "Changes a picture a little, until a network takes it for something else.",
    discussion: "Example: alih attack dog.png --target cat --epsilon 8/255")

  @Argument(help: "A JPEG or PNG file.")
  var image: String

  @Option(
    help: """
      The class that it shall be taken for, by the network's name of it or its number, from 0; any other than it is taken for, \
      if none is given.
      """)
  var target: String?

  @Option(help: "The largest change, on the scale from 0 (black) to 1 (white): 8/255 or 0.03.")
  var epsilon: String?

  @Option(help: "How the change is measured: linf, by its largest value, or l2, by the root of the sum of squares.")
  var norm = NormName.linf

  @Option(help: "Steps along the gradient; 1 is the fast gradient sign method.")
  var steps = 20

  @Option(help: "How much of the steps before each keeps, 0 to 1.")
  var momentum: Float = 0

  @OptionGroup var network: NetworkOptions
  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the picture and the figure.")
  var output = "output/attack"

  func validate() throws {
    if let epsilon, Epsilon(argument: epsilon) == nil {
      throw ValidationError("--epsilon \(epsilon): write a fraction such as 8/255, or a number such as 0.03")
    }
    let most: Float = norm == .linf ? 1 : 1_000
    guard radius > 0, radius <= most else {
      let example = norm == .linf ? "8/255" : "1.0"
      throw ValidationError("--epsilon \(radius): give a size above 0 and at most \(Int(most)), such as \(example)")
    }
    guard norm == .l2 || radius * 255 >= 0.999 else {
      throw ValidationError("--epsilon \(radius): less than 1/255, the smallest change that a file can hold")
    }
    guard 1...10_000 ~= steps else { throw ValidationError("--steps \(steps): take 1 to 10000 steps") }
    guard 0...1 ~= momentum else { throw ValidationError("--momentum \(momentum): give a share from 0 to 1") }
  }

  private var radius: Float { epsilon.flatMap(Epsilon.init)?.value ?? (norm == .linf ? 8.0 / 255 : 1) }

  func run() throws {
    let picture = try Image(contentsOf: URL(filePath: image))
    let gallery = try AttackGallery(network.open(), on: picture, target: target, language: language.chosen)
    let attack = ProjectedGradient(
      radius: radius, steps: steps, stepSize: steps == 1 ? radius : nil, norm: norm == .linf ? .maximum : .euclidean,
      momentum: momentum)
    let result = try gallery.draw(attack, into: URL(filePath: output, directoryHint: .isDirectory))
    print(line(result))
    for file in [result.picture, result.figure] { print(file.relativePath.onOneLine) }
  }

  private func line(_ result: AttackGallery.Result) -> String {
    let (outcome, isEnglish) = (result.outcome, language.chosen == .en)
    let verdict = outcome.isSuccess ? (isEnglish ? "success" : "berhasil") : (isEnglish ? "failure" : "gagal")
    let number = { (value: Float, digits: Int) in
      ValueFormat.number(digits: digits).text(Double(value), in: language.chosen)
    }
    let percent = { (value: Float) in ValueFormat.percent.text(Double(value), in: language.chosen) }
    let (before, after) = (outcome.before.max() ?? 0, outcome.after.max() ?? 0)
    return "\(verdict): \(result.answers.before) \(percent(before)) → \(result.answers.after) \(percent(after)); "
      + "L∞ \(number(outcome.distance.maximum * 255, 0))/255, L2 \(number(outcome.distance.euclidean, 2)), "
      + "PSNR \(number(outcome.distance.peakSignalToNoise, 1)) dB, "
      + "SSIM \(number(outcome.distance.structuralSimilarity, 3))"
  }
}
