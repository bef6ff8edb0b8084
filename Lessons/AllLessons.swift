import AdversarialCatLesson
import DomainsLesson
import Experiments
import FeatureExtractionLesson
import FineTuningLesson
import FoundationsLesson
import IdealImageLesson
import PretrainedNetworksLesson

/// The lessons of the course, in their order.
public let allLessons: [CourseLesson] = [
  .foundations, .domains, .pretrainedNetworks, .featureExtraction, .fineTuning, .idealImage, .adversarialCat,
]
