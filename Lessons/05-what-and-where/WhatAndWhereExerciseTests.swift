import ExerciseTesting
import Testing

@Suite struct WhatAndWhereExercises {
  @Test func featureMatching() throws { try grade("feature-matching") }
  @Test func channelWeights() throws { try grade("channel-weights") }
  @Test func totalLoss() throws { try grade("total-loss") }
  @Test func matchedStep() throws { try grade("matched-step") }
}
