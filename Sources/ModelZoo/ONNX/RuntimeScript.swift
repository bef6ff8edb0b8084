import Foundation
import Imaging
import NeuralNetworks

/// The lines of Python that open a network's ONNX file in ONNX Runtime and ask it about a photograph.
public struct RuntimeScript: CustomStringConvertible {
  /// The whole script.
  public let description: String

  /// The lines for a network that lies in a file.
  public init(opening network: Network, in file: URL) {
    let (preprocessing, isGrey) = (network.preprocessing, network.channels == 1)
    let interpolation = preprocessing.interpolation.rawValue.uppercased()
    description = """
      import json, numpy, onnxruntime, PIL.Image

      session = onnxruntime.InferenceSession(\(file.relativePath.quotedForPython), providers=["CPUExecutionProvider"])
      names = session.get_modelmeta().custom_metadata_map["classes"]
      classes = json.loads(names) if names.startswith("[") else names.split(",")


      def pixels(path, short=\(preprocessing.shorterSide), side=\(preprocessing.side)):
          picture = PIL.Image.open(path).convert("\(isGrey ? "L" : "RGB")")
          width, height = picture.size
          size = (short, short * height // width) if width < height else (short * width // height, short)
          picture = picture.resize(size, PIL.Image.Resampling.\(interpolation))
          left, top = round((size[0] - side) / 2), round((size[1] - side) / 2)
          values = numpy.asarray(picture.crop((left, top, left + side, top + side)), numpy.float32) / 255
          return values\(isGrey ? "[None]" : ".transpose(2, 0, 1)")


      # The scale is part of the network; the logits of a photograph:
      # logits = session.run(None, {"pictures": pixels("photo.jpg")[None]})[0]
      # print(classes[logits[0].argmax()])
      """
  }
}
