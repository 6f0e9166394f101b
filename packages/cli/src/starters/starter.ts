// The documents that `omegac new` begins with. A test holds them to what they promise: canonical, without a finding under
// `strict`, and with examples that pass.

export const starterNames = ["minimal", "machine-safety", "approval"] as const;
type StarterName = (typeof starterNames)[number];

/** The starters of a language: texts, reviewed on `today` (`2026-05-01`). */
export type Starters = Readonly<Record<StarterName, (today: string) => string>>;

const minimal = (
  today: string,
): string => `INTENT: Keep a room from getting too warm. Say here what your policy is for.

ACTOR:
- Primary: Ventilation MAY OpenWindow

CONTEXT:
- Temperature: <C>

RULE:
- TooWarm: IF Temperature > 26C THEN OpenWindow UNKNOWN OpenWindow

CONSTRAINT:
- Comfort [WarmRoom]: ALWAYS OpenWindow WHEN Temperature > 30C

IMPACT:
- Benefit: Nobody works in the heat.
- Risk: Heating costs when the sensor is wrong.

TRACE:
- Evidence [TooWarm]: Who asked for this rule, or what it rests on.

REVIEW:
- Interval: 6 Months
- LastReviewed: ${today}
- Owner: Whoever answers for this policy

EXAMPLE a warm day:
- GIVEN Temperature = 27C
- EXPECT ONLY OpenWindow

EXAMPLE a cool day:
- GIVEN Temperature = 20C
- EXPECT NOTHING

EXAMPLE the sensor is silent:
- EXPECT OpenWindow
`;

const machineSafety = (
  today: string,
): string => `INTENT: Keep people who work beside the machine unhurt. When in doubt, the machine stops.

ACTOR:
- Primary: SafetyController MAY StopMachine, SlowDown, SoundAlarm

CONTEXT:
- Mode: <"automatic" | "manual">
- Distance: <0..20 m FRESH 500ms>
- Workers: <[{ name: text, distance: m }]>

RULE:
- TooClose: IF Distance < 1m THEN StopMachine
  ELSE IF Distance < 2.5m THEN SlowDown(0.25m/s)
  UNKNOWN StopMachine
- FOR worker IN Workers {
    - Near: IF worker.distance < 1.5m AND Mode == "automatic" THEN SoundAlarm UNKNOWN SoundAlarm
  } UNKNOWN SoundAlarm
- FAILSAFE THEN StopMachine

CONSTRAINT:
- Safety [StopOrSlow]: NEVER StopMachine AND SlowDown
- Safety [NobodyWithinReach]: ALWAYS StopMachine WHEN Distance < 1m

IMPACT:
- Benefit: Nobody is hurt within reach of the machine.
- Risk: Stops that a failing sensor causes.

TRACE:
- Standards [TooClose]: ISO 13855, distances from protective devices
- Standards [Near]: ISO 7731, danger signals

REVIEW:
- Interval: 6 Months
- LastReviewed: ${today}
- Owner: Plant safety
- Criteria: Near misses, and stops that nobody understood.

EXAMPLE somebody is within reach:
- AT "2026-05-01T08:00:00Z"
- GIVEN Mode = "manual", Workers = []
- GIVEN Distance = { value: 0.4m, at: "2026-05-01T08:00:00Z" }
- EXPECT ONLY StopMachine

EXAMPLE somebody comes closer:
- AT "2026-05-01T08:00:00Z"
- GIVEN Mode = "automatic", Workers = [{ name: "Ana", distance: 1.2m }]
- GIVEN Distance = { value: 1.2m, at: "2026-05-01T08:00:00Z" }
- EXPECT SlowDown, SoundAlarm

EXAMPLE the reading is a second old:
- AT "2026-05-01T08:00:01Z"
- GIVEN Mode = "automatic", Workers = []
- GIVEN Distance = { value: 9m, at: "2026-05-01T08:00:00Z" }
- EXPECT ONLY StopMachine
`;

const approval = (
  today: string,
): string => `INTENT: Pay what is due, never on the word of one person alone. Hold what is suspicious.

ACTOR:
- Primary: PaymentService MAY Pay, Hold, Notify
- Secondary: FinanceOfficer APPROVES Pay

CONTEXT:
- Amount: <0..1000000 USD>
- KnownPayee: <boolean>
- Flags: <[text]> = []

RULE:
- Suspicious: IF ANY flag IN Flags SATISFIES flag == "sanctions" THEN Hold, Notify "compliance"
  ELSE IF KnownPayee THEN Pay
  ELSE Hold
  UNKNOWN Hold
- Large: IF Amount > 10000USD THEN Notify "treasury" UNKNOWN Notify "treasury"

CONSTRAINT:
- Legal [NoSanctionedPayment]: NEVER Pay AND Hold
- Ethical: A payee hears why a payment is held.

IMPACT:
- Benefit: Nothing is paid that one person alone wanted to be paid.
- Risk: Payees wait until an officer has time.

TRACE:
- Regulation [Suspicious]: Sanctions regulations, screening before payment
- Evidence [Large]: Limits of authority, treasury handbook

REVIEW:
- Interval: 12 Months
- LastReviewed: ${today}
- Owner: Finance

EXAMPLE a known payee:
- GIVEN Amount = 120USD, KnownPayee = true
- EXPECT PENDING Pay
- EXPECT NOT Hold

EXAMPLE a large payment to a stranger:
- GIVEN Amount = 25000USD, KnownPayee = false
- EXPECT ONLY Hold, Notify "treasury"

EXAMPLE a payee under sanctions:
- GIVEN Amount = 120USD, KnownPayee = true, Flags = ["sanctions"]
- EXPECT ONLY Hold, Notify "compliance"

EXAMPLE nobody knows the payee:
- GIVEN Amount = 120USD
- EXPECT ONLY Hold
`;

export const englishStarters: Starters = {
  minimal,
  "machine-safety": machineSafety,
  approval,
};
