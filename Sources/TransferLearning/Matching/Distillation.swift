import Autograd

/// The distillation loss of Hinton, Vinyals and Dean (2015): T² · KL(softmax(teacher / T) ‖ softmax(student / T)),
/// averaged over the batch, in nats.
///
/// Both take logits `[N, C]`. A high temperature T lets the student see which wrong classes the teacher finds likely; the
/// factor T² keeps the gradient's size.
public func distillationLoss(student: Tensor, teacher: Tensor, temperature: Float) -> Tensor {
  let target = (teacher / temperature).softmax()
  let difference = (teacher / temperature).logSoftmax() - (student / temperature).logSoftmax()
  return (target * difference).sum() * (temperature * temperature / Float(student.shape[0]))
}
