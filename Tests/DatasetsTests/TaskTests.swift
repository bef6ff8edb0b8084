import Datasets
import Testing

@Suite("Target tasks")
struct TaskTests {
  @Test("a task is found by its name, and by no other")
  func names() {
    #expect(
      ClassificationTask.all.map(\.id) == [
        "menagerie", "farm", "cats-vs-dogs", "pets", "flowers", "drinks", "leaves", "digits",
      ])
    for task in ClassificationTask.all { #expect(ClassificationTask.named(task.id) == task) }
    #expect(ClassificationTask.named("Farm") == nil)
    #expect(ClassificationTask.named("") == nil)
  }

  @Test("class names are told apart in both languages", arguments: ClassificationTask.all)
  func classNames(_ task: ClassificationTask) {
    #expect(Set(task.classNames.map(\.english)).count == task.classes.count)
    #expect(Set(task.classNames.map(\.indonesian)).count == task.classes.count)
  }

  @Test("no breed of a category belongs to two classes, and every breed is shown", arguments: ClassificationTask.all)
  func breeds(_ task: ClassificationTask) {
    var owners: [[Int]: Int] = [:]
    for (label, entry) in task.classes.enumerated() {
      for seed in UInt64(0)..<200 {
        let scene = entry.scene(seed: seed)
        let category = Category.allCases.firstIndex(of: scene.category) ?? -1
        #expect(owners[[category, scene.breed], default: label] == label)
        owners[[category, scene.breed]] = label
      }
    }
    #expect(owners.count >= (task == .menagerie ? 3 : 4) * task.classes.count - 1)
  }

  @Test("classes come up in the shares that a task gives them", arguments: [9, 90, 400])
  func shares(_ count: Int) {
    let labels = Menagerie(.drinks).trainingSet(count: count, size: 8).labels
    for (label, entry) in ClassificationTask.drinks.classes.enumerated() {
      let expected = Double(count * entry.share) / 9
      #expect(abs(Double(labels.filter { $0 == label }.count) - expected) <= 1)
    }
  }

  @Test("some tea cannot be told from coffee")
  func likeCoffee() {
    let tea = (UInt64(0)..<300).map { Scene(.tea, seed: $0) }
    let twins = tea.filter { cup in
      var coffee = Scene(.coffee, seed: 0)
      coffee.view = cup.view
      coffee.pose = cup.pose
      coffee.light = cup.light
      coffee.background = cup.background
      coffee.occlusion = cup.occlusion
      coffee.camera = cup.camera
      coffee.coat = cup.coat
      coffee.proportions = cup.proportions
      return (7...8).contains { breed in
        coffee.breed = breed
        return coffee.picture(size: 16) == cup.picture(size: 16)
      }
    }
    #expect(30...110 ~= twins.count)
  }

  @Test("digits are never mirrored, and their ink stands out from the paper")
  func digits() {
    for seed in UInt64(0)..<300 {
      let scene = Scene(.digit, seed: seed)
      #expect(!scene.pose.mirrored)
      #expect(abs(scene.coat.primary.sum() - scene.background.colour.sum()) > 0.4, "seed \(seed)")
    }
  }

  @Test("scenes of training, validation and test don't coincide", arguments: ClassificationTask.all)
  func disjoint(_ task: ClassificationTask) {
    let world = Menagerie(task)
    var scenes: Set<Scene> = []
    for index in 0..<150 {
      for var scene in [world.trainingScene(index), world.validationScene(index), world.testScene(index)] {
        scene.camera.seed = 0
        scene.coat.seed = 0
        #expect(scenes.insert(scene).inserted)
      }
    }
  }

  @Test("pets sit, stand and lie, which the source world's never do")
  func postures() {
    for entry in ClassificationTask.catsVersusDogs.classes {
      let lying = (UInt64(0)..<400).filter { entry.scene(seed: $0).posture == .lying }.count
      #expect(120...200 ~= lying)
    }
  }
}

extension ClassificationTask: CustomTestStringConvertible {
  /// The name under which a test reports the task.
  public var testDescription: String { id }
}
