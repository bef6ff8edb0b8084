import ArgumentParser
import Autograd
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says what was found on this machine.", discussion: "Example: alih doctor")

  func run() throws {
    print("\(Release.software)")
    print("libgd            \(ImagingLibraries.gd)")
    print("libpng           \(ImagingLibraries.png)")
    print("font             \(Font.found.description)")
    print("instruction set  \(Engine.instructionSet)")
    print("threads          \(Engine.threads)")
    for name in Catalogue.names {
      do {
        let network = try Catalogue.network(name)
        let score = network.provenance["test_accuracy"].map { ", test accuracy \($0)" } ?? ""
        print(
          "network          \(name): \(network.parameterCount) parameters, \(network.classes.count) classes\(score)")
      } catch {
        print("network          \(name): \("\(error)".onOneLine)")
      }
    }
    if Catalogue.names.isEmpty {
      print("network          none in \(Catalogue.folder.path); try alih pretrain mini-vgg")
    }
  }
}
