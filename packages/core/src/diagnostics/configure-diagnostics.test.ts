// What exemptions keep out of a policy's diagnostics is still known, with the reason.
import { expect, test } from "vitest";
import { compile } from "../policy.ts";

const policy = `INTENT: Stop the machine when it is too hot.

CONTEXT:
- Temperature: <C>

RULE:
# omega-ignore OM4002: kept until the new sensor is calibrated
- Cold: IF Temperature < 0C AND Temperature > 10C THEN Heat UNKNOWN Heat
`;

test("an exempted diagnostic is not reported, but listed with its reason and severity", () => {
  const { diagnostics, exempted } = compile(policy, {
    settings: { severities: { OM4002: "error" } },
  });
  expect(diagnostics.map(({ code }) => code)).not.toContain("OM4002");
  expect(exempted).toMatchObject([
    {
      diagnostic: { code: "OM4002", severity: "error" },
      reason: "kept until the new sensor is calibrated",
    },
  ]);
});

test("what is switched off, or exempted without a reason, is no exemption", () => {
  const off = compile(policy, { settings: { severities: { OM4002: "off" } } });
  expect(off.exempted).toEqual([]);
  const bare = compile(policy.replace(": kept until the new sensor is calibrated", ""));
  expect(bare.exempted).toEqual([]);
  expect(bare.diagnostics.map(({ code }) => code)).toContain("OM4002");
});
