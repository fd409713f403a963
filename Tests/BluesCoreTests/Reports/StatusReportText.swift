extension `The status report` {
  /// The report on the small project of 31 March 2021, 80 columns wide.
  static let text = """
    BLUES: status on 31 March 2021
    ══════════════════════════════
    Blue and Eco industries cluster exchange for induStrial modernisation, grant
    874426; project month M14 of 24

    On                2021-03-31
    Project           BLUES
    Project month     M14
    Reporting period  RP2
    Start             2020-02-01
    End               2022-01-31
    Days left         306

    Indicators
    ──────────

    Exchanges completed     [----------] 0 of 50  0 under way, 0 drafted
    Entities represented    [----------] 3 of 464
                            member organisations of the clusters
    Deliverables submitted  [███-------] 1 of 3 !  1 late
    Milestones achieved     [----------] 0 of 2  0 late

    Late
    ────

    No    Title  Lead    Due on      Standing
    D3.1  Guide  ZINNAE  2021-02-28  31 days late

    Next 60 days
    ────────────

    No    Title  Lead        Due on      Standing
    MS1   Open   ZINNAE; NP  2021-03-31  due today
    D3.2  Pilot              2021-04-30  due in 30 days

    Plan
    ────

                                       2020                2021
                                       M1   M4    M7   M10   M13   M16  M19   M22
    WP1 Capacity building and …        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      D1.1 Study                     ~           ◆              │
    WP3 Setting up the BluesXchange… ! ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      D3.1 Guide                     !                        ◆ │
      D3.2 Pilot                                                │ ◆
    WP5 Project management             ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Milestones                         ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      MS1 Open                                                  ◆
      MS2 End                                                   │                  ◆
    ━ group  ◆ due  │ today  ~ done late  ! late

    By work package
    ───────────────

    WP   Title                 Lead    Delivered  Of  Achieved  Of  Activities  Late
    WP1  Capacity building     NP              1   1         0   0           0     0
         and strategy
         construction
    WP3  Setting up the        ZINNAE          0   2         0   0           0     1
         BluesXchange pilot
         and organizing
         exchanges
    WP5  Project management    BNPT            0   0         0   0           0     0

    By partner
    ──────────

    Partner  Leads  Delivered  Of  Milestones  Activities  Open actions  Late
    BNPT     WP5            0   0           0           0             0     0
    AV                      0   0           0           0             0     0
    MCICT                   0   0           0           0             0     0
    NP       WP1            1   1           1           0             0     0
    ZINNAE   WP3            0   1           1           0             0     1

    Exchanges
    ─────────

    No exchanges yet. Plan one with `blues exchange propose`.

    Contacts by partner and country
    ───────────────────────────────

    Partner  Country  Organisations  Contacts
    ZINNAE   ES                   3         3
    none     unknown              0         1

    Changed in the last 30 days
    ───────────────────────────

    On          Who     What
    2021-03-31  tester  added contact C4
    2021-03-31  tester  imported list.csv: 3 created, 0 updated
    2021-03-31  tester  added MS2
    2021-03-31  tester  added MS1
    2021-03-31  tester  submitted D1.1 on 2020-08-03
    2021-03-31  tester  added D3.2
    2021-03-31  tester  added D3.1
    2021-03-31  tester  added D1.1

    """
}
