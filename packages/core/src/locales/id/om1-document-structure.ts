// Bahasa Indonesia, OM1: sections, their order and number, and items that lack what every item of their section has.
import type { documentStructureDiagnostics } from "../../diagnostics/om1-document-structure.ts";
import type { SectionKeyword } from "../../syntax/tree.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed } from "./listed.ts";
import { phrase } from "./phrases.ts";

const purposes: Readonly<Partial<Record<SectionKeyword, string>>> = {
  ACTOR: "menyebutkan siapa yang boleh bertindak",
  CONTEXT: "menyebutkan apa yang diketahui dan dalam satuan apa",
  CONSTRAINT: "menyebutkan apa yang tidak boleh terjadi",
  IMPACT: "menyebutkan manfaat dan risikonya",
  TRACE: "menyebutkan peraturan dan bukti yang mendasari aturan",
};

const lacksColon = (keyword: SectionKeyword): string =>
  `kepala bagian diakhiri titik dua: \`${keyword}:\``;

export const documentStructure: TranslatedFamily<typeof documentStructureDiagnostics> = {
  missingRequiredSection: {
    code: "OM1001",
    of: "63ce549f",
    title: "tanpa tujuan atau tanpa aturan",
    explanation:
      "Kebijakan tanpa INTENT tidak menyatakan untuk apa ia dibuat, dan kebijakan tanpa satu pun aturan tidak memutuskan apa-apa. `INTENT:` berisi satu atau dua kalimat; `RULE:` berisi sedikitnya satu butir, misalnya `- IF Distance < 1m THEN StopMachine`.\n\nHanya kata kunci berhuruf kapital yang boleh menjorok atau diberi judul: `rule:` menjadi kepala bagian hanya di tepi kiri, sedangkan `rules:` bukan kepala bagian.",
    message: ({ keyword, isEmpty, colonAt }) => {
      if (colonAt !== null) return lacksColon(keyword);
      const what =
        keyword === "INTENT"
          ? "untuk apa kebijakan ini dibuat"
          : "apa yang diputuskan kebijakan ini";
      return isEmpty
        ? `bagian ${keyword} kosong; tuliskan ${what}`
        : `bagian ${keyword} tidak ada; tambahkan bagian itu dan nyatakan ${what}`;
    },
  },
  missingSection: {
    code: "OM1002",
    of: "b16485e7",
    title: "bagian yang tidak ada",
    explanation:
      "Kebijakan yang lengkap menyebutkan siapa yang bertindak (ACTOR), apa yang diketahui (CONTEXT), apa yang tidak boleh terjadi (CONSTRAINT), apa manfaat dan risikonya (IMPACT), serta apa yang mendasari aturannya (TRACE). Sebuah rancangan boleh belum memuat sebagian di antaranya; kebijakan yang diperiksa dengan `strict` tidak boleh.",
    message: ({ keyword, colonAt }) =>
      colonAt === null
        ? `bagian ${keyword} tidak ada, padahal bagian itu ${purposes[keyword] ?? "dimiliki setiap kebijakan"}`
        : lacksColon(keyword),
  },
  duplicateSection: {
    code: "OM1003",
    of: "6f8efd1e",
    title: "bagian yang ditulis dua kali",
    explanation:
      "Setiap bagian ditulis satu kali agar pembaca tahu harus mencari di mana; hanya RULE dan EXAMPLE yang boleh berulang. Perbaikan otomatis memindahkan isi bagian yang belakangan ke akhir bagian yang pertama.",
    message: ({ keyword }) =>
      `bagian ${keyword} sudah ada; hanya RULE dan EXAMPLE yang boleh berulang`,
  },
  misplacedSection: {
    code: "OM1004",
    of: "e346e0a5",
    title: "bagian yang salah urutan",
    explanation:
      "Urutan bagian sama di setiap dokumen: INTENT, IMPORT, ACTOR, CONTEXT, ASSUMPTION, RULE, CONSTRAINT, IMPACT, TRACE, REVIEW, EXAMPLE. Perbaikan otomatis memindahkan bagian itu, beserta komentar di atasnya, ke tempat yang semestinya.",
    message: ({ keyword, before }) =>
      before === null
        ? `bagian ${keyword} salah urutan: tempatnya di akhir`
        : `bagian ${keyword} salah urutan: tempatnya sebelum ${before}`,
  },
  unknownSection: {
    code: "OM1005",
    of: "19fb3277",
    title: "bagian yang tidak dikenal",
    explanation:
      "Kata berhuruf kapital dengan titik dua di tepi kiri adalah kepala bagian, dan OMEGA tidak mengenal bagian dengan nama itu; isinya tidak dibaca. Di dalam kalimat biasa, tulis kata itu tidak seluruhnya dengan huruf kapital (`Note:`) atau jangan di tepi kiri.",
    message: ({ word, near }) =>
      near.length === 0
        ? `\`${word}\` bukan bagian; di dalam kalimat biasa, jangan tulis seluruhnya dengan huruf kapital`
        : `\`${word}\` bukan bagian; mungkin maksudnya ${listed(near, "atau")}?`,
  },
  textBeforeSections: {
    code: "OM1006",
    of: "d5ced85d",
    title: "teks sebelum bagian pertama",
    explanation:
      "Dokumen dimulai dengan kepala bagian; sebelumnya hanya boleh ada komentar (`#` atau `//`). Kepala bagian adalah kata kunci berhuruf kapital dengan titik dua, atau kata kunci dengan huruf lain yang berada tepat di tepi kiri dan langsung diikuti titik dua.",
    message: () =>
      "teks ini tidak termasuk bagian mana pun; mulailah dengan `INTENT:`, atau jadikan komentar dengan `#`",
  },
  emptySection: {
    code: "OM1007",
    of: "fe0bc7e8",
    title: "bagian kosong",
    explanation:
      "Bagian yang kosong menjanjikan sesuatu yang tidak dinyatakannya. Isilah, atau hapus sampai ada yang perlu dinyatakan.",
    message: ({ keyword }) =>
      `bagian ${keyword} kosong; bagian ini ${purposes[keyword] ?? "berisi butir-butir"}`,
  },
  noPrimaryActor: {
    code: "OM1008",
    of: "7e55b017",
    title: "tanpa pelaku utama",
    explanation:
      "Harus ada yang bertanggung jawab melaksanakan keputusan: `- Primary: SafetySystem`. Pihak lain yang turut serta ditulis `- Secondary: …`.",
    message: () => "tidak ada pelaku yang `Primary`; sebutkan siapa yang melaksanakan keputusan",
  },
  sectionInSuite: {
    code: "OM1009",
    of: "08306d50",
    title: "bagian yang tidak boleh ada di dalam kumpulan contoh",
    explanation:
      'Dokumen yang dimulai dengan `EXAMPLES FOR "policy.omni":` hanya berisi contoh untuk kebijakan itu. Aturan, konteks, dan batasan ditulis di dalam kebijakannya sendiri.',
    message: ({ keyword }) =>
      `kumpulan contoh hanya berisi bagian EXAMPLE; ${keyword} tempatnya di dalam kebijakan`,
  },
  misplacedSuiteHeader: {
    code: "OM1010",
    of: "7f478887",
    title: "kepala kumpulan contoh di tempat yang salah",
    explanation:
      '`EXAMPLES FOR "policy.omni":` menjadikan seluruh dokumen kumpulan contoh untuk kebijakan itu, sehingga letaknya di awal dan hanya satu kali. Contoh untuk aturan dokumen itu sendiri ditulis sebagai bagian `EXAMPLE`.',
    message: () =>
      "kepala kumpulan contoh adalah baris pertama dokumennya; contoh milik kebijakan itu sendiri ditulis sebagai bagian EXAMPLE",
  },
  malformedSuiteHeader: {
    code: "OM1011",
    of: "60208684",
    title: "kepala kumpulan contoh yang salah bentuk",
    explanation:
      'Kumpulan contoh menyebut kebijakannya dengan alamat berkas dalam tanda kutip, relatif terhadap dirinya sendiri, dan diakhiri titik dua: `EXAMPLES FOR "factory.omni":`. Tidak ada hal lain pada baris itu, dan setelahnya hanya ada bagian EXAMPLE.',
    message: () =>
      'kepala kumpulan contoh berbentuk `EXAMPLES FOR "policy.omni":`, dan bagian EXAMPLE mengikutinya',
  },
  documentTooLarge: {
    code: "OM1012",
    of: "db751ae7",
    title: "dokumen terlalu besar",
    explanation:
      "Dokumen boleh berukuran 1 MiB. Yang lebih besar sama sekali tidak dibaca, sehingga tidak ada masukan yang dapat menyibukkan pemeriksa tanpa henti. Bagilah kebijakannya, dan berbagi definisi lewat IMPORT.",
    message: () => "dokumen lebih besar dari 1 MiB; bagilah, dan berbagi definisi lewat IMPORT",
  },
  itemWithoutLabel: {
    code: "OM1013",
    of: "a1810fd8",
    title: "butir tanpa label",
    explanation:
      "Butir di ACTOR, CONSTRAINT, IMPACT, dan TRACE lebih dahulu menyebut jenisnya: `- Legal: …`, `- Risk: …`, `- Regulation: …`. Tanpa itu, laporan tidak dapat membedakan manfaat dari risiko.",
    message: ({ advice }) => `awali butir ini dengan ${phrase(advice)}`,
  },
  actorWithoutLabel: {
    code: "OM1014",
    of: "95b972ae",
    title: "pelaku tanpa peringkat",
    explanation:
      "Pelaku ditulis `- Primary: Role` atau `- Secondary: Role`; `MAY` dan `APPROVES` boleh menyusul setelah perannya. Tanpa peringkat, tidak jelas siapa yang melaksanakan keputusan.",
    message: () => "awali pelaku dengan `Primary:` atau `Secondary:`",
  },
  attributeWithoutValue: {
    code: "OM1015",
    of: "0e691429",
    title: "atribut tanpa nilai",
    explanation:
      "Butir CONTEXT menyatakan apa yang diketahui tentang atributnya: tipe yang harus dibaca (`<m>`), nilai contoh (`1.5m`), atau sebuah kalimat. Jika tidak ada apa-apa setelah titik dua, atributnya berupa teks kosong.",
    message: () =>
      "tidak ada apa-apa setelah titik dua; tulis tipe seperti `<m>`, sebuah nilai, atau sebuah kalimat",
  },
  proseConstraint: {
    code: "OM1016",
    of: "c56518be",
    title: "batasan yang tidak ditegakkan",
    explanation:
      "Batasan ditegakkan jika dimulai dengan NEVER, ALWAYS, AT MOST, EXACTLY ONE OF, atau MAX LOOP, atau jika kata keduanya REQUIRES atau BEFORE, dengan huruf kapital. Selain itu, batasan hanyalah kalimat bagi pembaca. Tulis kata-katanya dengan huruf kapital agar klausanya ditegakkan, atau ubah kalimatnya.",
    message: ({ words }) =>
      `kalimat biasa, tidak ditegakkan: klausa formal menulis \`${words}\` dengan huruf kapital`,
  },
  actorRank: {
    code: "OM1017",
    of: "0c5a3918",
    title: "peringkat pelaku yang tidak dikenal",
    explanation:
      "Pelaku adalah `Primary`, yang melaksanakan keputusan, atau `Secondary`, yang turut serta. Kata lain dibaca sebagai pelaku sekunder, dan itu jarang dimaksudkan.",
    message: ({ rank }) => `pelaku adalah \`Primary\` atau \`Secondary\`, bukan \`${rank}\``,
  },
};
