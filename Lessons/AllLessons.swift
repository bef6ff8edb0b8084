import Notebook

/// The lessons of the course, in their order.
public let allLessons: [Lesson] = [
  .domains, .pretrainedNetworks, .featureExtraction, .fineTuning, .idealImage, .adversarialCat,
]
