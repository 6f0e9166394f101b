// Bahasa Indonesia, OM5: what a policy owes its readers and its reviewers.
import type { governanceDiagnostics } from "../../diagnostics/om5-governance.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed } from "./listed.ts";

const lowerCaseUnknown = /(?<= )unknown(?= |$)/i;

export const governance: TranslatedFamily<typeof governanceDiagnostics> = {
  intentTooLong: {
    code: "OM5001",
    of: "ab90da28",
    title: "tujuan yang lebih dari dua kalimat",
    explanation:
      "INTENT menyatakan dalam satu atau dua kalimat untuk apa sistem ini. Siapa pun yang kelak menilai sebuah keputusan akan mengukurnya dengan kalimat itu, sehingga harus cukup singkat untuk diingat. Alasan ditulis di TRACE, syarat di ASSUMPTION.",
    message: ({ count }) =>
      `tujuan ini terdiri atas ${count} kalimat; nyatakan kegunaannya dalam satu atau dua kalimat, dan pindahkan sisanya ke ASSUMPTION atau TRACE`,
  },
  benefitWithoutRisk: {
    code: "OM5002",
    of: "7b042c6b",
    title: "manfaat tanpa risiko",
    explanation:
      "Setiap kebijakan yang berbuat sesuatu dapat berbuat pada saat yang salah, terhadap orang yang salah, atau tidak berbuat sama sekali. IMPACT menyebutkan apa yang dapat meleset di samping manfaatnya, agar keduanya dapat ditimbang.",
    message: () =>
      "IMPACT menyebutkan manfaat tanpa risiko; tambahkan `- Risk: …` dan nyatakan apa yang dapat meleset",
  },
  ruleWithoutTrace: {
    code: "OM5003",
    of: "89bb3694",
    title: "aturan tanpa dasar",
    explanation:
      "TRACE mengaitkan aturan dengan dasarnya, `- Standards [TooClose]: ISO 13850`. Jika sebagian aturan sudah dikaitkan, aturan bernama tanpa butir TRACE tampak seperti rekaan seseorang.",
    message: ({ id }) =>
      `tidak ada butir TRACE yang menyatakan dasar \`${id}\`; tambahkan, misalnya \`- Evidence [${id}]: …\``,
  },
  reviewOverdue: {
    code: "OM5004",
    of: "a274bfc0",
    title: "peninjauan yang terlambat",
    explanation:
      "Peninjauan terakhir sudah lebih lama daripada selang yang ditetapkan. Mintalah kebijakan ini ditinjau, lalu tulis tanggal yang baru: tanggalnya saja tidak meninjau apa pun.",
    message: ({ due, last, interval }) =>
      `peninjauan jatuh tempo pada ${due} (terakhir ${last}, selang ${interval}); tinjau kebijakan ini dan tulis tanggal yang baru`,
  },
  intervalUnreadable: {
    code: "OM5005",
    of: "fe7da0ec",
    title: "selang peninjauan yang tidak dapat dibaca",
    explanation:
      "Selang adalah jangka waktu dalam bahasa Inggris atau Indonesia: `30 Days`, `3 Months`, `Monthly`, `Setiap 24 Jam`, `Tahunan`. Selain itu, tanggal jatuh tempo tidak dapat dihitung, dan tidak seorang pun diingatkan.",
    message: ({ text }) =>
      `\`${text}\` bukan selang yang dapat dibaca; tulis jangka waktu seperti \`30 Days\`, \`3 Months\`, atau \`Tahunan\``,
  },
  lastReviewedUnreadable: {
    code: "OM5006",
    of: "a2d7b3eb",
    title: "tanggal peninjauan yang bukan tanggal, atau belum tiba",
    explanation:
      "LastReviewed adalah hari peninjauan terakhir, tanggal ISO 8601 yang sudah lewat: `2026-05-01`. Selain itu, tanggal jatuh tempo tidak dapat dihitung.",
    message: ({ text, problem }) =>
      problem === "future"
        ? `\`${text}\` belum tiba; LastReviewed adalah hari peninjauan yang sudah terjadi`
        : `\`${text}\` bukan tanggal; tulis hari peninjauan terakhir seperti \`2026-05-01\``,
  },
  reviewIncomplete: {
    code: "OM5007",
    of: "2f7e6700",
    title: "peninjauan yang tidak dapat diingatkan",
    explanation:
      "Tanggal jatuh tempo dihitung dari selang dan hari peninjauan terakhir, dan harus ada yang diberi tahu. REVIEW menyebutkan ketiganya: `Interval`, `LastReviewed`, dan `Owner`.",
    message: ({ missing }) =>
      `REVIEW tidak menyebutkan ${listed(missing)}, sehingga tidak seorang pun dapat diingatkan tepat waktu`,
  },
  proseAction: {
    code: "OM5008",
    of: "cb8eaec8",
    title: "tindakan dalam kalimat biasa",
    explanation:
      "Beberapa kata tanpa tanda kutip dianggap satu tindakan yang bernama seperti frasa itu. Program induk mencari tindakan menurut namanya, sehingga nama dalam tanda kutip balik, atau satu kata, menyatakan bahwa itu memang sebuah nama.",
    message: ({ phrase }) =>
      `\`${phrase}\` dianggap nama satu tindakan; tulis dalam tanda kutip balik${
        lowerCaseUnknown.test(phrase)
          ? ", atau UNKNOWN dengan huruf kapital jika klausa itu yang dimaksud"
          : ""
      }`,
  },
  mayNeverTaken: {
    code: "OM5009",
    of: "0afeac50",
    title: "hak atas tindakan yang tidak diambil aturan mana pun",
    explanation:
      "MAY memberi seorang pelaku hak atas sebuah tindakan, dan tidak ada aturan yang mengambilnya. Mungkin ada aturan yang kurang, namanya salah ketik, atau hak itu sisa lama yang membuat peninjau bertanya-tanya.",
    message: ({ name, role, near }) =>
      `\`${role}\` boleh mengambil \`${name}\`, tetapi tidak ada aturan yang mengambilnya${near === null ? "" : `; mungkin maksudnya \`${near}\`?`}`,
  },
  actorTwice: {
    code: "OM5010",
    of: "969d3190",
    title: "pelaku yang tercantum dua kali",
    explanation:
      "Satu peran tercantum dua kali di ACTOR, sehingga pembaca yang menemukan butir pertama melewatkan apa yang dibolehkan butir kedua. Gabungkan keduanya.",
    message: ({ role }) => `\`${role}\` sudah tercantum; gabungkan kedua butirnya`,
  },
  entryWithoutText: {
    code: "OM5011",
    of: "289d1359",
    title: "butir tanpa isi",
    explanation:
      "Label saja menjanjikan sesuatu tanpa menyatakan apa-apa. Tulis isinya, atau hapus.",
    message: ({ label, section }) =>
      `\`${label}\` di ${section} tidak menyatakan apa-apa; tulis isinya atau hapus`,
  },
  nothingEnforced: {
    code: "OM5012",
    of: "2475f888",
    title: "batasan yang semuanya kalimat biasa",
    explanation:
      "Batasan dalam kalimat biasa ditujukan kepada pembaca: tidak ada yang memaksa aturan mematuhinya. Klausa formal ditegakkan dalam setiap keputusan, dan `omegac prove` membuktikan bahwa tidak ada masukan yang dapat melanggarnya: `NEVER A AND B`, `NEVER A WHEN …`, `ALWAYS A WHEN …`, `AT MOST 1 OF A, B`, `A REQUIRES B`.",
    message: () =>
      "semua batasan di sini kalimat biasa, sehingga tidak ada yang ditegakkan; klausa seperti `NEVER A AND B` atau `ALWAYS A WHEN …` akan ditegakkan",
  },
};
