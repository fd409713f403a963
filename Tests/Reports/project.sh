#!/bin/sh
# A made-up project with everything a report can hold: two periods, five partners, fifty exchanges.
# Run in an empty folder that has Fixtures; `blues` is on PATH. Prints nothing unless it fails.
set -eu
exec 3>&1 > project.log 2>&1
trap 'code=$?; [ $code -eq 0 ] || cat project.log >&3' EXIT

blues init --template blues
blues workpackage deliverable import Fixtures/deliverables.csv
blues workpackage milestone import Fixtures/milestones.csv
blues workpackage task import Fixtures/tasks.csv
blues workpackage effort plan import Fixtures/effort.csv
blues partner budget import Fixtures/budget.csv
blues partner contact import Fixtures/members-de.tsv --partner BNPT

# Money of other currencies, which each period turns into euro at its average.
{
  echo 'Date,CZK,PLN'
  for month in 2020-01-31 2020-09-01 2021-03-01 2022-02-01; do echo "$month,26.101,4.4437"; done
} > rates.csv
blues partner rate import rates.csv

for partner in BNPT NP ZINNAE MCICT AV; do
  blues partner person add "$partner-1" "$partner" --name "Invented $partner" --category A.1 \
    --from 2020-02-01
  blues partner person rate add "$partner-1@2020-01-01" 51600
  # Decimals that no binary number has exactly: 8.88 is one of them.
  for day in 2020-05-04 2020-05-05 2020-09-01 2021-03-02 2021-03-03; do
    echo "$partner-1,$day,WP1,4.44,Training"
    echo "$partner-1,$day,WP5,2.22,Coordination"
  done
done > hours.rows
{ echo 'Person,Date,Work package,Hours,Activity'; grep , hours.rows; } > hours.csv
blues workpackage effort import hours.csv

{
  echo 'id;partner;category;WP;date;description;supplier;invoice no;amount;currency;foreseen in Annex 1;receipt'
  number=0
  for partner in BNPT NP ZINNAE MCICT AV; do
    for on in 2020-05-14 2020-11-03 2021-03-09; do
      number=$((number + 3))
      echo "$number;$partner;D.1;WP5;$on;Train <$number> & \"tram\";Dráhy;F-$number;1234.1$((number % 10));EUR;yes;r$number.pdf"
      echo "$((number + 1));$partner;B;WP1;$on;=SUM(A1:A9);Analytika;A-$number;10$number.07;EUR;yes;"
      echo "$((number + 2));$partner;D.3;WP2;$on;Hall;Sál;S-$number;2610.10;CZK;yes;"
    done
  done
} > costs.csv
blues partner cost import costs.csv --decimal point

blues workpackage risk add R1 "Travel bans" --wp WP3 --likelihood high --impact high --owner ZINNAE
blues workpackage risk add R2 "Too few hosts" --wp WP3
for period in RP1 RP2; do
  blues workpackage risk state R1 --period "$period" --mitigated yes --occurred no --note "Online"
done
blues workpackage risk occur R2 --on 2020-10-05 --note "Firms wait"
blues workpackage deliverable submit D1.1 --on 2020-06-15 --because "Two partners answered late"
blues workpackage deliverable submit D2.1 --on 2020-06-20
blues workpackage indicator add I1 "Trained persons" --unit persons --target 15 --cumulative yes --wp WP1
blues workpackage indicator record I1 6 --on 2020-11-20
blues workpackage indicator record I1 4 --on 2021-03-12
blues workpackage indicator add I2 "Exchanges" --counts exchanges --wp WP3
blues workpackage activity add A1 "Second steering committee" --type meeting --wp WP5 \
  --partner BNPT --partner NP --from 2020-11-04 --to 2020-11-04 --place online --status delivered
blues workpackage activity add A2 "Press release" --type communication --kind "Press release" \
  --wp WP4 --partner AV --audience industry --reach 4000 --cost 350 --from 2020-11-16 \
  --to 2020-11-16 --status delivered
blues workpackage activity attend A1 --count cluster=9
blues workpackage decision add DEC1 "The second call opens in May" --meeting A1
blues workpackage action add ACT1 "Send the list of hosts" --meeting A1 --owner NP --due 2021-03-15

# A text with most of what Markdown has.
cat > progress.md <<'END'
The partners met **twice** and agreed on *one* list of ***hosts***.

- BNPT wrote the call
- NP collected the applications
  1. from Bohemia
  2. from Moravia

> The firms ask for shorter visits.

`EX-001` was the first; see [the calls](https://blues.example/calls).

```
Agenda of the second meeting
```
END
blues report text set progress --wp WP1 --period RP1 --file progress.md

# Fifty exchanges: half of the first period, half of the second; most are paid.
{
  echo 'role,organisation,country,type,partner,cluster'
  echo 'host,Pilot Plant Nowhere,DE,KMU,BNPT,BNPT'
  echo 'host,Usine Nulle Part,FR,PME,AV,AV'
  seq -f 'visitor,Invented Water %03g,ES,PYME,ZINNAE,ZINNAE' 25
  seq -f 'visitor,Vymyšlená voda %03g,CZ,MSP,NP,NP' 25
} > profiles.csv
blues exchange profile import profiles.csv
{
  echo visitor,host,first_day,last_day,distance
  seq -f 'Invented Water %03g,Pilot Plant Nowhere,2020-11-02,2020-11-06,1738' 25
  seq -f 'Vymyšlená voda %03g,Usine Nulle Part,2021-03-08,2021-03-12,1204' 25
} > proposals.csv
blues exchange propose --file proposals.csv --on 2020-10-01
first=$(seq -f 'EX-%03g' 25)
second=$(seq -f 'EX-%03g' 26 50)
papers() {
  for code in $2; do
    mkdir -p "papers/$code"
    for kind in $1; do echo "$kind" > "papers/$code/$kind.pdf"; done
  done
}
papers 'application-visitor application-host privacy-notice eligibility-proof' "$first $second"
blues exchange paper import papers --dated 2020-10-01
blues exchange advance $first $second --on 2020-10-02
papers 'quality-commitment financial-agreement' "$first $second"
blues exchange paper import papers --signed all=2020-10-05
blues exchange advance $first $second --on 2020-10-06 --until contract
papers 'closing-report travel-proof stay-proof' "$first $second"
blues exchange paper import papers --dated 2021-03-15
blues exchange advance $first $second --on 2021-03-17
blues exchange advance $first $second --on 2021-03-19 --reference "SEPA 2021-0042"
