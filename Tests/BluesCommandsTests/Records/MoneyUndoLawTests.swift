import Glibc
import Testing

@testable import BluesCommands

/// Every command that changes the money of a project is taken back and done again, figure by figure.
@Suite struct `Every command of the money` {
  /// The rooms of the money, by the words of their commands.
  private static let rooms = [
    "partner budget", "partner cost", "partner person", "partner rate", "partner payment",
    "partner statement", "workpackage effort", "report period", "project figure",
  ]

  /// A project's money from the budget to the accepted costs; `@` stands for the folder.
  private static let story = """
    partner budget import @budget.csv
    partner budget add B9 AV --category B --wp WP2 --amount 4000
    partner budget set B9 --amount 3500
    partner budget remove B9 --yes
    partner rate import @rates.csv
    partner rate set PLN --period RP1 --rate 4.4430 --because Audit
    partner rate remove PLN --period RP1 --yes
    partner person import @persons.csv
    partner person add AV-1 AV --employment 80
    partner person set AV-1 --category A.2
    partner person rate import @pay.csv
    partner person rate add AV-1@2020-01-01 61500
    partner person rate set AV-1@2020-01-01 --to 2021-06-30
    partner person rate add AV-1@2021-07-01 65000
    partner person rate remove AV-1@2021-07-01 --yes
    partner person declare AV-1 --share WP1=60 --share WP3=40
    partner person declare AV-1 --withdraw
    workpackage effort plan import @plan.csv
    workpackage effort plan set NP WP1 14.50
    workpackage effort import @hours.csv
    workpackage effort add NP-1 2020-06 40 --wp WP2
    workpackage effort sign NP-1 2020-06 --on 2020-07-02 --approved-on 2020-07-03 --by Boss
    workpackage effort remove NP-1 2020-06 --wp WP2 --yes
    workpackage effort explain NP WP1 Later --period RP1
    partner person add NP-8 NP
    partner person remove NP-8 --yes
    partner cost import @costs.csv
    partner cost add K9 AV --category D.1 --wp WP2 --on 2020-07-10 --description Bus --amount 90
    partner cost set K9 --amount 95
    partner cost remove K9 --yes
    partner cost evidence import @receipts
    partner cost estimate import @estimates.csv
    partner cost estimate add EST9 AV --category D.1 --month 2021-11 --amount 700
    partner cost estimate set EST9 --amount 650
    partner cost estimate remove EST9 --yes
    partner payment import @payments.csv
    partner payment add PAY9 interim --amount 20000 --on 2021-06-02
    partner payment set PAY9 --amount 21000
    partner payment remove PAY9 --yes
    partner payment share NP 21.5 --because Agreement
    partner statement set NP --period RP1 --requested 500
    project figure set indirect-costs rate 10% --because Agreement
    report period lock RP1 --because Due --on 2021-03-01
    report period reopen RP1 --because Corrections --on 2021-03-02
    report period lock RP1 --because Due --on 2021-03-03
    report period submit RP1 --on 2021-03-04
    report period accept RP1 --on 2021-06-30
    report period accepted import @answer.csv
    partner cost set K1 --amount 1300
    partner statement adjust NP K1 --period RP2 --because Typo
    """

  private static let files = [
    "budget.csv": "partner,category,work_package,amount\nNP,D.1,WP5,6000\nNP,A.1,WP1,9000\n",
    "rates.csv":
      "Date,CZK,PLN\n2022-01-31,24.50,4.60\n2021-01-29,25.60,4.54\n2020-02-03,25.21,4.30\n",
    "persons.csv": "person,partner,employment\nNP-1,NP,100\n",
    "pay.csv": "person,from,annual_cost,currency\nNP-1,2020-01-01,720000,CZK\n",
    "plan.csv": "participant,work_package,person_months\nNP,WP1,12\n",
    "hours.csv": "person,month,work_package,hours\nNP-1,2020-05,WP1,37.5\nNP-1,2021-05,WP5,20\n",
    "costs.csv":
      "partner,category,work_package,date,description,invoice,amount,currency\n"
      + "NP,D.1,WP5,2020-05-14,Train,F1,1234.50,CZK\nNP,D.3,WP1,2021-05-14,Hall,F2,100,EUR\n",
    "estimates.csv": "partner,category,2021-09,2021-10\nNP,D.1,400,500\n",
    "payments.csv": "on,kind,amount,partner\n2020-03-02,pre-financing,144000,\n"
      + "2020-03-20,pre-financing,28800,NP\n",
    "answer.csv": "partner,period,category,accepted\nNP,RP1,D.1,40\n",
    "receipts/F1.pdf": "receipt",
  ]

  private let folder: Folder

  init() throws {
    folder = try Folder()
    mkdir(folder("receipts"), 0o755)
    for (name, text) in Self.files {
      let file = try #require(fopen(folder(name), "w"))
      fwrite(text, 1, text.utf8.count, file)
      fclose(file)
    }
    #expect(run("init --template blues") == 0)
  }

  private func run(_ line: String, to output: String = "out.txt") -> Int32 {
    let words = line.split(separator: " ").map {
      $0.hasPrefix("@") ? folder(String($0.dropFirst())) : String($0)
    }
    return Launch.run(words + ["--db", folder("p.db"), "-o", folder(output), "--force"])
  }

  /// What every report on money says, in full.
  private func figures() throws -> [String] {
    var told: [String] = []
    for report in [
      "report summary", "report budget", "report effort --by person", "report payments",
      "report period accepted list", "partner cost estimate list",
    ] {
      // Before there are rates a report may be refused; that it is, is a figure like others.
      let code = run("\(report) --format json", to: "figures.json")
      told.append(code == 0 ? try folder.text("figures.json") : "exit \(code)")
    }
    return told
  }

  @Test func `is in the story that is taken back`() {
    let told = Self.story.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    for leaf in `One door for a change`.leaves where leaf.type is any ChangingCommand.Type {
      let path = leaf.path.joined(separator: " ")
      guard Self.rooms.contains(where: { path.hasPrefix("\($0) ") }) else { continue }
      #expect(told.contains { $0.starts(with: leaf.path) }, "\(path) is not in the story")
    }
  }

  @Test func `restores every figure when it is undone, and when it is redone`() throws {
    var states = [try figures()]
    for line in Self.story.split(separator: "\n").map(String.init) {
      #expect([0, 3].contains(run(line)), "\(line)")
      states.append(try figures())
    }
    for (number, state) in states.dropLast().enumerated().reversed() {
      #expect(run("undo") == 0)
      #expect(try figures() == state, "undo of step \(number)")
    }
    for (number, state) in states.dropFirst().enumerated() {
      #expect(run("redo") == 0)
      #expect(try figures() == state, "redo of step \(number)")
    }
  }
}
