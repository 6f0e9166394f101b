// A policy in two files that the tests of navigation go about in.

export const factory = `
//- factory.omni
INTENT: keep people safe
IMPORT:
- "site.omni"
ACTOR:
- Primary: Robot MAY StopMachine, SlowDown
CONTEXT:
- Distance: <m>
- Workers: <[{ name: text, distance: m }]>
RULE:
- TooClose: IF Dist$0ance < 1m THEN Stop$1Machine UNKNOWN StopMachine
- FOR worker IN Workers { - IF worker.dist$2ance < 2m AND Limit > 3m THEN SlowDown UNKNOWN SlowDown }
- LET near = filter(Workers, |w| w.distance < 1m)
- IF length(ne$3ar) > 0 THEN SlowDown
CONSTRAINT:
- Safety: NEVER SlowDown WHEN Distance > 5m
TRACE:
- Regulation [Too$4Close]: ISO 13849
EXAMPLE near:
- GIVEN Distance = 0.5m, Workers = [{ name: "Ana", distance: 3m }], Lim$5it = 4m
- EXPECT StopMachine
//- site.omni
INTENT: the site
CONTEXT:
- Limit: <m>
`;
