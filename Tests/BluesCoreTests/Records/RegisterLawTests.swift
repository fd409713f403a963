import Testing

@testable import BluesCore

@Suite struct `Every register` {
  @Test(arguments: RegisterLaw.all)
  func `is described, and no heading means two attributes`(law: RegisterLaw) throws {
    try law.isDescribed()
  }

  @Test(arguments: RegisterLaw.all)
  func `fits its table`(law: RegisterLaw) throws {
    try law.fitsTheTable(Store.blues())
  }

  @Test(arguments: RegisterLaw.all)
  func `takes a value away, or says that it is needed`(law: RegisterLaw) throws {
    try law.clears(Store.blues())
  }

  @Test(arguments: RegisterLaw.all, Trials.seeds(40))
  func `keeps what is said through export, import, undo and redo`(
    law: RegisterLaw, seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    try law.keepsWhatIsSaid(Store.blues(), &random)
  }
}
