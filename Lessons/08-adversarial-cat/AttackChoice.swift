import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook

/// What is attacked of a reader's own: pictures that the network is right about, and the class that they shall be taken for.
struct AttackChoice {
  /// The pictures, `[count, H, W, 3]`, all of one class.
  let pictures: Tensor
  /// What they are, and what they shall be taken for.
  let own, target: ClassLabel
  /// How many pictures of the class there were, and how many of them the network is right about.
  let asked, known: Int

  /// Chooses class and target.
  ///
  /// Dogs are to be taken for cats where there are both; otherwise the class that the network is right about most often, for
  /// the one that it finds likeliest besides. Two classes that the reader named come first. Where the network has no names for
  /// the classes of the pictures, its own answer counts as what a picture is.
  /// - Throws: one line if there are no two pictures that the network is right about.
  init(of material: LessonMaterial, atMost most: Int) throws {
    let set = try material.pictures().training
    let answers = SourcePredictions(of: material.network, to: set)
    let truths = material.places.map { places in set.labels.map { places[$0] } } ?? answers.places
    let right = set.labels.indices.filter { answers.places[$0] == truths[$0] }
    let groups = Dictionary(grouping: right) { truths[$0] }.filter { $0.value.count > 1 }
    guard let largest = groups.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
      throw NotebookError(
        en: "\(material.networkName): takes no two pictures of a class for what they are; check --mean and --std",
        id: "\(material.networkName): tak mengenali dua gambar pun dari satu kelas; periksa --mean dan --std")
    }
    let named = material.places.flatMap { material.source.chosenClasses.count == 2 ? $0 : nil }
    let dog = named?[0] ?? material.network.index(of: "dog") ?? -1
    let own = groups[dog] == nil ? largest.key : dog
    let places = groups[own] ?? largest.value

    let chosen = named?[1] ?? material.network.index(of: "cat") ?? own
    let target = chosen == own ? answers.likeliestBesides(own, at: places) : chosen
    self.own = ClassLabel(ofLabel: own, of: material.network)
    self.target = ClassLabel(ofLabel: target, of: material.network)
    asked = truths.count { $0 == own }
    known = places.count
    pictures = set.inputs(at: places.prefix(most))
  }
}

extension SourcePredictions {
  /// The class other than one that pictures have most of, on average.
  fileprivate func likeliestBesides(_ own: Int, at places: [Int]) -> Int {
    func total(_ label: Int) -> Float { places.reduce(0) { $0 + probability(of: label, at: $1) } }
    let others = classIndices.filter { $0 != own }
    return others.max { total($0) < total($1) } ?? own
  }
}
