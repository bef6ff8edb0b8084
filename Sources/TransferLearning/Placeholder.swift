// The module TransferLearning.
