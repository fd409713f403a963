package import Basics
internal import GRDB

/// What hosts and visitors say of their exchanges.
package struct Feedbacks: Sendable {
  let store: Store

  package func all() throws -> [Feedback] {
    try store.read { try Self.all($0) }
  }

  /// Records what a side says; once for each side, and not before the stay is over.
  package func add(
    _ code: ExchangeCode, side: Profile.Role, _ scores: [Feedback.Score], text: String?, on day: Day
  ) throws -> Feedback {
    guard day <= store.invocation.today else {
      throw StepProblem.inTheFuture(code, on: day, today: store.invocation.today)
    }
    return try store.write { write in
      let scores = try Self.inOrder(
        scores, of: code, Feedback.form(of: side, .of(write.db)), side)
      let exchange = try Exchanges.fetch(code, write.db)
      guard exchange.state.tookPlace else {
        throw FeedbackProblem.notYet(code, is: exchange.state)
      }
      guard try Self.id(code, side, write.db) == nil else {
        throw FeedbackProblem.givenAlready(code, side: side)
      }
      let id = try write.nextID("feedback")
      try write.db.execute(
        sql: """
          INSERT INTO feedback (id, exchange_id, side, given_on, text)
          VALUES (?, (SELECT id FROM exchange WHERE number = ?), ?, ?, ?)
          """,
        arguments: [id, code.number, side.rawValue, day, text])
      for score in scores {
        try write.db.execute(
          sql: "INSERT INTO feedback_score (id, feedback_id, question, score) VALUES (?, ?, ?, ?)",
          arguments: [write.nextID("feedback_score"), id, score.question, score.score])
      }
      write.records("feedback of the \(side.rawValue) on \(code)", affecting: [code.description])
      return try Self.one(code, side, write.db)
    }
  }

  /// Takes a side's feedback away.
  package func remove(_ code: ExchangeCode, side: Profile.Role) throws {
    try store.write { write in
      _ = try Exchanges.fetch(code, write.db)
      guard let id = try Self.id(code, side, write.db) else {
        throw FeedbackProblem.none(code, side: side)
      }
      try write.db.execute(
        sql: "DELETE FROM feedback_score WHERE feedback_id = ?", arguments: [id])
      try write.db.execute(sql: "DELETE FROM feedback WHERE id = ?", arguments: [id])
      write.records(
        "removed feedback of the \(side.rawValue) on \(code)", affecting: [code.description])
    }
  }

  /// The scores in the order of the form, each question of it at most once.
  private static func inOrder(
    _ scores: [Feedback.Score], of code: ExchangeCode, _ form: CodeList, _ side: Profile.Role
  ) throws -> [Feedback.Score] {
    guard !scores.isEmpty else { throw FeedbackProblem.noScores(code) }
    let questions = form.values.map(\.code)
    for score in scores where !questions.contains(score.question) {
      throw FeedbackProblem.unknownQuestion(score.question, side: side, known: questions)
    }
    return try questions.compactMap { question in
      let given = scores.filter { $0.question == question }
      guard given.count < 2 else { throw FeedbackProblem.askedTwice(question) }
      return given.first
    }
  }

  private static func id(
    _ code: ExchangeCode, _ side: Profile.Role, _ db: Database
  ) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT feedback.id FROM feedback JOIN exchange ON exchange.id = exchange_id
        WHERE number = ? AND side = ?
        """,
      arguments: [code.number, side.rawValue])
  }

  private static func one(
    _ code: ExchangeCode, _ side: Profile.Role, _ db: Database
  ) throws -> Feedback {
    guard let found = try all(db).first(where: { $0.exchange == code && $0.side == side }) else {
      throw FeedbackProblem.none(code, side: side)
    }
    return found
  }

  static func all(_ db: Database) throws -> [Feedback] {
    let scores = try Dictionary(
      grouping: Row.fetchAll(
        db, sql: "SELECT feedback_id, question, score FROM feedback_score ORDER BY id")
    ) { row -> Int64 in try row.value("feedback_id") }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT feedback.*, exchange.number, organisation.name
        FROM feedback
        JOIN exchange ON exchange.id = feedback.exchange_id
        JOIN profile ON profile.id = iif(side = 'host', host_id, visitor_id)
        JOIN organisation ON organisation.id = profile.organisation_id
        ORDER BY exchange.number, side DESC
        """
    ).map { row in
      try Feedback(
        exchange: row.value("number"), organisation: row.value("name"),
        side: row.value("side"), givenOn: row.value("given_on"),
        scores: (scores[row.value("id")] ?? []).map {
          try Feedback.Score(question: $0.value("question"), score: $0.value("score"))
        },
        text: row.value("text"))
    }
  }
}

extension Store {
  package var feedbacks: Feedbacks { Feedbacks(store: ofScheme) }
}
