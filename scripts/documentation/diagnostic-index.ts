// What the index of diagnostics says around its tables, in each language that has one.
import { english, type Locale } from "@omega/core";
import { indonesian } from "@omega/core/locales/id";

export interface DiagnosticIndex {
  /** Where the pages are, all of them generated. */
  readonly folder: string;
  readonly locale: Locale;
  readonly title: string;
  readonly introduction: string;
  /** The families by the beginning of their codes, with a title and what they are about. */
  readonly families: readonly (readonly [prefix: string, title: string, about: string])[];
  /** The columns of each table. */
  readonly columns: readonly [
    code: string,
    what: string,
    severity: string,
    strict: string,
    adjustable: string,
  ];
  readonly yes: string;
  readonly no: string;
  /** The link from each page to the index. */
  readonly back: string;
}

export const diagnosticIndexes: readonly DiagnosticIndex[] = [
  {
    folder: "docs/diagnostics",
    locale: english,
    title: "Diagnostics",
    introduction: `What OMEGA says about a document, by code. Every diagnostic has a severity, an exact place, a message that says what is
wrong and what to do, and a fix where one exists. One cause draws one diagnostic. Codes are stable: none is ever used for
something else. \`omegac explain OM3050\` prints a page offline. A project sets severities in
[its configuration](../language/limits.md#severities). [Bahasa Indonesia](../id/diagnostik/README.md).`,
    families: [
      ["OM1", "Document structure", "About sections, their order and their items."],
      ["OM2", "Syntax", "About how rules, values and clauses are written."],
      ["OM3", "Names, types and units", "About what names stand for, and what can be compared."],
      [
        "OM4",
        "Logic",
        "About rules that always or never fire, and rules that contradict each other.",
      ],
      ["OM5", "Governance", "About what a reviewer would ask for."],
      ["OM6", "Evaluation", "About what a decision met."],
      ["OM7", "Configuration", "About `omega.config.json` and exemptions."],
    ],
    columns: ["code", "what", "severity", "under `strict`", "adjustable"],
    yes: "yes",
    no: "no",
    back: "All diagnostics",
  },
  {
    folder: "docs/id/diagnostik",
    locale: indonesian,
    title: "Diagnostik",
    introduction: `Apa yang dikatakan OMEGA tentang sebuah dokumen, menurut kode. Setiap diagnostik mempunyai tingkat, tempat yang tepat, pesan
yang menyatakan apa yang salah dan apa yang harus dilakukan, serta perbaikan jika ada. Satu sebab memunculkan satu
diagnostik. Kodenya tetap: tidak satu pun pernah dipakai untuk hal lain. \`omegac explain OM3050 --locale id\` menampilkan
sebuah halaman tanpa jaringan. Sebuah proyek mengatur tingkatnya dalam
[konfigurasinya](../../language/limits.md#severities). [English](../../diagnostics/README.md).`,
    families: [
      ["OM1", "Susunan dokumen", "Tentang bagian, urutannya, dan butir-butirnya."],
      ["OM2", "Sintaks", "Tentang cara menulis aturan, nilai, dan klausa."],
      ["OM3", "Nama, tipe, dan satuan", "Tentang arti nama, dan apa yang dapat dibandingkan."],
      [
        "OM4",
        "Logika",
        "Tentang aturan yang selalu atau tidak pernah berjalan, dan aturan yang saling bertentangan.",
      ],
      ["OM5", "Tata kelola", "Tentang apa yang akan ditanyakan seorang peninjau."],
      ["OM6", "Evaluasi", "Tentang apa yang ditemui sebuah keputusan."],
      ["OM7", "Konfigurasi", "Tentang `omega.config.json` dan pengecualian."],
    ],
    columns: ["kode", "apa", "tingkat", "dengan `strict`", "dapat diatur"],
    yes: "ya",
    no: "tidak",
    back: "Semua diagnostik",
  },
];
