import ExerciseTesting
import Grading
import Testing
import WhatAndWhereRunner

@Suite struct WhatAndWhereGraders {
  @Test(arguments: WhatAndWhereWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: WhatAndWhereWorkbook.self)
  }
}
