// Paths into records, and a FOR over twenty workers.
import { all, any, compare } from "./shared-policy.ts";
import { workload } from "./workload.ts";

interface Plant {
  readonly Site: {
    readonly zone: { readonly temperature: number; readonly pressure: number };
    readonly alarm: { readonly armed: boolean };
  };
  readonly Workers: readonly Worker[];
}

interface Worker {
  readonly name: string;
  readonly position: { readonly distance: number; readonly moving: boolean };
  readonly gear: { readonly helmet: boolean };
}

const workers = 20;

const document = `INTENT: Keep everybody on the site away from what could hurt them.

ACTOR:
- Primary: SiteController MAY Evacuate, VentZone, StopMachine, SoundAlarm

CONTEXT:
- Site: <{ zone: { temperature: C, pressure: bar }, alarm: { armed: boolean } }>
- Workers: <[{ name: text, position: { distance: cm, moving: boolean }, gear: { helmet: boolean } }]>

RULE:
- Fire: IF Site.zone.temperature > 60C AND Site.alarm.armed THEN Evacuate
- Pressure: IF Site.zone.pressure > 8bar OR Site.zone.temperature > 90C THEN VentZone
- FOR worker IN Workers {
    - TooClose: IF worker.position.distance < 120cm AND worker.position.moving THEN StopMachine
    - NoHelmet: IF worker.position.distance < 300cm AND NOT worker.gear.helmet THEN SoundAlarm
  }

CONSTRAINT:
- Safety: Nobody is locked in.

IMPACT:
- Benefit: Fewer injuries.
- Risk: More stops.

TRACE:
- Standards: ISO 13855
`;

function decide({ Site, Workers }: Plant): readonly string[] {
  const actions: string[] = [];
  if (Site.zone.temperature > 60 && Site.alarm.armed) actions.push("Evacuate");
  if (Site.zone.pressure > 8 || Site.zone.temperature > 90) actions.push("VentZone");
  for (const worker of Workers) {
    if (worker.position.distance < 120 && worker.position.moving) actions.push("StopMachine");
    if (worker.position.distance < 300 && !worker.gear.helmet) actions.push("SoundAlarm");
  }
  return actions;
}

export const nestedPaths = workload<Plant>({
  name: "nested",
  title: `nested paths, FOR over ${workers}`,
  document,
  handWritten: [{ name: "hand-written JavaScript", decide }],
  policy: {
    rules: [
      {
        when: all(
          compare("Site.zone.temperature", ">", 60),
          compare("Site.alarm.armed", "==", true),
        ),
        action: "Evacuate",
      },
      {
        when: any(compare("Site.zone.pressure", ">", 8), compare("Site.zone.temperature", ">", 90)),
        action: "VentZone",
      },
    ],
    loop: {
      over: "Workers",
      rules: [
        {
          when: all(compare("position.distance", "<", 120), compare("position.moving", "==", true)),
          action: "StopMachine",
        },
        {
          when: all(compare("position.distance", "<", 300), compare("gear.helmet", "==", false)),
          action: "SoundAlarm",
        },
      ],
    },
  },
  context: (random) => ({
    Site: {
      zone: { temperature: random.whole(10, 100), pressure: random.whole(1, 10) },
      alarm: { armed: random.chance(0.7) },
    },
    Workers: Array.from({ length: workers }, (_, index) => ({
      name: `worker-${index}`,
      position: { distance: random.whole(30, 1500), moving: random.chance(0.5) },
      gear: { helmet: random.chance(0.8) },
    })),
  }),
});
