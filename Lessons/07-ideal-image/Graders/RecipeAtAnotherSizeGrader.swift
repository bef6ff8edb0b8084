import Autograd
import Grading
import Notebook
import Visualization

/// A recipe of a sum at one size, in a program that uses it as the weight of a mean at another.
package enum RecipeAtAnotherSizeGrader: Grader {
  package typealias Answer = (_ picture: Tensor, _ recipe: VariationRecipe) throws -> Tensor

  package static let id = "recipe-at-another-size", lesson = "ideal-image", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let recipe = VariationRecipe(
      weight: sheet.random.uniform(0.004...0.006), height: 8, width: 6, channels: 3)
    let (own, larger, smaller) = (
      picture(8, 6, &sheet.random), picture(16, 12, &sheet.random), picture(5, 4, &sheet.random)
    )
    let longer = VariationRecipe(weight: recipe.weight, height: 10, width: 3, channels: 3)
    try sheet.check(
      "own-size", Phrase(en: "at the size of the recipe", id: "pada ukuran resepnya"), points: 3,
      expected: term(own, recipe), got: answer(own, recipe), tolerance: 1e-4,
      next: Phrase(
        en: "At its own size the term must be the recipe's: `weight` times the sum of all differences.",
        id: "Pada ukurannya sendiri, suku itu harus sama dengan resepnya: `weight` kali jumlah semua selisih."))
    try sheet.check(
      "other-sizes", Phrase(en: "at twice that size, and smaller", id: "pada ukuran dua kali, dan lebih kecil"),
      points: 4, expected: [term(larger, recipe), term(smaller, recipe)],
      got: [answer(larger, recipe), answer(smaller, recipe)], tolerance: 1e-4,
      next: Phrase(
        en: "Equal variation V has one price at every size: count the pairs in the recipe's pictures, not in this one.",
        id: "Variasi V yang sama berharga sama pada setiap ukuran: hitung pasangan pada gambar resep, bukan gambar ini."
      ))
    try sheet.check(
      "other-recipe", Phrase(en: "a recipe for oblong pictures", id: "resep untuk gambar memanjang"), points: 2,
      expected: term(larger, longer), got: answer(larger, longer), tolerance: 1e-4,
      next: Phrase(
        en: "There are channels · ((height − 1) · width + height · (width − 1)) pairs: not as many as values.",
        id: "Ada channels · ((height − 1) · width + height · (width − 1)) pasangan: tidak sebanyak nilainya."))
    try sheet.check(
      "gradient", Phrase(en: "the gradient by the picture", id: "gradien terhadap gambar"), points: 1,
      expected: larger.slope { term($0, recipe) }, got: larger.slope { try answer($0, recipe) }, tolerance: 1e-4,
      next: Phrase(
        en: "Keep computing with tensors; multiply V, a tensor, by one number.",
        id: "Tetaplah menghitung dengan tensor; kalikan V, sebuah tensor, dengan satu bilangan."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "own-size") { variationLoss($0) * $1.weight },
      Mistake("the sum at every size", failing: "other-sizes") {
        variationLoss($0) * ($1.weight * Float(differenceCount($0)))
      },
      Mistake("values counted in place of pairs", failing: "own-size") {
        variationLoss($0) * ($1.weight * Float($1.height * $1.width * $1.channels))
      },
      Mistake("divided in place of multiplied", failing: "own-size") {
        variationLoss($0) * ($1.weight / Float($1.differences))
      },
      Mistake("scaled by the ratio of the sizes only", failing: "own-size") {
        variationLoss($0) * ($1.weight * Float($1.differences) / Float(differenceCount($0)))
      },
      Mistake("channels forgotten", failing: "other-recipe") {
        variationLoss($0) * ($1.weight * Float($1.differences / $1.channels))
      },
      Mistake("a number without a way back", failing: "gradient") { Tensor(term($0, $1).item) },
    ]
  }

  private static func term(_ picture: Tensor, _ recipe: VariationRecipe) -> Tensor {
    variationLoss(picture) * (recipe.weight * Float(recipe.differences))
  }

  private static func picture(_ height: Int, _ width: Int, _ random: inout RandomSource) -> Tensor {
    .uniform(shape: [1, height, width, 3], random: &random)
  }
}
