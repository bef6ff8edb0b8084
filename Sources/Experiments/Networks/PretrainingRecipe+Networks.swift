import Datasets
import ModelZoo

extension PretrainingRecipe {
  /// The recipes of all networks that the course ships.
  public static let all = [miniVGG, robustMiniVGG, resnet20, robustResNet20, mobilenetV2, smallMiniVGG]

  /// The recipe of that name, if there is one.
  public static func named(_ name: String) -> PretrainingRecipe? {
    all.first { $0.name == name }
  }

  /// The pre-trained network of the course.
  private static let miniVGG = PretrainingRecipe(
    name: "mini-vgg", architecture: .miniVGG, epochs: 4, learningRate: 0.1, seed: 1, attackedCount: 500)

  /// Its twin, whose convolutions go on from there on pictures that are made to fool it (Jeddi et al., 2020), and whose head
  /// knows where a part lies.
  private static let robustMiniVGG = PretrainingRecipe(
    name: "mini-vgg-robust", architecture: .miniVGGPlaced, start: "mini-vgg", epochs: 16, learningRate: 0.05, seed: 2,
    attackedCount: 500, noise: 0, adversary: AdversarialTraining(radius: 3, steps: 3, growth: 0.35))

  /// The judge of the others' pictures: another architecture, another seed, another world of training pictures.
  private static let resnet20 = PretrainingRecipe(
    name: "resnet20", architecture: .resnet20, epochs: 6, learningRate: 0.1, seed: 3, world: Menagerie(seed: 1))

  /// The second judge, which is hard to fool itself: it has nothing in common with the twin but the way of training.
  private static let robustResNet20 = PretrainingRecipe(
    name: "resnet20-robust", architecture: .resnet20, start: "resnet20", epochs: 5, learningRate: 0.05, seed: 6,
    world: Menagerie(seed: 1), attackedCount: 500, noise: 0,
    adversary: AdversarialTraining(radius: 2, steps: 2, growth: 0.5))

  /// The light member of the family, which is deep and slow to start: smaller batches, so that it takes more steps.
  private static let mobilenetV2 = PretrainingRecipe(
    name: "mobilenet_v2-0.35", architecture: .mobilenetV2Narrow, epochs: 10, learningRate: 0.05, weightDecay: 1e-4,
    batchSize: 32, seed: 4, noise: 0)

  /// The pre-trained network for pictures of half the side: a quarter of the work, for lessons of hundreds of trainings.
  private static let smallMiniVGG = PretrainingRecipe(
    name: "mini-vgg-32", architecture: .miniVGG, epochs: 10, learningRate: 0.1, pictureSize: 32, seed: 5,
    attackedCount: 500, noise: 0)
}
