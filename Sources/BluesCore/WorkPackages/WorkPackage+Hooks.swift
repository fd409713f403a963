extension WorkPackage {
  /// What the plan tells of others: the numbers of the work packages that a partner leads.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.columns["partner"] = [
      "leads": """
      SELECT group_concat(number, ' ')
      FROM (SELECT number FROM work_package WHERE lead_id = partner.id ORDER BY number)
      """
    ]
    return hooks
  }()
}
