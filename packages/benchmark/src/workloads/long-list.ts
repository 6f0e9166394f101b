// A FOR over fifty transfers, each looked up in a list of two hundred that the policy holds.
import { compare, oneOf } from "./shared-policy.ts";
import { workload } from "./workload.ts";

interface Batch {
  readonly Transfers: readonly Transfer[];
}

interface Transfer {
  readonly id: string;
  readonly merchant: string;
  readonly amount: number;
}

const transfers = 50;
const listed = Array.from({ length: 200 }, (_, index) => merchant(index * 5));

const document = `INTENT: Hold back transfers to merchants on the list.

ACTOR:
- Primary: PaymentService MAY Freeze, Report

CONTEXT:
- Transfers: <[{ id: text, merchant: text, amount: USD }]>

RULE:
- FOR transfer IN Transfers {
    - Listed: IF transfer.merchant IN [${listed.map((name) => JSON.stringify(name)).join(", ")}] THEN Freeze
    - Large: IF transfer.amount > 10000USD THEN Report
  }

CONSTRAINT:
- Legal: A person decides what becomes of a frozen transfer.

IMPACT:
- Benefit: Less fraud.
- Risk: Some honest transfers wait.

TRACE:
- Regulation: The list is published every Monday.
`;

function merchant(number: number): string {
  return `M${String(number).padStart(4, "0")}`;
}

const set: ReadonlySet<string> = new Set(listed);

function decideBySet({ Transfers }: Batch): readonly string[] {
  const actions: string[] = [];
  for (const transfer of Transfers) {
    if (set.has(transfer.merchant)) actions.push("Freeze");
    if (transfer.amount > 10_000) actions.push("Report");
  }
  return actions;
}

function decideByArray({ Transfers }: Batch): readonly string[] {
  const actions: string[] = [];
  for (const transfer of Transfers) {
    if (listed.includes(transfer.merchant)) actions.push("Freeze");
    if (transfer.amount > 10_000) actions.push("Report");
  }
  return actions;
}

export const longList = workload<Batch>({
  name: "list",
  title: `FOR over ${transfers}, ${listed.length}-item list`,
  document,
  handWritten: [
    { name: "hand-written JavaScript", decide: decideBySet },
    { name: "the same with an array for the list", decide: decideByArray },
  ],
  policy: {
    rules: [],
    loop: {
      over: "Transfers",
      rules: [
        { when: oneOf("merchant", listed), action: "Freeze" },
        { when: compare("amount", ">", 10_000), action: "Report" },
      ],
    },
  },
  context: (random) => ({
    Transfers: Array.from({ length: transfers }, (_, index) => ({
      id: `transfer-${index}`,
      merchant: merchant(random.whole(0, 999)),
      amount: random.whole(1, 11_000),
    })),
  }),
});
