internal import ArgumentParser
internal import Basics
internal import BluesCore

/// A verb that takes exchanges a step further.
protocol StepCommand: ChangingCommand, RenamedOptions {
  associatedtype Options
  var step: Options { get }
}

extension StepCommand where Options == ExchangeCommand.WayOptions {
  static var renamed: [String: String] { WaiverOptions.renamed }
  var write: WriteOptions { step.step.write }

  /// Takes a step on the way; what the Agency waived for it is kept with it.
  func take(
    to state: Exchange.State, amount: Money? = nil, reference: String? = nil
  ) throws {
    let word = step.override.word
    try take(step.step) { day in
      Exchanges.Step(state, on: day, amount: amount, reference: reference, word: word)
    }
  }
}

extension StepCommand where Options == ExchangeCommand.StepOptions {
  static var renamed: [String: String] { ["--reason": "--because"] }
  var write: WriteOptions { step.write }

  /// Ends the exchange early.
  func take(to state: Exchange.State, because: String) throws {
    try take(step) { day in Exchanges.Step(state, on: day, because: because) }
  }
}

extension StepCommand {
  /// Takes the step on the day named, else today, and says what comes next.
  private func take(
    _ options: ExchangeCommand.StepOptions, _ step: (Day) -> Exchanges.Step
  ) throws {
    try change { store in
      let day = try store.dayOrToday(options.on)
      return ExchangeCommand.answer(try store.exchanges.take(step(day), options.codes))
    }
  }
}
