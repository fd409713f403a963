CREATE TABLE file (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
, organisation TEXT, project TEXT CHECK (length(project) = 32), first_number INTEGER NOT NULL DEFAULT 0
  CHECK (first_number >= 0)) STRICT;

CREATE TABLE operation (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  command TEXT NOT NULL,
  summary TEXT NOT NULL,
  affected TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
  target INTEGER CONSTRAINT operation_target REFERENCES operation (id),
  undone_by INTEGER CONSTRAINT operation_undone_by REFERENCES operation (id)
    DEFERRABLE INITIALLY DEFERRED,
  batch_rows INTEGER NOT NULL DEFAULT 0,
  changeset BLOB NOT NULL
, is_final INTEGER NOT NULL DEFAULT 0
  CHECK (is_final IN (0, 1)), organisation TEXT) STRICT;

CREATE INDEX operation_target ON operation (target);

CREATE INDEX operation_undone_by ON operation (undone_by);

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  acronym TEXT NOT NULL,
  title TEXT NOT NULL,
  grant_number TEXT,
  programme TEXT,
  start_day TEXT NOT NULL,
  end_day TEXT NOT NULL,
  CHECK (start_day <= end_day)
) STRICT;

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (mark IN ('confirmed', 'default', 'own')),
  source TEXT,
  CONSTRAINT fact_name UNIQUE (subject, name)
) STRICT;

CREATE TABLE period (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CONSTRAINT period_number UNIQUE,
  start_month INTEGER NOT NULL CHECK (start_month >= 1),
  end_month INTEGER NOT NULL,
  CHECK (start_month <= end_month)
) STRICT;

CREATE TABLE amendment (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CONSTRAINT amendment_number UNIQUE,
  made_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  old_start TEXT NOT NULL,
  old_end TEXT NOT NULL,
  new_start TEXT NOT NULL,
  new_end TEXT NOT NULL
) STRICT;

CREATE TABLE partner (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE CONSTRAINT partner_code UNIQUE,
  name TEXT NOT NULL,
  country TEXT,
  city TEXT,
  role TEXT NOT NULL CHECK (role IN ('coordinator', 'beneficiary', 'associated')),
  website TEXT,
  extra TEXT
, number INTEGER CHECK (number >= 1), joined_on TEXT, left_on TEXT, successor_id INTEGER
  CONSTRAINT partner_successor REFERENCES partner (id)) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT,
  country TEXT,
  type TEXT,
  vat TEXT,
  pic TEXT,
  batch INTEGER
, iban TEXT, employees TEXT, turnover TEXT, balance_total TEXT) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL
    CONSTRAINT membership_organisation REFERENCES organisation (id),
  partner_id INTEGER NOT NULL CONSTRAINT membership_partner REFERENCES partner (id),
  batch INTEGER,
  CONSTRAINT membership_once UNIQUE (organisation_id, partner_id)
) STRICT;

CREATE INDEX membership_partner ON membership (partner_id);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER CONSTRAINT contact_organisation REFERENCES organisation (id),
  partner_id INTEGER CONSTRAINT contact_partner REFERENCES partner (id),
  name TEXT,
  given_name TEXT,
  family_name TEXT,
  position TEXT,
  email TEXT,
  phone TEXT,
  mobile TEXT,
  fax TEXT,
  website TEXT,
  street TEXT,
  postcode TEXT,
  city TEXT,
  region TEXT,
  country TEXT,
  language TEXT,
  sector TEXT,
  note TEXT,
  external_id TEXT,
  -- Columns of the sender's list that blues has no field for, as a JSON object.
  extra TEXT,
  source TEXT NOT NULL,
  -- What makes a row of a list this contact, and what the row said last, as 64-bit digests.
  match_key INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  batch INTEGER
, basis TEXT
  CHECK (basis IN ('consent', 'contract', 'legal_obligation', 'vital_interests',
                   'public_task', 'legitimate_interests')), basis_date TEXT
  CHECK (basis_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), salutation TEXT, title TEXT, opt_out TEXT) STRICT;

CREATE INDEX contact_organisation ON contact (organisation_id);

CREATE TABLE work_package (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT work_package_number UNIQUE,
  title TEXT NOT NULL,
  lead_id INTEGER CONSTRAINT work_package_lead REFERENCES partner (id),
  start_month INTEGER NOT NULL CHECK (start_month >= 1),
  end_month INTEGER NOT NULL,
  participants TEXT,
  objectives TEXT,
  extra TEXT, person_months INTEGER CHECK (person_months >= 0),
  CHECK (start_month <= end_month)
) STRICT;

CREATE INDEX work_package_lead ON work_package (lead_id);

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  work_package_id INTEGER NOT NULL
    CONSTRAINT task_work_package REFERENCES work_package (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  title TEXT NOT NULL,
  lead_id INTEGER CONSTRAINT task_lead REFERENCES partner (id),
  start_month INTEGER NOT NULL CHECK (start_month >= 1),
  end_month INTEGER NOT NULL,
  extra TEXT,
  CHECK (start_month <= end_month),
  CONSTRAINT task_number UNIQUE (work_package_id, number)
) STRICT;

CREATE INDEX task_lead ON task (lead_id);

CREATE TABLE deliverable (
  id INTEGER PRIMARY KEY,
  work_package_id INTEGER NOT NULL
    CONSTRAINT deliverable_work_package REFERENCES work_package (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  title TEXT NOT NULL,
  description TEXT,
  lead_id INTEGER CONSTRAINT deliverable_lead REFERENCES partner (id),
  type TEXT,
  level TEXT,
  -- Due in a project month, which an amendment moves, or on a day, which it does not.
  due_month INTEGER CHECK (due_month >= 1),
  due_day TEXT,
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'submitted', 'accepted', 'rejected')),
  submitted_on TEXT,
  decided_on TEXT,
  extra TEXT, justification TEXT,
  CHECK ((due_month IS NULL) <> (due_day IS NULL)),
  CHECK (state = 'pending' OR submitted_on IS NOT NULL),
  CONSTRAINT deliverable_number UNIQUE (work_package_id, number)
) STRICT;

CREATE INDEX deliverable_lead ON deliverable (lead_id);

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT milestone_number UNIQUE,
  title TEXT NOT NULL,
  due_month INTEGER CHECK (due_month >= 1),
  due_day TEXT,
  verification TEXT,
  achieved_on TEXT,
  forecast_on TEXT,
  extra TEXT,
  CHECK ((due_month IS NULL) <> (due_day IS NULL))
) STRICT;

CREATE TABLE milestone_work_package (
  id INTEGER PRIMARY KEY,
  milestone_id INTEGER NOT NULL
    CONSTRAINT milestone_work_package_milestone REFERENCES milestone (id),
  work_package_id INTEGER NOT NULL
    CONSTRAINT milestone_work_package_package REFERENCES work_package (id),
  CONSTRAINT milestone_work_package_once UNIQUE (milestone_id, work_package_id)
) STRICT;

CREATE INDEX milestone_work_package_package ON milestone_work_package (work_package_id);

CREATE TABLE milestone_lead (
  id INTEGER PRIMARY KEY,
  milestone_id INTEGER NOT NULL
    CONSTRAINT milestone_lead_milestone REFERENCES milestone (id),
  partner_id INTEGER NOT NULL CONSTRAINT milestone_lead_partner REFERENCES partner (id),
  CONSTRAINT milestone_lead_once UNIQUE (milestone_id, partner_id)
) STRICT;

CREATE INDEX milestone_lead_partner ON milestone_lead (partner_id);

CREATE TABLE profile (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL
    CONSTRAINT profile_organisation REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('host', 'visitor')),
  category TEXT NOT NULL,
  managing_partner_id INTEGER CONSTRAINT profile_partner REFERENCES partner (id),
  sectors TEXT,
  languages TEXT,
  offers TEXT,
  seeks TEXT,
  available_from TEXT,
  available_to TEXT, technologies TEXT, activities TEXT, preferred_countries TEXT, motivation TEXT, eccp TEXT, partnership TEXT, city TEXT, coordinates TEXT, capacity INTEGER
  CONSTRAINT profile_capacity CHECK (capacity >= 0), cv INTEGER NOT NULL DEFAULT 0
  CONSTRAINT profile_cv CHECK (cv IN (0, 1)), assessment TEXT
  CONSTRAINT profile_assessment CHECK (assessment IN ('accepted', 'rejected')), assessed_on TEXT, assessment_note TEXT, extra TEXT,
  CONSTRAINT profile_role UNIQUE (organisation_id, role)
) STRICT;

CREATE INDEX profile_partner ON profile (managing_partner_id);

CREATE TABLE batch (
  operation INTEGER PRIMARY KEY
    CONSTRAINT batch_operation REFERENCES operation (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  source TEXT NOT NULL,
  partner TEXT,
  rows_read INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE contact_search USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

CREATE TABLE 'contact_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'contact_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'contact_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE merged_contact (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL CONSTRAINT merged_contact_survivor REFERENCES contact (id),
  organisation_id INTEGER
    CONSTRAINT merged_contact_organisation REFERENCES organisation (id),
  partner_id INTEGER CONSTRAINT merged_contact_partner REFERENCES partner (id),
  source TEXT NOT NULL,
  match_key INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  batch INTEGER,
  -- What was known of it by field, and its kept columns, as JSON objects.
  known TEXT NOT NULL,
  extra TEXT
) STRICT;

CREATE INDEX merged_contact_survivor ON merged_contact (contact_id);

CREATE INDEX merged_contact_organisation ON merged_contact (organisation_id);

CREATE TABLE merged_organisation (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL
    CONSTRAINT merged_organisation_survivor REFERENCES organisation (id),
  name TEXT NOT NULL,
  short_name TEXT,
  country TEXT,
  type TEXT,
  vat TEXT,
  pic TEXT,
  iban TEXT,
  employees TEXT,
  turnover TEXT,
  balance_total TEXT,
  batch INTEGER,
  -- What was known of it by column, as a JSON object.
  known TEXT NOT NULL
) STRICT;

CREATE INDEX merged_organisation_survivor ON merged_organisation (organisation_id);

CREATE INDEX merged_organisation_name ON merged_organisation (name, country);

CREATE TABLE distinct_contact (
  id INTEGER PRIMARY KEY,
  one_id INTEGER NOT NULL
    CONSTRAINT distinct_contact_one REFERENCES contact (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL
    CONSTRAINT distinct_contact_other REFERENCES contact (id) ON DELETE CASCADE,
  CONSTRAINT distinct_contact_once UNIQUE (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT;

CREATE INDEX distinct_contact_other ON distinct_contact (other_id);

CREATE TABLE distinct_organisation (
  id INTEGER PRIMARY KEY,
  one_id INTEGER NOT NULL
    CONSTRAINT distinct_organisation_one REFERENCES organisation (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL
    CONSTRAINT distinct_organisation_other REFERENCES organisation (id) ON DELETE CASCADE,
  CONSTRAINT distinct_organisation_once UNIQUE (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT;

CREATE INDEX distinct_organisation_other ON distinct_organisation (other_id);

CREATE TABLE "exchange" (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT exchange_number UNIQUE,
  host_id INTEGER NOT NULL CONSTRAINT exchange_host REFERENCES profile (id),
  visitor_id INTEGER NOT NULL CONSTRAINT exchange_visitor REFERENCES profile (id),
  mode TEXT NOT NULL CHECK (mode IN ('physical', 'virtual', 'hybrid')),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('draft', 'applied', 'eligible', 'matched', 'agreed', 'contracted',
      'ongoing', 'completed', 'reported', 'validated', 'paid', 'closed', 'cancelled',
      'withdrawn', 'no_show')),
  -- The edition of the rule book the exchange was agreed under.
  rule_book TEXT,
  -- Exchanges of one group have one number: several visitors at one host.
  group_number INTEGER,
  distance_km INTEGER CHECK (distance_km >= 0),
  -- Where the distance is from, in words.
  distance_basis TEXT,
  agreed_cents INTEGER CHECK (agreed_cents >= 0),
  paid_cents INTEGER CHECK (paid_cents >= 0),
  bank_reference TEXT,
  goals TEXT,
  agenda TEXT,
  -- The figures that the project had other than the edition, as a JSON array.
  rule_figures TEXT,
  CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE "exchange_step" (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL
    CONSTRAINT exchange_step_exchange REFERENCES "exchange" (id),
  step TEXT NOT NULL
    CHECK (step IN ('draft', 'applied', 'eligible', 'matched', 'agreed', 'contracted',
      'ongoing', 'completed', 'reported', 'validated', 'paid', 'closed', 'cancelled',
      'withdrawn', 'no_show')),
  happened_on TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX exchange_host ON exchange (host_id);

CREATE INDEX exchange_visitor ON exchange (visitor_id);

CREATE INDEX exchange_group ON exchange (group_number) WHERE group_number IS NOT NULL;

CREATE INDEX exchange_step_exchange ON exchange_step (exchange_id);

CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL CONSTRAINT paper_exchange REFERENCES exchange (id),
  kind TEXT NOT NULL,
  -- The path from the project file's folder, or an absolute one; none for a paper that lies
  -- elsewhere.
  file TEXT,
  -- Whether the file was copied beside the project.
  is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)),
  -- SHA-256 of the file in lower hexadecimal digits, as it was when registered.
  sha256 TEXT CHECK (length(sha256) = 64),
  size INTEGER CHECK (size >= 0),
  dated TEXT NOT NULL,
  note TEXT,
  CHECK ((file IS NULL) = (sha256 IS NULL))
) STRICT;

CREATE INDEX paper_exchange ON paper (exchange_id);

CREATE TABLE paper_signature (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL CONSTRAINT paper_signature_paper REFERENCES paper (id),
  party TEXT NOT NULL
    CHECK (party IN ('host', 'host-partner', 'visitor', 'visitor-partner')),
  signed_on TEXT NOT NULL,
  CONSTRAINT paper_signature_once UNIQUE (paper_id, party)
) STRICT;

CREATE TABLE exchange_person (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL
    CONSTRAINT exchange_person_exchange REFERENCES exchange (id),
  contact_id INTEGER NOT NULL CONSTRAINT exchange_person_contact REFERENCES contact (id),
  side TEXT NOT NULL CHECK (side IN ('host', 'visitor')),
  role TEXT,
  CONSTRAINT exchange_person_once UNIQUE (exchange_id, contact_id)
) STRICT;

CREATE INDEX exchange_person_contact ON exchange_person (contact_id);

CREATE TABLE exchange_approval (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL
    CONSTRAINT exchange_approval_exchange REFERENCES exchange (id),
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  approved_on TEXT NOT NULL,
  CONSTRAINT exchange_approval_once UNIQUE (exchange_id, rule)
) STRICT;

CREATE TABLE rule_figure (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  figure TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT rule_figure_once UNIQUE (rule, figure)
) STRICT;

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  exchange_id INTEGER NOT NULL CONSTRAINT feedback_exchange REFERENCES exchange (id),
  side TEXT NOT NULL CHECK (side IN ('host', 'visitor')),
  given_on TEXT NOT NULL,
  text TEXT,
  CONSTRAINT feedback_once UNIQUE (exchange_id, side)
) STRICT;

CREATE TABLE feedback_score (
  id INTEGER PRIMARY KEY,
  feedback_id INTEGER NOT NULL
    CONSTRAINT feedback_score_feedback REFERENCES feedback (id),
  question TEXT NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  CONSTRAINT feedback_score_once UNIQUE (feedback_id, question)
) STRICT;

CREATE UNIQUE INDEX exchange_stay ON exchange (id, mode, first_day, last_day);

CREATE TABLE step_ground (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL CONSTRAINT step_ground_step REFERENCES exchange_step (id),
  earlier_step_id INTEGER CONSTRAINT step_ground_earlier REFERENCES exchange_step (id),
  paper_id INTEGER CONSTRAINT step_ground_paper REFERENCES paper (id),
  signature_id INTEGER CONSTRAINT step_ground_signature REFERENCES paper_signature (id),
  exchange_id INTEGER,
  mode TEXT,
  first_day TEXT,
  last_day TEXT,
  CONSTRAINT step_ground_stay FOREIGN KEY (exchange_id, mode, first_day, last_day)
    REFERENCES exchange (id, mode, first_day, last_day),
  CHECK ((earlier_step_id IS NOT NULL) + (paper_id IS NOT NULL)
    + (signature_id IS NOT NULL) + (exchange_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX step_ground_step ON step_ground (step_id);

CREATE INDEX step_ground_earlier ON step_ground (earlier_step_id)
  WHERE earlier_step_id IS NOT NULL;

CREATE INDEX step_ground_paper ON step_ground (paper_id) WHERE paper_id IS NOT NULL;

CREATE INDEX step_ground_signature ON step_ground (signature_id)
  WHERE signature_id IS NOT NULL;

CREATE INDEX step_ground_stay ON step_ground (exchange_id) WHERE exchange_id IS NOT NULL;

CREATE INDEX contact_partner ON contact (partner_id) WHERE partner_id IS NOT NULL;

CREATE TABLE contact_edit (
  id INTEGER PRIMARY KEY,
  -- A contact, or one that was merged into another since.
  contact_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  listed TEXT, earlier TEXT,
  CONSTRAINT contact_edit_once UNIQUE (contact_id, field)
) STRICT;

CREATE TABLE risk (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT risk_number UNIQUE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('foreseen', 'unforeseen')),
  likelihood TEXT NOT NULL CHECK (likelihood IN ('low', 'medium', 'high')),
  impact TEXT NOT NULL CHECK (impact IN ('low', 'medium', 'high')),
  owner_id INTEGER CONSTRAINT risk_owner REFERENCES partner (id),
  mitigation TEXT,
  raised_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'occurred', 'closed')),
  state_on TEXT, note TEXT, extra TEXT
) STRICT;

CREATE INDEX risk_owner ON risk (owner_id);

CREATE TABLE risk_work_package (
  id INTEGER PRIMARY KEY,
  risk_id INTEGER NOT NULL CONSTRAINT risk_work_package_risk REFERENCES risk (id),
  work_package_id INTEGER NOT NULL
    CONSTRAINT risk_work_package_package REFERENCES work_package (id),
  CONSTRAINT risk_work_package_once UNIQUE (risk_id, work_package_id)
) STRICT;

CREATE INDEX risk_work_package_package ON risk_work_package (work_package_id);

CREATE TABLE last_id (
  -- The table, or table and column: `contact`, `exchange.number`.
  name TEXT PRIMARY KEY NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE list_option (
  operation INTEGER PRIMARY KEY
    CONSTRAINT list_option_operation REFERENCES operation (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  source TEXT,
  -- A JSON array of options with their values, such as "--country=CZ".
  options TEXT NOT NULL
) STRICT;

CREATE TABLE record_edit (
  id INTEGER PRIMARY KEY,
  -- The table of the record, such as deliverable.
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  listed TEXT,
  CONSTRAINT record_edit_once UNIQUE (kind, record_id, field)
) STRICT;

CREATE UNIQUE INDEX partner_number ON partner (number);

CREATE INDEX partner_successor ON partner (successor_id);

CREATE TABLE partner_name (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL CONSTRAINT partner_name_partner REFERENCES partner (id),
  code TEXT NOT NULL COLLATE NOCASE,
  until TEXT NOT NULL
) STRICT;

CREATE INDEX partner_name_partner ON partner_name (partner_id);

CREATE TABLE planned_effort (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL CONSTRAINT planned_effort_partner REFERENCES partner (id),
  -- A third party linked to the partner; empty for the partner itself.
  third_party TEXT NOT NULL,
  work_package_id INTEGER NOT NULL
    CONSTRAINT planned_effort_package REFERENCES work_package (id),
  person_months INTEGER NOT NULL CHECK (person_months >= 0),
  CONSTRAINT planned_effort_once UNIQUE (partner_id, third_party, work_package_id)
) STRICT;

CREATE INDEX planned_effort_package ON planned_effort (work_package_id);

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT review_number UNIQUE,
  title TEXT NOT NULL,
  due_month INTEGER CHECK (due_month >= 1),
  due_day TEXT,
  venue TEXT, held_on TEXT, comments TEXT, extra TEXT,
  CHECK ((due_month IS NULL) <> (due_day IS NULL))
) STRICT;

CREATE TABLE baseline (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE CONSTRAINT baseline_name UNIQUE,
  taken_on TEXT NOT NULL,
  note TEXT,
  -- The plan as JSON: for each kind of record, what each says by its code.
  plan TEXT NOT NULL
) STRICT;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT indicator_number UNIQUE,
  title TEXT NOT NULL,
  unit TEXT,
  work_package_id INTEGER
    CONSTRAINT indicator_work_package REFERENCES work_package (id),
  counts TEXT NOT NULL CHECK (counts IN ('nothing', 'exchanges', 'entities', 'deliverables', 'trained', 'events')),
  cumulative TEXT NOT NULL CHECK (cumulative IN ('yes', 'no')),
  baseline_hundredths INTEGER,
  target_hundredths INTEGER,
  source TEXT, extra TEXT,
  -- These three have their target elsewhere.
  CHECK (counts NOT IN ('exchanges', 'entities', 'deliverables')
    OR target_hundredths IS NULL)
) STRICT;

CREATE INDEX indicator_work_package ON indicator (work_package_id);

CREATE TABLE indicator_target (
  id INTEGER PRIMARY KEY,
  indicator_id INTEGER NOT NULL
    CONSTRAINT indicator_target_indicator REFERENCES indicator (id),
  partner_id INTEGER NOT NULL CONSTRAINT indicator_target_partner REFERENCES partner (id),
  target_hundredths INTEGER NOT NULL,
  CONSTRAINT indicator_target_once UNIQUE (indicator_id, partner_id)
) STRICT;

CREATE INDEX indicator_target_partner ON indicator_target (partner_id);

CREATE TABLE indicator_reading (
  id INTEGER PRIMARY KEY,
  indicator_id INTEGER NOT NULL
    CONSTRAINT indicator_reading_indicator REFERENCES indicator (id),
  read_on TEXT NOT NULL,
  value_hundredths INTEGER,
  words TEXT,
  -- Of the whole project where there is none.
  partner_id INTEGER CONSTRAINT indicator_reading_partner REFERENCES partner (id),
  source TEXT, evidence TEXT,
  CHECK ((value_hundredths IS NULL) <> (words IS NULL))
) STRICT;

CREATE INDEX indicator_reading_indicator ON indicator_reading (indicator_id);

CREATE INDEX indicator_reading_partner ON indicator_reading (partner_id);

CREATE TABLE risk_state (
  id INTEGER PRIMARY KEY,
  risk_id INTEGER NOT NULL CONSTRAINT risk_state_risk REFERENCES risk (id),
  period_id INTEGER NOT NULL CONSTRAINT risk_state_period REFERENCES period (id),
  mitigated TEXT NOT NULL CHECK (mitigated IN ('yes', 'no')),
  occurred TEXT NOT NULL CHECK (occurred IN ('yes', 'no')),
  note TEXT,
  CONSTRAINT risk_state_once UNIQUE (risk_id, period_id)
) STRICT;

CREATE INDEX risk_state_period ON risk_state (period_id);

CREATE TABLE "deliverable_step" (
  id INTEGER PRIMARY KEY,
  deliverable_id INTEGER NOT NULL
    CONSTRAINT deliverable_step_deliverable REFERENCES deliverable (id),
  step TEXT NOT NULL
    CHECK (step IN ('submitted', 'accepted', 'rejected', 'postponed', 'justified')),
  happened_on TEXT NOT NULL,
  -- For a moved due date: the one before and after, as a month (M6) or a day.
  old_due TEXT,
  new_due TEXT,
  note TEXT
) STRICT;

CREATE INDEX deliverable_step_deliverable ON deliverable_step (deliverable_id);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT activity_number UNIQUE,
  title TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('training', 'feedback', 'joint-event', 'matchmaking', 'mission', 'meeting', 'communication', 'dissemination')),
  work_package_id INTEGER
    CONSTRAINT activity_work_package REFERENCES work_package (id),
  task_id INTEGER CONSTRAINT activity_task REFERENCES task (id),
  place TEXT,
  starts_on TEXT,
  ends_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('planned', 'ongoing', 'delivered', 'postponed', 'cancelled')),
  kind TEXT,
  -- Codes of audiences, a line each.
  audiences TEXT,
  reach INTEGER,
  cost_hundredths INTEGER,
  link TEXT,
  outcome TEXT,
  hours_hundredths INTEGER,
  satisfaction_hundredths INTEGER,
  responses INTEGER,
  emblem TEXT CHECK (emblem IN ('yes', 'no')),
  funding_sentence TEXT CHECK (funding_sentence IN ('yes', 'no')),
  grant_number TEXT CHECK (grant_number IN ('yes', 'no')),
  disclaimer TEXT CHECK (disclaimer IN ('yes', 'no')),
  agency_name TEXT CHECK (agency_name IN ('yes', 'no')),
  programme_name TEXT CHECK (programme_name IN ('yes', 'no')),
  project_name TEXT CHECK (project_name IN ('yes', 'no')),
  note TEXT,
  extra TEXT,
  CHECK (ends_on >= starts_on)
) STRICT;

CREATE INDEX activity_work_package ON activity (work_package_id);

CREATE INDEX activity_task ON activity (task_id);

CREATE TABLE activity_partner (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL
    CONSTRAINT activity_partner_activity REFERENCES activity (id),
  partner_id INTEGER NOT NULL
    CONSTRAINT activity_partner_partner REFERENCES partner (id),
  CONSTRAINT activity_partner_once UNIQUE (activity_id, partner_id)
) STRICT;

CREATE INDEX activity_partner_partner ON activity_partner (partner_id);

CREATE TABLE activity_contact (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL
    CONSTRAINT activity_contact_activity REFERENCES activity (id),
  contact_id INTEGER NOT NULL
    CONSTRAINT activity_contact_contact REFERENCES contact (id),
  side TEXT NOT NULL CHECK (side IN ('member', 'guest')),
  CONSTRAINT activity_contact_once UNIQUE (activity_id, contact_id)
) STRICT;

CREATE INDEX activity_contact_contact ON activity_contact (contact_id);

CREATE TABLE activity_count (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL
    CONSTRAINT activity_count_activity REFERENCES activity (id),
  -- A code of the list organisation-category, or other.
  type TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('member', 'guest')),
  persons INTEGER NOT NULL CHECK (persons >= 1),
  CONSTRAINT activity_count_once UNIQUE (activity_id, type, side)
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT decision_number UNIQUE,
  title TEXT NOT NULL,
  meeting_id INTEGER CONSTRAINT decision_meeting REFERENCES activity (id),
  decided_on TEXT,
  note TEXT,
  extra TEXT
) STRICT;

CREATE INDEX decision_meeting ON decision (meeting_id);

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT action_number UNIQUE,
  title TEXT NOT NULL,
  meeting_id INTEGER CONSTRAINT action_meeting REFERENCES activity (id),
  owner_id INTEGER CONSTRAINT action_owner REFERENCES partner (id),
  due_on TEXT,
  done_on TEXT,
  note TEXT,
  extra TEXT
) STRICT;

CREATE INDEX action_meeting ON action (meeting_id);

CREATE INDEX action_owner ON action (owner_id);

CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT label_number UNIQUE,
  partner_id INTEGER NOT NULL CONSTRAINT label_partner REFERENCES partner (id),
  level TEXT NOT NULL CHECK (level IN ('bronze', 'silver', 'gold')),
  obtained_on TEXT,
  valid_to TEXT,
  score_hundredths INTEGER,
  score_structure_hundredths INTEGER,
  score_governance_hundredths INTEGER,
  score_financing_hundredths INTEGER,
  score_strategy_hundredths INTEGER,
  score_services_hundredths INTEGER,
  score_contacts_hundredths INTEGER,
  score_achievements_hundredths INTEGER,
  improvement_1 TEXT,
  improvement_2 TEXT,
  improvement_3 TEXT,
  note TEXT,
  extra TEXT,
  CHECK (valid_to >= obtained_on)
) STRICT;

CREATE INDEX label_partner ON label (partner_id);

CREATE TABLE label_term (
  id INTEGER PRIMARY KEY,
  label_id INTEGER NOT NULL CONSTRAINT label_term_label REFERENCES label (id),
  level TEXT NOT NULL CHECK (level IN ('bronze', 'silver', 'gold')),
  obtained_on TEXT,
  valid_to TEXT,
  score_hundredths INTEGER
) STRICT;

CREATE INDEX label_term_label ON label_term (label_id);

CREATE TABLE strategy (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT strategy_number UNIQUE,
  title TEXT NOT NULL,
  partner_id INTEGER CONSTRAINT strategy_partner REFERENCES partner (id),
  kind TEXT NOT NULL CHECK (kind IN ('strategy', 'action-plan', 'analysis', 'benchmarking', 'survey', 'other')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'ongoing', 'done', 'adopted')),
  done_on TEXT,
  link TEXT,
  note TEXT,
  extra TEXT
) STRICT;

CREATE INDEX strategy_partner ON strategy (partner_id);

CREATE TABLE follower_task (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL CONSTRAINT follower_task_task REFERENCES task (id),
  -- The task that it begins after.
  after_id INTEGER NOT NULL CONSTRAINT follower_task_after REFERENCES task (id),
  CONSTRAINT follower_task_once UNIQUE (task_id, after_id),
  CHECK (task_id <> after_id)
) STRICT;

CREATE INDEX follower_task_after ON follower_task (after_id);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  -- The table of the record and the number of its row.
  record_kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- The path from the project file's folder, or an absolute one; none for a document that
  -- lies elsewhere.
  file TEXT,
  -- Whether the file was copied beside the project.
  is_copy INTEGER NOT NULL DEFAULT 0 CHECK (is_copy IN (0, 1)),
  -- SHA-256 of the file in lower hexadecimal digits, as it was when registered.
  sha256 TEXT CHECK (length(sha256) = 64),
  size INTEGER CHECK (size >= 0),
  dated TEXT NOT NULL,
  note TEXT,
  CHECK ((file IS NULL) = (sha256 IS NULL))
) STRICT;

CREATE INDEX document_record ON document (record_kind, record_id);

CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT budget_line_number UNIQUE,
  partner_id INTEGER NOT NULL CONSTRAINT budget_line_partner REFERENCES partner (id),
  category TEXT NOT NULL,
  work_package_id INTEGER
    CONSTRAINT budget_line_work_package REFERENCES work_package (id),
  amount_cents INTEGER NOT NULL,
  amendment INTEGER NOT NULL CHECK (amendment >= 0),
  note TEXT, extra TEXT
) STRICT;

CREATE INDEX budget_line_partner ON budget_line (partner_id);

CREATE INDEX budget_line_work_package ON budget_line (work_package_id);

CREATE TABLE cost_line (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT cost_line_number UNIQUE,
  partner_id INTEGER NOT NULL CONSTRAINT cost_line_partner REFERENCES partner (id),
  category TEXT NOT NULL,
  work_package_id INTEGER CONSTRAINT cost_line_work_package REFERENCES work_package (id),
  task_id INTEGER CONSTRAINT cost_line_task REFERENCES task (id),
  incurred_on TEXT NOT NULL,
  paid_on TEXT,
  description TEXT NOT NULL,
  supplier TEXT, invoice TEXT,
  amount_cents INTEGER NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  vat_cents INTEGER,
  vat_deductible TEXT CHECK (vat_deductible IN ('yes', 'no')),
  foreseen TEXT CHECK (foreseen IN ('yes', 'no')),
  outside_exchanges TEXT CHECK (outside_exchanges IN ('yes', 'no')),
  sender_id TEXT,
  charged_in_id INTEGER CONSTRAINT cost_line_charged_in REFERENCES period (id),
  evidence TEXT, note TEXT, extra TEXT
, batch INTEGER) STRICT;

CREATE INDEX cost_line_partner ON cost_line (partner_id);

CREATE INDEX cost_line_work_package ON cost_line (work_package_id);

CREATE INDEX cost_line_task ON cost_line (task_id);

CREATE INDEX cost_line_charged_in ON cost_line (charged_in_id);

CREATE TABLE statement_word (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL CONSTRAINT statement_word_partner REFERENCES partner (id),
  period_id INTEGER NOT NULL CONSTRAINT statement_word_period REFERENCES period (id),
  requested_cents INTEGER,
  receipts_cents INTEGER,
  note TEXT,
  CONSTRAINT statement_word_once UNIQUE (partner_id, period_id)
) STRICT;

CREATE INDEX statement_word_period ON statement_word (period_id);

CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY,
  batch INTEGER,
  digits INTEGER NOT NULL CHECK (digits > 0),
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 15),
  currency TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX exchange_rate_day ON exchange_rate (currency, day);

CREATE TABLE period_rate (
  id INTEGER PRIMARY KEY,
  period_id INTEGER NOT NULL CONSTRAINT period_rate_period REFERENCES period (id),
  currency TEXT NOT NULL,
  digits INTEGER NOT NULL CHECK (digits > 0),
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 15),
  reason TEXT NOT NULL,
  CONSTRAINT period_rate_once UNIQUE (period_id, currency)
) STRICT;

CREATE TABLE period_step (
  id INTEGER PRIMARY KEY,
  period_id INTEGER NOT NULL CONSTRAINT period_step_period REFERENCES period (id),
  -- The place of the step among those of the period, from 1.
  number INTEGER NOT NULL CHECK (number >= 1),
  step TEXT NOT NULL CHECK (step IN ('locked', 'submitted', 'accepted', 'reopened')),
  happened_on TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT,
  -- What was still missing when the period was locked in spite of it, a line each.
  missing TEXT,
  CONSTRAINT period_step_once UNIQUE (period_id, number)
) STRICT;

CREATE TABLE frozen_document (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL CONSTRAINT frozen_document_step REFERENCES period_step (id),
  kind TEXT NOT NULL,
  partner_id INTEGER CONSTRAINT frozen_document_partner REFERENCES partner (id),
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX frozen_document_once
  ON frozen_document (step_id, kind, coalesce(partner_id, 0));

CREATE INDEX frozen_document_partner ON frozen_document (partner_id);

CREATE TABLE grant_payment (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT grant_payment_number UNIQUE,
  paid_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pre-financing', 'interim', 'balance', 'recovery')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  -- The partner it was distributed to; none for what the Agency paid.
  partner_id INTEGER CONSTRAINT grant_payment_partner REFERENCES partner (id),
  reference TEXT, note TEXT, extra TEXT
) STRICT;

CREATE INDEX grant_payment_partner ON grant_payment (partner_id);

CREATE TABLE declared_line (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL CONSTRAINT declared_line_step REFERENCES period_step (id),
  partner_id INTEGER NOT NULL CONSTRAINT declared_line_partner REFERENCES partner (id),
  category TEXT NOT NULL,
  work_package_id INTEGER
    CONSTRAINT declared_line_work_package REFERENCES work_package (id),
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  description TEXT NOT NULL,
  foreseen TEXT CHECK (foreseen IN ('yes', 'no')),
  party TEXT,
  amount_cents INTEGER NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  euro_cents INTEGER NOT NULL,
  -- The period in which it was incurred, such as RP1.
  incurred TEXT NOT NULL,
  arithmetic TEXT NOT NULL,
  -- The exact person-months as a fraction.
  months_above INTEGER, months_below INTEGER
, reason TEXT) STRICT;

CREATE INDEX declared_line_step ON declared_line (step_id);

CREATE INDEX declared_line_partner ON declared_line (partner_id);

CREATE INDEX declared_line_work_package ON declared_line (work_package_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE CONSTRAINT person_code UNIQUE,
  partner_id INTEGER NOT NULL CONSTRAINT person_partner REFERENCES partner (id),
  name TEXT,
  position TEXT,
  -- The share of full time, in hundredths of a per cent; full time where nothing is said.
  employment_hundredths INTEGER,
  category TEXT NOT NULL CHECK (category IN ('A.1', 'A.2', 'A.3', 'A.4', 'A.5')),
  starts_on TEXT,
  ends_on TEXT,
  extra TEXT,
  CHECK (ends_on >= starts_on)
) STRICT;

CREATE INDEX person_partner ON person (partner_id);

CREATE TABLE person_share (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL CONSTRAINT person_share_person REFERENCES person (id),
  work_package_id INTEGER NOT NULL
    CONSTRAINT person_share_package REFERENCES work_package (id),
  share_hundredths INTEGER NOT NULL CHECK (share_hundredths BETWEEN 1 AND 10000),
  CONSTRAINT person_share_once UNIQUE (person_id, work_package_id)
) STRICT;

CREATE INDEX person_share_package ON person_share (work_package_id);

CREATE TABLE person_rate (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL CONSTRAINT person_rate_person REFERENCES person (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  annual_cost_hundredths INTEGER NOT NULL CHECK (annual_cost_hundredths >= 0),
  currency TEXT NOT NULL,
  productive_hours_hundredths INTEGER NOT NULL CHECK (productive_hours_hundredths > 0),
  extra TEXT,
  CONSTRAINT person_rate_once UNIQUE (person_id, starts_on),
  CHECK (ends_on >= starts_on)
) STRICT;

CREATE TABLE timesheet (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL CONSTRAINT timesheet_person REFERENCES person (id),
  work_package_id INTEGER NOT NULL
    CONSTRAINT timesheet_package REFERENCES work_package (id),
  task_id INTEGER CONSTRAINT timesheet_task REFERENCES task (id),
  batch INTEGER,
  -- 1, or the number of the row among several of one key that are all kept.
  part INTEGER NOT NULL,
  hours INTEGER NOT NULL CHECK (hours >= 0),
  -- A day, such as 2020-05-04, or a month, such as 2020-05.
  worked_on TEXT NOT NULL CHECK (length(worked_on) IN (7, 10)),
  activity TEXT,
  signed_on TEXT,
  approved_on TEXT,
  approved_by TEXT
) STRICT;

CREATE UNIQUE INDEX timesheet_once
  ON timesheet (person_id, worked_on, work_package_id, ifnull(task_id, 0), part);

CREATE INDEX timesheet_package ON timesheet (work_package_id);

CREATE INDEX timesheet_task ON timesheet (task_id) WHERE task_id IS NOT NULL;

CREATE TABLE effort_explanation (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL
    CONSTRAINT effort_explanation_partner REFERENCES partner (id),
  work_package_id INTEGER NOT NULL
    CONSTRAINT effort_explanation_package REFERENCES work_package (id),
  period_id INTEGER NOT NULL CONSTRAINT effort_explanation_period REFERENCES period (id),
  words TEXT NOT NULL,
  CONSTRAINT effort_explanation_once UNIQUE (partner_id, work_package_id, period_id)
) STRICT;

CREATE INDEX effort_explanation_package ON effort_explanation (work_package_id);

CREATE INDEX effort_explanation_period ON effort_explanation (period_id);

CREATE TABLE cost_estimate (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number >= 1) CONSTRAINT cost_estimate_number UNIQUE,
  partner_id INTEGER NOT NULL CONSTRAINT cost_estimate_partner REFERENCES partner (id),
  category TEXT NOT NULL,
  -- A month of the calendar, such as 2020-11.
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  amount_cents INTEGER NOT NULL,
  note TEXT, extra TEXT
) STRICT;

CREATE INDEX cost_estimate_partner ON cost_estimate (partner_id);

CREATE TABLE locked_figure (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL CONSTRAINT locked_figure_step REFERENCES period_step (id),
  rule TEXT NOT NULL,
  figure TEXT NOT NULL,
  value TEXT NOT NULL,
  -- Why the project had another figure than the programme.
  reason TEXT,
  CONSTRAINT locked_figure_once UNIQUE (step_id, rule, figure)
) STRICT;

CREATE TABLE accepted_cost (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL CONSTRAINT accepted_cost_step REFERENCES period_step (id),
  partner_id INTEGER NOT NULL CONSTRAINT accepted_cost_partner REFERENCES partner (id),
  category TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  CONSTRAINT accepted_cost_once UNIQUE (step_id, partner_id, category)
) STRICT;

CREATE INDEX accepted_cost_partner ON accepted_cost (partner_id);

CREATE TABLE adjustment_reason (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL CONSTRAINT adjustment_reason_partner REFERENCES partner (id),
  period_id INTEGER NOT NULL CONSTRAINT adjustment_reason_period REFERENCES period (id),
  -- The line, such as K12.
  source TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT adjustment_reason_once UNIQUE (partner_id, period_id, source)
) STRICT;

CREATE INDEX adjustment_reason_period ON adjustment_reason (period_id);

CREATE TABLE report_text (
  id INTEGER PRIMARY KEY,
  section TEXT NOT NULL,
  work_package_id INTEGER CONSTRAINT report_text_package REFERENCES work_package (id),
  partner_id INTEGER CONSTRAINT report_text_partner REFERENCES partner (id),
  period_id INTEGER CONSTRAINT report_text_period REFERENCES period (id),
  content TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX report_text_once ON report_text
  (section, coalesce(work_package_id, 0), coalesce(partner_id, 0), coalesce(period_id, 0));

CREATE INDEX report_text_package ON report_text (work_package_id);

CREATE INDEX report_text_partner ON report_text (partner_id);

CREATE INDEX report_text_period ON report_text (period_id);

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL CONSTRAINT consent_contact REFERENCES contact (id),
  -- What it is about, such as newsletter.
  scope TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('given', 'withdrawn')),
  happened_on TEXT NOT NULL,
  -- The version of the words that were agreed to.
  wording TEXT,
  channel TEXT,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX consent_contact ON consent (contact_id);

CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  -- The contact that was asked for, and one that was of the same person, perhaps itself.
  person INTEGER NOT NULL,
  contact INTEGER NOT NULL CONSTRAINT erasure_contact UNIQUE,
  erased_on TEXT NOT NULL,
  erased_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- What the law has to be kept, a line each, without the person's data.
  kept TEXT,
  kept_until TEXT
) STRICT;

CREATE TABLE unfinished_erasure (
  -- The step of the erasure whose traces are not yet out of the file.
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE stop_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL
) STRICT;

CREATE TABLE stop_person (
  id INTEGER PRIMARY KEY,
  added_on TEXT NOT NULL,
  added_by TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE stop_digest (
  id INTEGER PRIMARY KEY,
  stop_person_id INTEGER NOT NULL
    CONSTRAINT stop_digest_person REFERENCES stop_person (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'name')),
  -- HMAC-SHA-256 of the normal form, in hexadecimal digits.
  digest TEXT NOT NULL
) STRICT;

CREATE INDEX stop_digest_person ON stop_digest (stop_person_id);

CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL
    CHECK (content IN ('contacts', 'letters', 'dossier', 'payment_order')),
  -- The word of its format, such as csv.
  form TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people > 0),
  -- Who got it, where that was said.
  recipient TEXT
) STRICT;

CREATE TABLE list_import (
  operation INTEGER PRIMARY KEY
    CONSTRAINT list_import_operation REFERENCES operation (id) ON DELETE CASCADE,
  -- The table that the list fills, such as cost_line.
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  -- The records that its rows were of, a line each; NULL where no row was rejected.
  given TEXT
) STRICT;

CREATE TABLE doubtful_contact (
  -- The contact.
  id INTEGER PRIMARY KEY,
  found_on TEXT NOT NULL
) STRICT;

CREATE TABLE member_key (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL CONSTRAINT member_key_partner REFERENCES partner (id),
  -- Ed25519, in lower hexadecimal digits.
  public_key TEXT NOT NULL CONSTRAINT member_key_once UNIQUE
    CHECK (length(public_key) = 64),
  admitted_on TEXT NOT NULL,
  admitted_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  revoked_on TEXT,
  revoked_by TEXT,
  revoked_because TEXT,
  CHECK ((revoked_on IS NULL) = (revoked_because IS NULL))
) STRICT;

CREATE INDEX member_key_partner ON member_key (partner_id);

CREATE TABLE parcel (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  form INTEGER NOT NULL,
  layout INTEGER NOT NULL,
  project TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  -- The number of the sender's file.
  replica INTEGER NOT NULL,
  -- The last parcel of the recipient that the sender had applied.
  base INTEGER,
  period TEXT,
  purpose TEXT NOT NULL CHECK (purpose IN ('share', 'submit', 'return', 'estimate')),
  made_at TEXT NOT NULL,
  -- Rows and a digest for each table, as a JSON object.
  tables TEXT NOT NULL,
  -- Of the sealed file; a parcel does not know these of itself.
  sha256 TEXT CHECK (length(sha256) = 64),
  signature TEXT,
  public_key TEXT,
  state TEXT NOT NULL
    CHECK (state IN ('sent', 'waiting', 'partly', 'applied', 'superseded', 'forked',
                     'refused')),
  reason TEXT,
  CONSTRAINT parcel_once UNIQUE (direction, sender, recipient, sequence, sha256)
) STRICT;

CREATE TABLE parcel_content (
  -- The number of the parcel; its rows as a SQLite file.
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE parcel_decision (
  id INTEGER PRIMARY KEY,
  -- Whose parcels it is about.
  partner TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- A digest of the row as it was sent; what is sent otherwise later is decided on anew.
  theirs TEXT NOT NULL,
  -- A digest of the row as it was here; one that was refused counts as not changed here.
  ours TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('take', 'refuse', 'park')),
  reason TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  CONSTRAINT parcel_decision_once UNIQUE (partner, table_name, row_id)
) STRICT;

CREATE TABLE removed_row (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- Whether the person of a contact was erased.
  is_erased INTEGER NOT NULL CHECK (is_erased IN (0, 1)),
  CONSTRAINT removed_row_once UNIQUE (table_name, row_id)
) STRICT;

CREATE TABLE submission_step (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL CONSTRAINT submission_step_partner REFERENCES partner (id),
  period_id INTEGER NOT NULL CONSTRAINT submission_step_period REFERENCES period (id),
  -- The number of the parcel that submitted; those of the coordinator itself are counted.
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  -- That a partner submitted is known by its parcel, and here of the coordinator alone.
  step TEXT NOT NULL CHECK (step IN ('submitted', 'withdrawn', 'returned', 'accepted')),
  happened_on TEXT NOT NULL,
  who TEXT NOT NULL,
  reason TEXT,
  -- The key of who submitted or accepted, in lower hexadecimal digits.
  public_key TEXT CHECK (length(public_key) = 64)
) STRICT;

CREATE INDEX submission_step_partner ON submission_step (partner_id);

CREATE INDEX submission_step_period ON submission_step (period_id);
