CREATE TRIGGER change_is_append_only_delete BEFORE DELETE ON change BEGIN
SELECT raise(ABORT, 'the change journal is append-only');
END;
CREATE TRIGGER change_is_append_only_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE id >= new.id)
BEGIN
SELECT raise(ABORT, 'the change journal is append-only');
END;
CREATE TRIGGER change_is_append_only_update BEFORE UPDATE ON change BEGIN
SELECT raise(ABORT, 'the change journal is append-only');
END;
CREATE TRIGGER change_data_is_append_only_delete BEFORE DELETE ON change_data BEGIN
SELECT raise(ABORT, 'the change journal is append-only');
END;
CREATE TRIGGER change_data_is_append_only_replace BEFORE INSERT ON change_data
WHEN EXISTS (SELECT 1 FROM change_data WHERE change_id = new.change_id AND part = new.part)
BEGIN
SELECT raise(ABORT, 'the change journal is append-only');
END;
CREATE TRIGGER change_data_is_append_only_update BEFORE UPDATE ON change_data
WHEN NOT (old.part = 'private' AND new.bytes IS NULL AND new.digest = old.digest AND new.change_id = old.change_id AND new.part = old.part)
BEGIN
SELECT raise(ABORT, 'the change journal is append-only');
END;
CREATE TABLE accident (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
case_no TEXT NOT NULL,
occurred_at TEXT,
occurred_on TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
office TEXT NOT NULL REFERENCES office (code),
place TEXT,
title TEXT NOT NULL,
sector TEXT NOT NULL,
type TEXT,
industry TEXT,
regime TEXT NOT NULL,
is_production INTEGER NOT NULL CHECK (is_production IN (0, 1)),
exclusion TEXT,
duplicate_of INTEGER REFERENCES accident (id),
exclusion_reason TEXT,
note TEXT, investigated_on TEXT, approved_on TEXT,
UNIQUE (case_no)
) STRICT;
CREATE TABLE accident_report (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
accident INTEGER NOT NULL REFERENCES accident (id),
kind TEXT NOT NULL,
reported_at TEXT NOT NULL,
reported_on TEXT NOT NULL,
deaths INTEGER NOT NULL CHECK (deaths BETWEEN 0 AND 1000000000),
missing INTEGER NOT NULL CHECK (missing BETWEEN 0 AND 1000000000),
serious_injuries INTEGER NOT NULL CHECK (serious_injuries BETWEEN 0 AND 1000000000),
minor_injuries INTEGER NOT NULL CHECK (minor_injuries BETWEEN 0 AND 1000000000),
direct_loss INTEGER NOT NULL CHECK (direct_loss >= 0),
burnt_area INTEGER CHECK (burnt_area BETWEEN 0 AND 10000000000),
author TEXT,
note TEXT,
UNIQUE (accident, kind, reported_at)
) STRICT;
CREATE TABLE accident_rule (
regime TEXT NOT NULL,
grade TEXT NOT NULL,
rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 9),
criterion TEXT NOT NULL,
at_least INTEGER NOT NULL CHECK (at_least BETWEEN 0 AND 10000000000000),
unit TEXT NOT NULL,
doc_no TEXT,
clause TEXT,
source TEXT,
valid_from TEXT,
valid_to TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (regime, grade, criterion)
) STRICT;
CREATE TABLE agenda_memory (
reader TEXT NOT NULL,
uid TEXT NOT NULL,
spoken TEXT NOT NULL,
PRIMARY KEY (reader, uid)
) STRICT, WITHOUT ROWID;
CREATE TABLE campaign (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
name TEXT NOT NULL,
category TEXT,
equipment_kind TEXT,
region TEXT NOT NULL REFERENCES region (code),
office TEXT NOT NULL REFERENCES office (code),
first_on TEXT NOT NULL,
last_on TEXT NOT NULL,
quota INTEGER NOT NULL CHECK (quota BETWEEN 1 AND 1000000),
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE change (
id INTEGER NOT NULL PRIMARY KEY,
store_uuid TEXT NOT NULL,
at TEXT NOT NULL,
actor TEXT NOT NULL,
os_user TEXT NOT NULL,
host TEXT NOT NULL,
kind TEXT NOT NULL,
action TEXT NOT NULL,
arguments TEXT NOT NULL,
note TEXT,
schema_version INTEGER NOT NULL,
tables TEXT NOT NULL,
rows INTEGER NOT NULL,
previous_hash TEXT NOT NULL,
hash TEXT NOT NULL,
undoes INTEGER REFERENCES change (id)
) STRICT;
CREATE TABLE change_data (
change_id INTEGER NOT NULL REFERENCES change (id),
part TEXT NOT NULL,
digest TEXT NOT NULL,
bytes BLOB,
PRIMARY KEY (change_id, part)
) STRICT;
CREATE TABLE clause (
plan TEXT NOT NULL REFERENCES plan (key),
id TEXT NOT NULL,
line INTEGER NOT NULL CHECK (line BETWEEN 1 AND 1000000),
section TEXT,
opening TEXT NOT NULL,
content_hash TEXT NOT NULL,
summary TEXT NOT NULL,
summary_en TEXT,
PRIMARY KEY (plan, id)
) STRICT;
CREATE TABLE clock_rule (
topic TEXT NOT NULL,
applies_to TEXT NOT NULL,
amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 100000),
unit TEXT NOT NULL,
calendar TEXT NOT NULL,
doc_no TEXT,
clause TEXT,
source TEXT,
valid_from TEXT,
valid_to TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (topic, applies_to)
) STRICT;
CREATE TABLE closing (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
office TEXT NOT NULL REFERENCES office (code),
noun TEXT NOT NULL,
month TEXT NOT NULL,
closed_on TEXT NOT NULL,
is_overriding INTEGER NOT NULL CHECK (is_overriding IN (0, 1)),
count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 1000000000),
digest TEXT NOT NULL,
note TEXT,
UNIQUE (office, noun, month, closed_on)
) STRICT;
CREATE TABLE code (
list TEXT NOT NULL,
code TEXT NOT NULL,
zh TEXT NOT NULL,
en TEXT NOT NULL,
position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
number INTEGER CHECK (number BETWEEN -1000000000 AND 1000000000),
source TEXT,
valid_from TEXT,
valid_to TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (list, code)
) STRICT;
CREATE TABLE contract (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
warehouse TEXT NOT NULL REFERENCES warehouse (code),
item INTEGER NOT NULL REFERENCES item (id),
lead_days INTEGER NOT NULL CHECK (lead_days BETWEEN 0 AND 3660),
ramp_days INTEGER NOT NULL CHECK (ramp_days BETWEEN 0 AND 3660),
daily INTEGER NOT NULL CHECK (daily BETWEEN 1 AND 1000000000000),
total INTEGER CHECK (total BETWEEN 1 AND 1000000000000),
valid_from TEXT NOT NULL,
valid_to TEXT,
source TEXT,
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE disaster (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
case_no TEXT NOT NULL,
kind TEXT NOT NULL,
title TEXT NOT NULL,
began_on TEXT NOT NULL,
ended_on TEXT,
office TEXT NOT NULL REFERENCES office (code),
region TEXT NOT NULL REFERENCES region (code),
note TEXT,
UNIQUE (case_no)
) STRICT;
CREATE TABLE disaster_report (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
disaster INTEGER NOT NULL REFERENCES disaster (id),
region TEXT NOT NULL REFERENCES region (code),
kind TEXT NOT NULL,
reported_at TEXT NOT NULL,
reported_on TEXT NOT NULL,
correction TEXT,
affected INTEGER NOT NULL CHECK (affected BETWEEN 0 AND 1000000000),
deaths INTEGER NOT NULL CHECK (deaths BETWEEN 0 AND 1000000000),
missing INTEGER CHECK (missing BETWEEN 0 AND 1000000000),
injured INTEGER CHECK (injured BETWEEN 0 AND 1000000000),
seriously_injured INTEGER CHECK (seriously_injured BETWEEN 0 AND 1000000000),
evacuated INTEGER CHECK (evacuated BETWEEN 0 AND 1000000000),
relocated_total INTEGER CHECK (relocated_total BETWEEN 0 AND 1000000000),
relocated_now INTEGER CHECK (relocated_now BETWEEN 0 AND 1000000000),
relocated_central_total INTEGER CHECK (relocated_central_total BETWEEN 0 AND 1000000000),
relocated_central_now INTEGER CHECK (relocated_central_now BETWEEN 0 AND 1000000000),
relocated_dispersed_total INTEGER CHECK (relocated_dispersed_total BETWEEN 0 AND 1000000000),
relocated_dispersed_now INTEGER CHECK (relocated_dispersed_now BETWEEN 0 AND 1000000000),
emergency_aid_total INTEGER CHECK (emergency_aid_total BETWEEN 0 AND 1000000000),
emergency_aid_now INTEGER CHECK (emergency_aid_now BETWEEN 0 AND 1000000000),
transitional_aid INTEGER CHECK (transitional_aid BETWEEN 0 AND 1000000000),
drought_aid_total INTEGER CHECK (drought_aid_total BETWEEN 0 AND 1000000000),
drought_aid_now INTEGER CHECK (drought_aid_now BETWEEN 0 AND 1000000000),
drought_water INTEGER CHECK (drought_water BETWEEN 0 AND 1000000000),
collapsed_rooms INTEGER CHECK (collapsed_rooms BETWEEN 0 AND 1000000000),
collapsed_dwelling_rooms INTEGER CHECK (collapsed_dwelling_rooms BETWEEN 0 AND 1000000000),
collapsed_households INTEGER CHECK (collapsed_households BETWEEN 0 AND 1000000000),
severe_rooms INTEGER CHECK (severe_rooms BETWEEN 0 AND 1000000000),
severe_dwelling_rooms INTEGER CHECK (severe_dwelling_rooms BETWEEN 0 AND 1000000000),
severe_households INTEGER CHECK (severe_households BETWEEN 0 AND 1000000000),
slight_rooms INTEGER CHECK (slight_rooms BETWEEN 0 AND 1000000000),
slight_dwelling_rooms INTEGER CHECK (slight_dwelling_rooms BETWEEN 0 AND 1000000000),
slight_households INTEGER CHECK (slight_households BETWEEN 0 AND 1000000000),
crop_affected_area INTEGER CHECK (crop_affected_area BETWEEN 0 AND 10000000000),
crop_damaged_area INTEGER CHECK (crop_damaged_area BETWEEN 0 AND 10000000000),
crop_failed_area INTEGER CHECK (crop_failed_area BETWEEN 0 AND 10000000000),
grain_affected_area INTEGER CHECK (grain_affected_area BETWEEN 0 AND 10000000000),
grain_damaged_area INTEGER CHECK (grain_damaged_area BETWEEN 0 AND 10000000000),
grain_failed_area INTEGER CHECK (grain_failed_area BETWEEN 0 AND 10000000000),
direct_loss INTEGER NOT NULL CHECK (direct_loss >= 0),
loss_housing INTEGER CHECK (loss_housing >= 0),
loss_agriculture INTEGER CHECK (loss_agriculture >= 0),
loss_industry INTEGER CHECK (loss_industry >= 0),
loss_infrastructure INTEGER CHECK (loss_infrastructure >= 0),
loss_public_service INTEGER CHECK (loss_public_service >= 0),
loss_other INTEGER CHECK (loss_other >= 0),
note TEXT,
UNIQUE (disaster, region, kind, reported_at)
) STRICT;
CREATE TABLE draw (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
announced_on TEXT NOT NULL,
office TEXT NOT NULL REFERENCES office (code),
objects INTEGER NOT NULL CHECK (objects BETWEEN 1 AND 100000),
inspectors_per_object INTEGER NOT NULL CHECK (inspectors_per_object BETWEEN 1 AND 20),
public_source TEXT NOT NULL,
public_on TEXT NOT NULL,
commitment TEXT NOT NULL,
public_value TEXT,
run_on TEXT,
seed TEXT,
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE draw_candidate (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
draw INTEGER NOT NULL REFERENCES draw (id),
number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000),
role TEXT NOT NULL,
risk INTEGER REFERENCES risk (id),
equipment INTEGER REFERENCES equipment (id),
person INTEGER REFERENCES person (id),
reason TEXT,
UNIQUE (draw, number)
) STRICT;
CREATE TABLE draw_result (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
draw INTEGER NOT NULL REFERENCES draw (id),
position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 100000),
place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 20),
risk INTEGER REFERENCES risk (id),
equipment INTEGER REFERENCES equipment (id),
person INTEGER NOT NULL REFERENCES person (id),
UNIQUE (draw, position, place)
) STRICT;
CREATE TABLE duty (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
person INTEGER NOT NULL REFERENCES person (id),
role TEXT NOT NULL,
risk INTEGER REFERENCES risk (id),
region TEXT REFERENCES region (code),
sector TEXT,
office TEXT NOT NULL REFERENCES office (code),
valid_from TEXT NOT NULL,
valid_to TEXT,
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE equipment (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
kind TEXT NOT NULL,
name TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
office TEXT NOT NULL REFERENCES office (code),
unit TEXT NOT NULL,
place TEXT,
is_key INTEGER NOT NULL CHECK (is_key IN (0, 1)),
registration_no TEXT,
registered_on TEXT,
in_use_from TEXT NOT NULL,
in_use_to TEXT,
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE figure (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
measure TEXT NOT NULL,
period TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
value INTEGER NOT NULL CHECK (value BETWEEN -1000000000000000 AND 1000000000000000),
unit TEXT NOT NULL,
status TEXT NOT NULL,
published_on TEXT NOT NULL,
source TEXT NOT NULL,
note TEXT,
UNIQUE (measure, period, region, published_on)
) STRICT;
CREATE TABLE hazard (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
title TEXT NOT NULL,
found_on TEXT NOT NULL,
found_by TEXT,
discovery TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
office TEXT NOT NULL REFERENCES office (code),
department TEXT REFERENCES office (code),
risk INTEGER REFERENCES risk (id),
place TEXT,
basis TEXT,
photo TEXT,
photo_sha256 TEXT,
cost INTEGER CHECK (cost >= 0),
recurrence_of INTEGER REFERENCES hazard (id),
note TEXT,
stage TEXT NOT NULL,
kind TEXT,
list TEXT,
ordered_on TEXT,
deadline TEXT,
first_deadline TEXT,
unit TEXT,
person INTEGER REFERENCES person (id),
measures TEXT,
funds INTEGER CHECK (funds >= 0),
contingency TEXT,
tolerated_until TEXT,
rectified_by INTEGER REFERENCES person (id),
supervision_no TEXT,
reported_department_on TEXT,
reported_workers_on TEXT,
closed_on TEXT,
last_step_on TEXT,
steps INTEGER NOT NULL CHECK (steps BETWEEN 0 AND 1000000000),
times_extended INTEGER NOT NULL CHECK (times_extended BETWEEN 0 AND 1000000000),
times_returned INTEGER NOT NULL CHECK (times_returned BETWEEN 0 AND 1000000000),
times_reopened INTEGER NOT NULL CHECK (times_reopened BETWEEN 0 AND 1000000000),
UNIQUE (number)
) STRICT;
CREATE TABLE hazard_step (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
hazard INTEGER NOT NULL REFERENCES hazard (id),
number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 10000),
step TEXT NOT NULL,
taken_on TEXT NOT NULL,
taken_by INTEGER NOT NULL REFERENCES person (id),
approved_by INTEGER REFERENCES person (id),
kind TEXT,
list TEXT,
unit TEXT,
person INTEGER REFERENCES person (id),
measures TEXT,
funds INTEGER CHECK (funds >= 0),
contingency TEXT,
deadline TEXT,
until TEXT,
evidence TEXT,
evidence_sha256 TEXT,
supervision_no TEXT,
reported_department_on TEXT,
reported_workers_on TEXT,
reason TEXT,
from_state TEXT NOT NULL,
to_state TEXT NOT NULL,
deadline_after TEXT,
UNIQUE (hazard, number)
) STRICT;
CREATE TABLE hazmat_class (
symbol TEXT NOT NULL,
category TEXT NOT NULL,
category_en TEXT,
position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
critical INTEGER NOT NULL CHECK (critical BETWEEN 1 AND 1000000000000000),
beta INTEGER NOT NULL CHECK (beta BETWEEN 1 AND 100000),
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (symbol)
) STRICT;
CREATE TABLE hazmat_substance (
name TEXT NOT NULL,
name_en TEXT,
number INTEGER CHECK (number BETWEEN 1 AND 10000),
cas TEXT,
aliases TEXT,
critical INTEGER NOT NULL CHECK (critical BETWEEN 1 AND 1000000000000000),
beta INTEGER CHECK (beta BETWEEN 1 AND 100000),
class TEXT REFERENCES hazmat_class (symbol),
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (name)
) STRICT;
CREATE TABLE holiday (
day TEXT NOT NULL,
kind TEXT NOT NULL,
name TEXT NOT NULL,
name_en TEXT,
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (day)
) STRICT;
CREATE TABLE indicator (
plan TEXT NOT NULL REFERENCES plan (key),
id TEXT NOT NULL,
position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
parent TEXT,
chapter TEXT,
name TEXT NOT NULL,
name_en TEXT NOT NULL,
nature TEXT NOT NULL,
unit TEXT,
unit_en TEXT,
clause TEXT NOT NULL,
responsible TEXT REFERENCES office (code),
alias_of TEXT,
note TEXT,
note_en TEXT,
PRIMARY KEY (plan, id)
) STRICT;
CREATE TABLE inspect (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
risk INTEGER REFERENCES risk (id),
equipment INTEGER REFERENCES equipment (id),
purpose TEXT NOT NULL,
visited_on TEXT NOT NULL,
inspector INTEGER NOT NULL REFERENCES person (id),
second_inspector INTEGER REFERENCES person (id),
form TEXT,
form_version INTEGER CHECK (form_version BETWEEN 1 AND 10000),
result TEXT NOT NULL,
campaign INTEGER REFERENCES campaign (id),
draw INTEGER REFERENCES draw (id),
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE inspect_answer (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
inspect INTEGER NOT NULL REFERENCES inspect (id),
item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 999),
answer TEXT NOT NULL,
note TEXT,
hazard INTEGER REFERENCES hazard (id),
UNIQUE (inspect, item)
) STRICT;
CREATE TABLE inspect_form (
form TEXT NOT NULL,
version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 10000),
zh TEXT NOT NULL,
en TEXT NOT NULL,
valid_from TEXT NOT NULL,
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (form, version)
) STRICT;
CREATE TABLE inspect_item (
form TEXT NOT NULL,
version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 10000),
number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
zh TEXT NOT NULL,
en TEXT NOT NULL,
clause TEXT,
severity TEXT NOT NULL,
PRIMARY KEY (form, version, number)
) STRICT;
CREATE TABLE inspect_rule (
key TEXT NOT NULL,
subject TEXT NOT NULL,
level TEXT,
category TEXT,
equipment_kind TEXT,
is_key_only INTEGER NOT NULL CHECK (is_key_only IN (0, 1)),
purpose TEXT NOT NULL,
cycle TEXT NOT NULL,
is_workdays_only INTEGER NOT NULL CHECK (is_workdays_only IN (0, 1)),
season_from TEXT,
season_to TEXT,
form TEXT,
valid_from TEXT,
valid_to TEXT,
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (key)
) STRICT;
CREATE TABLE item (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
name TEXT NOT NULL,
class TEXT,
unit TEXT NOT NULL,
granularity TEXT NOT NULL,
pack INTEGER CHECK (pack BETWEEN 1 AND 1000000000000),
volume_l INTEGER CHECK (volume_l BETWEEN 0 AND 1000000000000),
shelf_life_days INTEGER CHECK (shelf_life_days BETWEEN 1 AND 36600),
per_person INTEGER CHECK (per_person BETWEEN 0 AND 1000000000000),
per_person_day INTEGER CHECK (per_person_day BETWEEN 0 AND 1000000000000),
norm_source TEXT,
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE leg (
origin TEXT NOT NULL REFERENCES warehouse (code),
place TEXT NOT NULL,
distance_km INTEGER CHECK (distance_km BETWEEN 0 AND 20000000),
minutes INTEGER CHECK (minutes BETWEEN 0 AND 100000),
source TEXT,
PRIMARY KEY (origin, place)
) STRICT;
CREATE TABLE lot (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
item INTEGER NOT NULL REFERENCES item (id),
made_on TEXT,
expires_on TEXT,
donor TEXT,
tender TEXT,
is_quarantined INTEGER NOT NULL CHECK (is_quarantined IN (0, 1)),
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE milestone (
plan TEXT NOT NULL REFERENCES plan (key),
indicator TEXT NOT NULL,
id TEXT NOT NULL,
position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
name TEXT NOT NULL,
name_en TEXT,
due_on TEXT,
done_on TEXT,
evidence TEXT,
note TEXT,
PRIMARY KEY (plan, indicator, id)
) STRICT;
CREATE TABLE movement (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
kind TEXT NOT NULL,
moved_on TEXT NOT NULL,
follows INTEGER REFERENCES movement (id),
destination TEXT REFERENCES warehouse (code),
counterpart TEXT,
handled_by INTEGER REFERENCES person (id),
reason TEXT,
note TEXT, scenario INTEGER REFERENCES scenario (id),
UNIQUE (number)
) STRICT;
CREATE TABLE need (
scenario INTEGER NOT NULL REFERENCES scenario (id),
place TEXT NOT NULL,
item INTEGER NOT NULL REFERENCES item (id),
people INTEGER CHECK (people BETWEEN 0 AND 100000000),
quantity INTEGER CHECK (quantity BETWEEN 0 AND 1000000000000),
priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 9),
warehouse TEXT REFERENCES warehouse (code),
longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
datum TEXT,
note TEXT,
PRIMARY KEY (scenario, place, item)
) STRICT;
CREATE TABLE norm (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
item INTEGER NOT NULL REFERENCES item (id),
warehouse TEXT REFERENCES warehouse (code),
tier TEXT,
quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 1000000000000),
valid_from TEXT,
valid_to TEXT,
source TEXT NOT NULL, floor INTEGER CHECK (floor BETWEEN 0 AND 1000000000000),
UNIQUE (number)
) STRICT;
CREATE TABLE notice_board (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
risk INTEGER NOT NULL REFERENCES risk (id),
version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 100000),
made_on TEXT NOT NULL,
sha256 TEXT NOT NULL,
content TEXT NOT NULL,
UNIQUE (risk, version)
) STRICT;
CREATE TABLE office (
code TEXT NOT NULL,
name TEXT NOT NULL,
name_en TEXT,
kind TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
parent TEXT REFERENCES office (code),
is_reporting INTEGER NOT NULL CHECK (is_reporting IN (0, 1)),
valid_from TEXT,
valid_to TEXT,
source TEXT,
PRIMARY KEY (code)
) STRICT;
CREATE TABLE person (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
name TEXT NOT NULL,
office TEXT NOT NULL REFERENCES office (code),
post TEXT,
phone TEXT,
id_number TEXT,
note TEXT, valid_from TEXT, valid_to TEXT, phone_changed_on TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE person_private (
id INTEGER NOT NULL PRIMARY KEY,
phone TEXT,
id_number TEXT
) STRICT;
CREATE TABLE phone_check (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
person INTEGER NOT NULL REFERENCES person (id),
checked_on TEXT NOT NULL,
is_reached INTEGER NOT NULL CHECK (is_reached IN (0, 1)),
checked_by TEXT,
note TEXT,
UNIQUE (person, checked_on)
) STRICT;
CREATE TABLE plan (
key TEXT NOT NULL,
name TEXT NOT NULL,
name_en TEXT,
document_no TEXT,
published_on TEXT,
region TEXT NOT NULL REFERENCES region (code),
base_year INTEGER NOT NULL CHECK (base_year BETWEEN 1900 AND 9000),
from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1900 AND 9000),
to_year INTEGER NOT NULL CHECK (to_year BETWEEN 1900 AND 9000),
source TEXT,
PRIMARY KEY (key)
) STRICT;
CREATE TABLE posting (
lot INTEGER NOT NULL REFERENCES lot (id),
warehouse TEXT NOT NULL REFERENCES warehouse (code),
movement INTEGER NOT NULL REFERENCES movement (id),
quantity INTEGER NOT NULL CHECK (quantity BETWEEN -1000000000000 AND 1000000000000),
PRIMARY KEY (lot, warehouse, movement)
) STRICT, WITHOUT ROWID;
CREATE TABLE region (
code TEXT NOT NULL,
name TEXT NOT NULL,
name_en TEXT,
kind TEXT NOT NULL,
parent TEXT REFERENCES region (code),
valid_from TEXT,
valid_to TEXT,
successor TEXT REFERENCES region (code),
area_km2 INTEGER CHECK (area_km2 BETWEEN 0 AND 10000000000000),
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (code)
) STRICT;
CREATE TABLE risk (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
point_no TEXT NOT NULL,
name TEXT NOT NULL,
category TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
office TEXT NOT NULL REFERENCES office (code),
place TEXT,
longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
datum TEXT,
exposed_people INTEGER CHECK (exposed_people BETWEEN 0 AND 1000000000),
people_within_500m INTEGER CHECK (people_within_500m BETWEEN 0 AND 1000000000),
owner TEXT,
department TEXT REFERENCES office (code),
profile TEXT,
likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 100000),
exposure INTEGER CHECK (exposure BETWEEN 1 AND 100000),
severity INTEGER CHECK (severity BETWEEN 1 AND 100000),
measures TEXT,
residual_likelihood INTEGER CHECK (residual_likelihood BETWEEN 1 AND 100000),
residual_exposure INTEGER CHECK (residual_exposure BETWEEN 1 AND 100000),
residual_severity INTEGER CHECK (residual_severity BETWEEN 1 AND 100000),
assessed_on TEXT,
review_on TEXT,
note TEXT, programme TEXT, monitored_from TEXT, monitored_to TEXT,
UNIQUE (point_no)
) STRICT;
CREATE TABLE risk_band (
profile TEXT NOT NULL,
grade TEXT NOT NULL,
level TEXT NOT NULL,
at_least INTEGER NOT NULL CHECK (at_least BETWEEN 0 AND 1000000000000000),
is_inclusive INTEGER NOT NULL CHECK (is_inclusive IN (0, 1)),
zh TEXT NOT NULL,
en TEXT NOT NULL,
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (profile, grade)
) STRICT;
CREATE TABLE risk_factor (
profile TEXT NOT NULL,
factor TEXT NOT NULL,
value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 100000),
symbol TEXT NOT NULL,
zh TEXT NOT NULL,
en TEXT NOT NULL,
source TEXT,
is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
PRIMARY KEY (profile, factor, value)
) STRICT;
CREATE TABLE risk_substance (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
risk INTEGER NOT NULL REFERENCES risk (id),
substance TEXT NOT NULL,
class TEXT REFERENCES hazmat_class (symbol),
quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 1000000000000000),
note TEXT,
UNIQUE (risk, substance)
) STRICT;
CREATE TABLE scenario (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
number TEXT NOT NULL,
title TEXT NOT NULL,
days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3660),
source TEXT,
note TEXT,
UNIQUE (number)
) STRICT;
CREATE TABLE sequence (
name TEXT NOT NULL, office INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (name, office)
) STRICT;
CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE store (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE target (
plan TEXT NOT NULL REFERENCES plan (key),
indicator TEXT NOT NULL,
reading TEXT NOT NULL,
is_chosen INTEGER NOT NULL CHECK (is_chosen IN (0, 1)),
label TEXT NOT NULL,
label_en TEXT NOT NULL,
formula TEXT NOT NULL,
numerator TEXT,
denominator TEXT,
scale INTEGER CHECK (scale BETWEEN 0 AND 1000000000000000),
window TEXT,
from_year INTEGER CHECK (from_year BETWEEN 1900 AND 9000),
to_year INTEGER CHECK (to_year BETWEEN 1900 AND 9000),
aggregation TEXT,
cycle TEXT,
comparator TEXT NOT NULL,
value INTEGER CHECK (value BETWEEN 0 AND 1000000000000000),
relation TEXT NOT NULL,
baseline_year INTEGER CHECK (baseline_year BETWEEN 1900 AND 9000),
deadline TEXT,
model TEXT NOT NULL,
model_reason TEXT,
model_reason_en TEXT,
is_inferred INTEGER NOT NULL CHECK (is_inferred IN (0, 1)),
author TEXT,
note TEXT,
note_en TEXT,
PRIMARY KEY (plan, indicator, reading)
) STRICT;
CREATE TABLE victim (
id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
disaster INTEGER NOT NULL REFERENCES disaster (id),
number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 100000),
name TEXT NOT NULL,
sex TEXT,
age INTEGER CHECK (age BETWEEN 0 AND 130),
id_number TEXT,
fate TEXT NOT NULL,
happened_on TEXT NOT NULL,
region TEXT NOT NULL REFERENCES region (code),
place TEXT,
cause TEXT,
note TEXT,
UNIQUE (disaster, number)
) STRICT;
CREATE TABLE victim_private (
id INTEGER NOT NULL PRIMARY KEY,
id_number TEXT
) STRICT;
CREATE TABLE warehouse (
code TEXT NOT NULL,
name TEXT NOT NULL,
name_en TEXT,
kind TEXT NOT NULL,
tier TEXT,
region TEXT REFERENCES region (code),
office TEXT REFERENCES office (code),
keeper INTEGER REFERENCES person (id),
place TEXT,
longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
datum TEXT,
capacity_m3 INTEGER CHECK (capacity_m3 BETWEEN 0 AND 1000000000000),
valid_from TEXT,
valid_to TEXT,
source TEXT,
note TEXT, dispatch_m3 INTEGER CHECK (dispatch_m3 BETWEEN 0 AND 1000000000000),
PRIMARY KEY (code)
) STRICT;
CREATE INDEX accident_duplicate ON accident (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX accident_occurred_on ON accident (occurred_on);
CREATE INDEX accident_report_reported ON accident_report (accident, reported_at);
CREATE INDEX change_undoes ON change (undoes);
CREATE INDEX closing_month ON closing (noun, month);
CREATE INDEX disaster_began_on ON disaster (began_on);
CREATE INDEX duty_person ON duty (person);
CREATE INDEX duty_region ON duty (region, role) WHERE region IS NOT NULL;
CREATE INDEX duty_risk ON duty (risk, role) WHERE risk IS NOT NULL;
CREATE INDEX duty_sector ON duty (sector, role) WHERE sector IS NOT NULL;
CREATE INDEX hazard_found ON hazard (found_on, region);
CREATE INDEX hazard_open ON hazard (deadline) WHERE closed_on IS NULL;
CREATE INDEX hazard_recurrence ON hazard (recurrence_of) WHERE recurrence_of IS NOT NULL;
CREATE INDEX hazard_risk ON hazard (risk) WHERE risk IS NOT NULL;
CREATE INDEX hazard_step_taken ON hazard_step (step, taken_on, hazard);
CREATE INDEX inspect_campaign ON inspect (campaign) WHERE campaign IS NOT NULL;
CREATE INDEX inspect_equipment ON inspect (equipment, visited_on, purpose, inspector) WHERE equipment IS NOT NULL;
CREATE INDEX inspect_form_used ON inspect (form, form_version) WHERE form IS NOT NULL;
CREATE INDEX inspect_risk ON inspect (risk, visited_on, purpose, inspector) WHERE risk IS NOT NULL;
CREATE INDEX inspect_answer_hazard ON inspect_answer (hazard) WHERE hazard IS NOT NULL;
CREATE INDEX lot_expires ON lot (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX lot_item ON lot (item);
CREATE INDEX movement_day ON movement (moved_on, kind);
CREATE INDEX movement_follows ON movement (follows) WHERE follows IS NOT NULL;
CREATE INDEX movement_scenario ON movement (scenario) WHERE scenario IS NOT NULL;
CREATE INDEX need_item ON need (item);
CREATE INDEX posting_movement ON posting (movement);
CREATE INDEX posting_warehouse ON posting (warehouse);
