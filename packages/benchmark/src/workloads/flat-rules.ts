// The smallest workload: five rules over six readings, as in a machine cell.
import { all, any, compare } from "./shared-policy.ts";
import { workload } from "./workload.ts";

interface Cell {
  readonly Distance: number;
  readonly Temperature: number;
  readonly Vibration: number;
  readonly Battery: number;
  readonly Mode: "automatic" | "manual" | "service";
  readonly DoorOpen: boolean;
}

const document = `INTENT: Stop the machine before anybody is hurt, and keep it running otherwise.

ACTOR:
- Primary: CellController MAY StopMachine, SlowDown, CoolDown, SoundAlarm, CallService

CONTEXT:
- Distance: <cm>
- Temperature: <C>
- Vibration: <mm/s>
- Battery: <%>
- Mode: <"automatic" | "manual" | "service">
- DoorOpen: <boolean>

RULE:
- TooClose: IF Distance < 100cm AND Mode == "automatic" THEN StopMachine
- Near: IF Distance >= 100cm AND Distance < 250cm AND Mode == "automatic" THEN SlowDown
- TooHot: IF Temperature > 85C OR (Temperature > 70C AND Vibration > 7mm/s) THEN CoolDown
- DoorLeftOpen: IF DoorOpen AND Mode != "service" THEN SoundAlarm
- LowBattery: IF Battery < 20% THEN CallService

CONSTRAINT:
- Safety: The controller never starts the machine by itself.

IMPACT:
- Benefit: Fewer injuries.
- Risk: More stops.

TRACE:
- Standards: ISO 13850
`;

function decide(cell: Cell): readonly string[] {
  const actions: string[] = [];
  if (cell.Distance < 100 && cell.Mode === "automatic") actions.push("StopMachine");
  if (cell.Distance >= 100 && cell.Distance < 250 && cell.Mode === "automatic") {
    actions.push("SlowDown");
  }
  if (cell.Temperature > 85 || (cell.Temperature > 70 && cell.Vibration > 7)) {
    actions.push("CoolDown");
  }
  if (cell.DoorOpen && cell.Mode !== "service") actions.push("SoundAlarm");
  if (cell.Battery < 20) actions.push("CallService");
  return actions;
}

export const flatRules = workload<Cell>({
  name: "flat",
  title: "5 flat rules",
  document,
  handWritten: [{ name: "hand-written JavaScript", decide }],
  policy: {
    rules: [
      {
        when: all(compare("Distance", "<", 100), compare("Mode", "==", "automatic")),
        action: "StopMachine",
      },
      {
        when: all(
          compare("Distance", ">=", 100),
          compare("Distance", "<", 250),
          compare("Mode", "==", "automatic"),
        ),
        action: "SlowDown",
      },
      {
        when: any(
          compare("Temperature", ">", 85),
          all(compare("Temperature", ">", 70), compare("Vibration", ">", 7)),
        ),
        action: "CoolDown",
      },
      {
        when: all(compare("DoorOpen", "==", true), compare("Mode", "!=", "service")),
        action: "SoundAlarm",
      },
      { when: compare("Battery", "<", 20), action: "CallService" },
    ],
    loop: null,
  },
  context: (random) => ({
    Distance: random.whole(20, 400),
    Temperature: random.whole(15, 95),
    Vibration: random.whole(0, 10),
    Battery: random.whole(0, 100),
    Mode: random.pick(["automatic", "automatic", "manual", "service"]),
    DoorOpen: random.chance(0.2),
  }),
});
