import Datasets
import Foundation
import Notebook

extension PhotoCollection {
  /// What is to be said of a folder before its pictures are used, a line each: where they were found, and what lies there and
  /// is used for nothing.
  public var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if layout == .folders, root.standardizedFileURL != url.standardizedFileURL {
      remarks.append(
        Phrase(
          en: "the classes were found in \(root.path), which is all that \(url.path) holds",
          id: "kelas-kelasnya ditemukan di \(root.path), satu-satunya isi \(url.path)"))
    }
    if let inside = Phrase(inside) { remarks.append(inside) }
    let over = passedOver
    func add(_ files: [URL], one: String, many: String, id: String) {
      guard !files.isEmpty else { return }
      let names = Phrase.names(of: files)
      remarks.append(
        Phrase(
          en: "\(files.count) \(files.count == 1 ? one : many): \(names.en)", id: "\(files.count) \(id): \(names.id)"))
    }
    add(
      over.folders, one: "folder is used for nothing, as it has no folders of classes",
      many: "folders are used for nothing, as they have no folders of classes",
      id: "folder tidak dipakai karena tidak berisi folder kelas")
    add(
      over.unlabelled, one: "picture is used for nothing, as it lies beside the folders of the classes",
      many: "pictures are used for nothing, as they lie beside the folders of the classes",
      id: "gambar tidak dipakai karena terletak di luar folder kelas")
    add(
      over.irregular, one: "entry passed over that is no ordinary file",
      many: "entries passed over that are no ordinary files",
      id: "entri dilewati karena bukan berkas biasa")
    add(
      over.links, one: "link passed over that leads nowhere, or to a folder that is used already",
      many: "links passed over that lead nowhere, or to a folder that is used already",
      id: "tautan dilewati karena buntu, atau menuju folder yang sudah dipakai")
    add(
      over.leftovers, one: "entry passed over that is hidden or left behind by a system",
      many: "entries passed over that are hidden or left behind by a system",
      id: "entri dilewati karena tersembunyi atau ditinggalkan oleh sistem")
    return remarks
  }

  /// What is to be said where only some pictures of each class are used, at most `limit`; nil if all are.
  public func unused(beyond limit: Int, option: String) -> Phrase? {
    let counts = zip(photos, validationPhotos ?? photos.map { _ in [] }).map { $0.count + $1.count }
    let over = counts.indices.filter { counts[$0] > limit }
    guard !over.isEmpty else { return nil }
    let left = over.map { counts[$0] - limit }.reduce(0, +)
    let classes = Phrase.list(
      over.map {
        Phrase(en: "\(classNames[$0].english) \(counts[$0])", id: "\(classNames[$0].indonesian) \(counts[$0])")
      },
      atMost: 3)
    return Phrase(
      en:
        "\(left) of \(counts.reduce(0, +)) pictures are left unused: \(option) \(limit) takes at most \(limit) of a class, and there "
        + "are more (\(classes.en)); give a larger \(option) to use them",
      id:
        "\(left) dari \(counts.reduce(0, +)) gambar tidak dipakai: \(option) \(limit) mengambil paling banyak \(limit) per "
        + "kelas, padahal ada lebih banyak (\(classes.id)); beri \(option) yang lebih besar untuk memakainya")
  }
}

extension DataSource {
  /// What is to be said of a folder before its pictures are used; nothing of painted pictures.
  public var remarks: [Phrase] { if case .photos(let photos) = pictures { photos.remarks } else { [] } }

  /// What is to be said where only some pictures of each class are used, at most `limit`.
  public func unused(beyond limit: Int, option: String) -> Phrase? {
    if case .photos(let photos) = pictures { photos.unused(beyond: limit, option: option) } else { nil }
  }
}

extension Phrase {
  /// What is to be said of parts inside of the folders of classes; nil if there are none.
  fileprivate init?(_ inside: PartsInClasses) {
    switch inside {
    case .none: return nil
    case .parted:
      self.init(
        en: "the folder of each class has parts inside, such as train and test, and the pictures are parted by them",
        id: "folder setiap kelas berisi bagian, misalnya train dan test, dan gambarnya dibagi menurut bagian itu")
    case .together(let names):
      let names = Phrase.list(names.map { Phrase($0) }, atMost: 3)
      self.init(
        en:
          "folders such as train and test in \(names.en) were taken together, as not every class has the same; to score "
          + "what was not learnt from, give each class the same, or put them around the classes",
        id:
          "folder seperti train dan test dalam \(names.id) disatukan karena tidak semua kelas memilikinya; agar yang "
          + "dinilai bukan yang dipelajari, beri setiap kelas folder yang sama, atau letakkan kelas di dalamnya")
    }
  }
}
