package import Documents

extension ExchangeRates.Stored {
  package static let fields: [Field<ExchangeRates.Stored>] = [
    Field("currency", "Currency", "The currency, such as CZK.", rank: .key) {
      .text($0.currency.code)
    },
    Field("days", "Days", "How many days have a rate.", kind: .number) { .integer($0.days) },
    Field("first_day", "From", "The first day with a rate.", kind: .day) { .day($0.firstDay) },
    Field("last_day", "To", "The last day with a rate.", kind: .day) { .day($0.lastDay) },
    Field("last_rate", "Last rate", "The rate of the last day, for one euro.", kind: .number) {
      .decimal($0.last.description)
    },
  ]
}

extension ExchangeRates.Daily {
  package static let fields: [Field<ExchangeRates.Daily>] = [
    Field("day", "Day", "The day of the rate.", kind: .day, rank: .key) { .day($0.day) },
    Field("currency", "Currency", "The currency, such as CZK.", rank: .key) {
      .text($0.currency.code)
    },
    Field("rate", "Rate", "Units of the currency for one euro.", kind: .number, rank: .key) {
      .decimal($0.rate.description)
    },
  ]
}

extension PeriodRate {
  package static let fields: [Field<PeriodRate>] = [
    Field("period", "Period", "The reporting period, such as RP1.", rank: .key) {
      .text($0.period)
    },
    Field("currency", "Currency", "The currency, such as CZK.", rank: .key) {
      .text($0.currency.code)
    },
    Field(
      "average", "Average", "Units for one euro with six decimals; the exact one is used.",
      kind: .number, rank: .key
    ) { .decimal($0.average.text(decimals: 6)) },
    Field("days", "Days", "How many daily rates are in the average.", kind: .number) {
      $0.isSetByHand ? .empty : .integer($0.days)
    },
    Field("from", "From", "The first day with a rate.", kind: .day) { .day(orEmpty: $0.firstDay) },
    Field("to", "To", "The last day with a rate.", kind: .day) { .day(orEmpty: $0.lastDay) },
    Field(
      "missing_days", "Without", "How many days of business of the ECB have no rate.",
      kind: .number
    ) {
      $0.missingDays == 0 ? .integer(0) : .integer($0.missingDays, .warning)
    },
    Field("set_by_hand", "By hand", "Whether the rate was set by hand.", kind: .flag, shown: false)
    { .flag($0.isSetByHand) },
    Field("reason", "Reason", "Why the rate was set by hand.", rank: .main) {
      .text(orEmpty: $0.reason)
    },
  ]
}
