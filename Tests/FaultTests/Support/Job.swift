import Foundation

/// A command in a folder that changes the disk, held to leave all it does or nothing.
enum Job: String, CaseIterable {
  case starting, importing, updating, submitting, merging, takingBack, undoing, redoing, locking
  case erasing, copyingPaper, copyingReceipts, backingUp, rotating, restoring, replacing, mending
  case loading, migrating, exporting, overwriting, receiving, applying

  var words: [String] {
    switch self {
    case .starting: ["init", "--template", "blues"]
    case .importing, .updating: ["partner", "contact", "import", "list.csv", "-o", "answer.txt"]
    case .submitting, .migrating: ["workpackage", "deliverable", "submit", "D1.1"]
    case .merging: ["partner", "contact", "merge", "C3", "C4", "C5", "--yes"]
    case .takingBack: ["partner", "contact", "batch", "undo", "\(Stock.steps)"]
    case .undoing: ["undo", "-o", "answer.txt"]
    case .redoing: ["redo"]
    case .locking: ["report", "period", "lock", "RP1", "--because", "The Agency waits"]
    case .erasing: ["partner", "contact", "erase", "C7", "--because", "Request", "--yes"]
    case .copyingPaper:
      ["exchange", "paper", "add", "EX-001", "travel-proof", "ticket.pdf", "--copy"]
    case .copyingReceipts: ["partner", "cost", "evidence", "import", "receipts", "--copy"]
    case .backingUp: ["backup", "copy.db"]
    case .rotating: ["backup", "backups", "--keep", "2"]
    case .restoring, .replacing, .mending: ["restore", "backup.db", "--yes"]
    case .loading: ["load", "project.jsonl"]
    case .exporting: ["partner", "contact", "export", "-o", "contacts.csv"]
    case .overwriting: ["partner", "contact", "export", "--force", "-o", "contacts.csv"]
    case .receiving: ["share", "receive", "came.parcel"]
    case .applying: ["share", "apply"]
    }
  }

  /// The file its answer goes to, which is written when the change is made.
  var output: String? { words.contains("-o") ? words.last : nil }

  /// Whether numbers of its project are drawn by lot.
  var drawsNumbers: Bool { self == .starting }

  /// The files it starts from, with a list of so many rows where it imports one.
  func files(rows: Int = 60) throws -> [String: Data] {
    let rich = try Stock.rich()
    switch self {
    case .starting: return [:]
    case .importing: return ["blues.db": try Stock.fresh(), "list.csv": Stock.list(rows: rows)]
    case .updating:
      return [
        "blues.db": try Stock.imported(rows: rows),
        "list.csv": Stock.list(rows: rows, city: "Nowe Żory"),
      ]
    case .takingBack, .undoing, .submitting, .merging, .locking, .exporting:
      return ["blues.db": rich]
    case .erasing:
      return ["blues.db": rich, "blues.db.before-layout-\(Stock.newest)": try Stock.older()]
    case .redoing: return ["blues.db": try Stock.undone()]
    case .copyingPaper: return ["blues.db": rich, "ticket.pdf": Stock.paper]
    case .copyingReceipts:
      return [
        "blues.db": rich, "receipts/K1.pdf": Stock.paper, "receipts/K2 seats.pdf": Stock.paper,
      ]
    case .backingUp: return ["blues.db": rich]
    case .rotating:
      let names = ["2020-05-01", "2020-05-02"].map { "backups/blues-\($0)T120000Z.db" }
      return ["blues.db": rich, names[0]: try Stock.fresh(), names[1]: try Stock.planned()]
    case .restoring: return ["backup.db": rich]
    case .replacing: return ["backup.db": try Stock.undone(), "blues.db": rich]
    case .mending: return ["backup.db": rich, "blues.db": try Stock.broken()]
    case .loading: return ["project.jsonl": try Stock.dump()]
    case .migrating: return ["blues.db": try Stock.older()]
    case .overwriting: return ["blues.db": rich, "contacts.csv": Data("old\n".utf8)]
    case .receiving: return try SharedStock.get().files(received: false)
    case .applying: return try SharedStock.get().files(received: true)
    }
  }

  func standing(of shop: Workshop) throws -> Standing {
    try Standing.of(shop, drawsNumbers: drawsNumbers)
  }
}
