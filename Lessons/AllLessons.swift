import AdversarialCatLesson
import BeyondLesson
import ChoosingLesson
import DomainAdaptationLesson
import DomainsLesson
import Experiments
import FeatureExtractionLesson
import FineTuningLesson
import FoundationsLesson
import IdealImageLesson
import PretrainedNetworksLesson
import TrainingTricksLesson
import WhatAndWhereLesson

/// The lessons of the course, in their order.
public let allLessons: [CourseLesson] = [
  .foundations, .domains, .pretrainedNetworks, .featureExtraction, .fineTuning, .whatAndWhere, .domainAdaptation,
  .idealImage, .adversarialCat, .trainingTricks, .beyond, .choosing,
]
