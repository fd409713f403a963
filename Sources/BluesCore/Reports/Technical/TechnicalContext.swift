internal import Basics
internal import Documents
internal import GRDB

/// What the technical report of a period asks of the project, read once.
struct TechnicalContext {
  let store: Store
  let project: Project
  let programme: Programme
  let sections: ReportSections
  let period: Period
  let days: ClosedRange<Day>
  /// The last day that the report can know: the end of the period, or today before that.
  let day: Day
  let partners: [Partner]
  let packages: [WorkPackage]
  let tasks: [PlanTask]
  let deliverables: [Deliverable]
  let milestones: [Milestone]
  let reviews: [Review]
  /// Those of the period, meetings and feedback among partners aside.
  let activities: [Activity]
  let effort: [EffortRow]
  let texts: [ReportTextKey: String]

  init(_ name: String, _ store: Store) throws {
    let project = try store.project.overview().project
    let standing = try store.periods.standing(name)
    let days = standing.days
    self.store = store
    self.project = project
    programme = try Programme.of(project)
    sections = try programme.reportSections()
    period = standing.period
    self.days = days
    day = min(days.upperBound, store.invocation.today)
    partners = try store.partners.all()
    packages = try store.workPackages.all()
    tasks = try store.tasks.all()
    deliverables = try store.deliverables.all()
    milestones = try store.milestones.all()
    reviews = try store.reviews.all()
    activities = try store.activities.all().filter { $0.isReported(in: days) }
    effort = try store.read { db in
      try EffortReport(store: store).rows(.pair, standing.period, project, db)
    }
    texts = Dictionary(uniqueKeysWithValues: try store.reportTexts.all().map { ($0.key, $0.text) })
  }

  /// The text of a section in the period; of a work package, and of a partner, where named.
  func text(
    _ section: String, _ package: WorkPackageCode? = nil, of partner: String? = nil
  ) -> String? {
    texts[
      ReportTextKey(section, workPackage: package, period: period.name, partner: partner)]
  }

  /// The texts of partners for a section, in the order of the partners.
  func texts(
    ofPartners section: String, _ package: WorkPackageCode? = nil
  ) -> [(partner: Partner, text: String)] {
    partners.compactMap { partner in
      text(section, package, of: partner.code.text).map { (partner, $0) }
    }
  }

  /// Deliverables that were due or sent in the period and late by its end.
  func lateDeliverables(of package: WorkPackageCode? = nil) -> [Deliverable] {
    deliverables.filter { item in
      guard package == nil || item.code.workPackage == package, item.dueOn <= day else {
        return false
      }
      let isSent = item.submittedOn.map { $0 <= day } ?? false
      guard isSent, let sent = item.submittedOn else { return true }
      return sent > item.dueOn && (days.contains(item.dueOn) || days.contains(sent))
    }
  }

  /// Milestones that were due by the end of the period and not reached in time.
  func missedMilestones(of package: WorkPackageCode? = nil) -> [Milestone] {
    milestones.filter { item in
      guard package.map({ item.workPackages.contains($0) }) ?? true, item.dueOn <= day else {
        return false
      }
      guard let reached = item.achievedOn, reached <= day else { return true }
      return reached > item.dueOn && (days.contains(item.dueOn) || days.contains(reached))
    }
  }

  /// The rows of effort that need an explanation.
  var deviations: [EffortRow] { effort.filter(\.isToExplain) }
}

extension Activity {
  /// Whether a report on some days has it: what was held or announced, but meetings and feedback.
  func isReported(in days: ClosedRange<Day>) -> Bool {
    guard type != .meeting, type != .feedback, status != .planned else { return false }
    guard let first = startsOn ?? endsOn, let last = lastDay else { return status == .ongoing }
    return first <= days.upperBound && last >= days.lowerBound
  }
}
