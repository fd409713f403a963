internal import Documents

extension StatusReport {
  /// Where each work package and each partner is, and what was done, as far as there are any.
  func parts(_ deliverables: [Deliverable], _ milestones: [Milestone]) throws -> [Block] {
    let packages = try store.workPackages.all()
    let partners = try store.partners.all()
    let activities = try store.activities.all()
    var blocks: [Block] = []
    if !packages.isEmpty {
      blocks += [.section("By work package"), .table(table(packages, milestones, activities))]
      // The list of work packages counts deliverables alone.
      if milestones.contains(where: \.standing.isLate) {
        blocks.append(.note("Late counts deliverables and milestones.", .muted))
      }
    }
    if !partners.isEmpty {
      blocks += [
        .section("By partner"),
        .table(try table(partners, deliverables, milestones, activities)),
      ]
    }
    if !activities.isEmpty {
      blocks += [.section("Activities"), .table(table(activities))]
    }
    let actions = try store.actions.all().filter(\.isOpen)
    if !actions.isEmpty {
      blocks += [.section("Open actions"), .table(shown("actions", actions))]
    }
    let labels = try store.labels.all()
    if !labels.isEmpty { blocks += [.section("Labels"), .table(shown("labels", labels))] }
    return blocks
  }

  /// The columns of a list that it shows.
  private func shown<R: Record>(_ noun: String, _ records: [R]) -> Table {
    Table(noun: noun, fields: R.register.fields.filter(\.column.isShown), rows: records)
  }

  private func table(
    _ packages: [WorkPackage], _ milestones: [Milestone], _ activities: [Activity]
  ) -> Table {
    let rows = packages.map { package in
      (
        package: package, milestones: milestones.filter { $0.workPackages.contains(package.code) },
        done: activities.count {
          $0.workPackage == package.code.description && $0.status == .delivered
        }
      )
    }
    return Table(
      noun: "workpackages",
      fields: [
        Field("code", "WP", rank: .key) { .text($0.package.code.description) },
        Field("title", "Title", rank: .main) { .text($0.package.title) },
        Field("lead", "Lead") { .text(orEmpty: $0.package.lead) },
        Field("delivered", "Delivered") { .integer($0.package.delivered) },
        Field("deliverables", "Of") { .integer($0.package.deliverables) },
        Field("achieved", "Achieved") { .integer($0.milestones.count { $0.achievedOn != nil }) },
        Field("milestones", "Of") { .integer($0.milestones.count) },
        Field("activities", "Activities") { .integer($0.done) },
        Field("late", "Late", rank: .key) { row in
          let late = row.package.late + row.milestones.count { $0.standing.isLate }
          return .integer(late, late == 0 ? .plain : .bad)
        },
      ], rows: rows)
  }

  private func table(
    _ partners: [Partner], _ deliverables: [Deliverable], _ milestones: [Milestone],
    _ activities: [Activity]
  ) throws -> Table {
    let actions = try store.actions.all().filter(\.isOpen)
    let rows = partners.map { partner in
      let name = partner.code.text
      let owed = deliverables.filter { $0.lead == name }
      let reached = milestones.filter { $0.leads.contains(name) }
      let asked = actions.filter { $0.owner == name }
      return (
        partner: partner, owed: owed, milestones: reached.count, actions: asked.count,
        activities: activities.count { $0.partners.contains(name) && $0.status == .delivered },
        late: owed.count(where: \.isLate) + reached.count { $0.standing.isLate }
          + asked.count(where: \.isLate)
      )
    }
    return Table(
      noun: "partners",
      fields: [
        Field("code", "Partner", rank: .key) { .text($0.partner.code.text) },
        Field("leads", "Leads") { .list($0.partner.leads) },
        Field("delivered", "Delivered") { row in
          .integer(row.owed.count { $0.state == .submitted || $0.state == .accepted })
        },
        Field("deliverables", "Of") { .integer($0.owed.count) },
        Field("milestones", "Milestones") { .integer($0.milestones) },
        Field("activities", "Activities") { .integer($0.activities) },
        Field("actions", "Open actions") { .integer($0.actions) },
        Field("contacts", "Contacts", shown: false) { .integer($0.partner.contacts) },
        Field("late", "Late", rank: .key) {
          .integer($0.late, $0.late == 0 ? .plain : .bad)
        },
      ], rows: rows)
  }

  /// Activities by type, with what came of those that were delivered.
  private func table(_ activities: [Activity]) -> Table {
    let rows = ActivityType.allCases.compactMap { type -> (ActivityType, [Activity])? in
      let own = activities.filter { $0.type == type }
      return own.isEmpty ? nil : (type, own)
    }
    @Sendable func delivered(_ row: (ActivityType, [Activity])) -> [Activity] {
      row.1.filter { $0.status == .delivered }
    }
    return Table(
      noun: "activities",
      fields: [
        Field("type", "Type", rank: .key) { .text($0.0.rawValue) },
        Field("delivered", "Delivered") { .integer(delivered($0).count) },
        Field("ahead", "Ahead") { row in
          .integer(row.1.count { [.planned, .ongoing, .postponed].contains($0.status) })
        },
        Field("participants", "Participants") { row in
          .integer(delivered(row).reduce(0) { $0 + $1.participants })
        },
        Field("guests", "Guests") { row in .integer(delivered(row).reduce(0) { $0 + $1.guests }) },
        Field("reach", "Reach") { row in
          .integer(delivered(row).reduce(0) { $0 + ($1.reach ?? 0) })
        },
      ], rows: rows)
  }
}
