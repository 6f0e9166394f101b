// Bahasa Indonesia, OM2: what cannot be read, or can but not as its author meant: rules, expressions and values.
import type { syntaxDiagnostics } from "../../diagnostics/om2-syntax.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed } from "./listed.ts";
import { characters } from "./om2-characters.ts";
import { phrase } from "./phrases.ts";

const perhapsOne = (near: readonly string[]): string =>
  near.length === 0 ? "" : `; mungkin maksudnya ${listed(near, "atau")}?`;

export const syntax: TranslatedFamily<typeof syntaxDiagnostics> = {
  ...characters,
  expected: {
    code: "OM2001",
    of: "5bb4eac7",
    title: "seharusnya sesuatu yang lain",
    explanation:
      "Butir ini tidak dapat dibaca lagi mulai dari sini. Pesannya menyebutkan apa yang boleh berada di tempat ini; sisa butir itu tidak dibaca, butir-butir lain tetap dibaca.",
    message: ({ expected, found }) =>
      found === null
        ? `seharusnya ${phrase(expected)}`
        : `seharusnya ${phrase(expected)}, tetapi yang ada \`${found}\``,
  },
  unclosedBracket: {
    code: "OM2004",
    of: "d6d35f44",
    title: "kurung yang tidak ditutup",
    explanation:
      "Setiap `(`, `[`, dan `{` mempunyai pasangan. Yang tidak ditutup berakhir bersama butirnya, sehingga butir-butir setelahnya tetap dibaca.",
    message: ({ written, closing }) =>
      `\`${written}\` ini tidak ditutup; seharusnya ada \`${closing}\``,
  },
  strayBracket: {
    code: "OM2005",
    of: "5df38c33",
    title: "kurung tutup tanpa pasangan",
    explanation:
      "Ada kurung tutup, padahal tidak ada kurung sejenis yang terbuka. Hapus, atau buka kurung sebelumnya.",
    message: ({ written }) => `\`${written}\` tidak menutup apa pun`,
  },
  tooDeep: {
    code: "OM2006",
    of: "47946279",
    title: "bersarang terlalu dalam",
    explanation:
      "Kurung, blok, dan operator awalan boleh bersarang 64 tingkat. Namai sebagian dengan LET, atau bagilah aturannya.",
    message: ({ limit }) =>
      `bersarang lebih dari ${limit} tingkat; namai sebagian dengan LET, atau bagilah aturannya`,
  },
  tooLong: {
    code: "OM2007",
    of: "64c95741",
    title: "ekspresi terlalu panjang",
    explanation:
      'Paling banyak 256 operator, ruas, dan indeks boleh berurutan dalam satu ekspresi. Tulis banyak alternatif sebagai daftar, `Country IN ["DE", "ID", …]`, atau namai sebagian dengan LET.',
    message: ({ limit }) =>
      `lebih dari ${limit} operator berurutan; pakai daftar dengan IN, atau namai sebagian dengan LET`,
  },
  unknownUnit: {
    code: "OM2008",
    of: "ded82b3b",
    title: "satuan yang tidak dikenal",
    explanation:
      "Satuan ditulis langsung di belakang bilangannya, dan lambangnya peka huruf besar-kecil: `5min`, `30km/h`, `20%`. Huruf di belakang bilangan yang bukan satuan adalah kesalahan: OMEGA tidak pernah menebak. `m` berarti meter, `min` berarti menit.",
    message: ({ written, near }) => `\`${written}\` bukan satuan${perhapsOne(near)}`,
  },
  separatedUnit: {
    code: "OM2009",
    of: "ca8be4f4",
    title: "spasi sebelum satuan",
    explanation: "Satuan ditulis langsung di belakang bilangannya, tanpa spasi: `1m`, bukan `1 m`.",
    message: ({ joined }) => `satuan ditulis langsung di belakang bilangannya: \`${joined}\``,
  },
  chainedComparison: {
    code: "OM2012",
    of: "354d42c2",
    title: "perbandingan berantai",
    explanation:
      "`a < b < c` tidak berarti seperti yang tampak: hasil perbandingan adalah benar atau salah, dan hasil itu tidak dibandingkan lagi. Tulis `b BETWEEN a AND c`, yang mencakup kedua batasnya, atau dua perbandingan dengan AND.",
    message: ({ rewritten }) => {
      if (rewritten === null)
        return "perbandingan tidak dapat dirangkai; gabungkan dua perbandingan dengan AND";
      const ends = rewritten.exact ? "" : " (kedua batasnya termasuk)";
      return `perbandingan tidak dapat dirangkai; tulis \`${rewritten.text}\`${ends}`;
    },
  },
  actionsJoinedByAnd: {
    code: "OM2013",
    of: "5264caf6",
    title: "tindakan yang digabung dengan AND",
    explanation:
      "AND menggabungkan kondisi. Tindakan diambil satu demi satu dan dipisahkan dengan koma.",
    message: () => "tindakan dipisahkan dengan koma; AND menggabungkan kondisi",
  },
  reservedName: {
    code: "OM2014",
    of: "cd2e293c",
    title: "kata cadangan sebagai nama",
    explanation:
      "IF, THEN, ELSE, AND, OR, NOT, IN, FOR, WHILE, MATCH, LET, SET, TRUE, FALSE, dan NULL bukan nama, dengan huruf besar maupun kecil, demikian pula UNKNOWN dengan huruf kapital. Tanda kutip balik menjadikan kata apa pun nama: `` `Set` ``.",
    message: ({ word }) =>
      `\`${word}\` adalah kata cadangan; sebagai nama, apit dengan tanda kutip balik`,
  },
  looseClause: {
    code: "OM2016",
    of: "608aedb1",
    title: "klausa tanpa aturannya",
    explanation:
      "THEN, ELSE, dan UNKNOWN melanjutkan aturan sebelumnya, dengan urutan itu dan masing-masing satu kali. Pada baris tersendiri, klausa bergabung dengan IF yang sejajar dengannya atau di sebelah kirinya.",
    message: ({ clause }) =>
      `\`${clause}\` ini tidak melanjutkan aturan mana pun: aturan sebelumnya tidak punya tempat untuknya`,
  },
  ruleWithoutDash: {
    code: "OM2017",
    of: "8b8ed4bb",
    title: "aturan tanpa tanda hubung",
    explanation:
      "Setiap butir dimulai dengan `-`; baris tanpa tanda itu melanjutkan butir sebelumnya. Di dalam kurung kurawal tanda hubung boleh ditiadakan.",
    message: () => "aturan dimulai dengan `-`; tanpanya, baris ini melanjutkan aturan sebelumnya",
  },
  labelWithoutUse: {
    code: "OM2018",
    of: "1e440b5d",
    title: "label pada sesuatu yang tidak bernama",
    explanation:
      "Label menamai aturan yang mengambil tindakan, agar dapat dirujuk oleh keputusan dan TRACE. LET dan SET tidak mengambil tindakan, dan FAILSAFE selalu bernama `failsafe`.",
    message: ({ keyword }) => `${keyword.toUpperCase()} tidak memakai label`,
  },
  parenthesesNeeded: {
    code: "OM2019",
    of: "f84bb963",
    title: "perlu tanda kurung",
    explanation:
      "NOT dan kuantor mengikat lebih longgar daripada perbandingan dan aritmetika, sedangkan nilai yang dipilih dengan IF tidak mempunyai akhir yang terlihat. Jika salah satunya menjadi operan, apit dengan tanda kurung, agar tidak seorang pun perlu hafal urutan operasi.",
    message: ({ what }) => `${what} diapit tanda kurung di sini`,
  },
  unknownAsValue: {
    code: "OM2020",
    of: "27fb041c",
    title: "UNKNOWN sebagai nilai",
    explanation:
      "UNKNOWN adalah klausa aturan yang menyatakan apa yang terjadi jika kondisinya tidak dapat diputuskan. Untuk menanyakan apakah sesuatu diketahui, tulis `Distance IS KNOWN` atau `Distance IS MISSING`.",
    message: () => "UNKNOWN bukan nilai; tanyakan dengan `IS KNOWN` atau `IS MISSING`",
  },
  unquotedText: {
    code: "OM2021",
    of: "c1830fa3",
    title: "teks tanpa tanda kutip",
    explanation:
      "Alamat berkas dan nilai teks diapit tanda kutip ganda; tanpa tanda kutip, sebuah kata adalah nama.",
    message: ({ written }) => `\`${written}\` adalah teks dan harus diapit tanda kutip`,
  },
  attributeWithoutColon: {
    code: "OM2022",
    of: "192c443c",
    title: "atribut tanpa titik dua",
    explanation: "Butir CONTEXT terdiri atas label, titik dua, dan nilai: `- Distance: <m>`.",
    message: () => "seharusnya label, titik dua, dan nilai, seperti `Distance: <m>`",
  },
  notAQuantity: {
    code: "OM2023",
    of: "327f36f1",
    title: "nilai yang bukan besaran",
    explanation:
      "Sebuah nilai adalah besaran hanya jika satuannya dikenal dan ditulis langsung di belakang bilangannya. Jika tidak, nilai itu kalimat biasa, dan aturan tidak dapat membandingkannya dengan besaran.",
    message: ({ written, near }) =>
      near[0] === written
        ? "ini kalimat biasa; satuan ditulis langsung di belakang bilangannya"
        : `ini kalimat biasa: \`${written}\` bukan satuan${perhapsOne(near)}`,
  },
  notAType: {
    code: "OM2024",
    of: "cb90a7c8",
    title: "nilai yang bukan tipe",
    explanation:
      'Nilai yang diawali `<` tampak seperti tipe, tetapi tidak seluruhnya terbaca sebagai tipe, sehingga dianggap kalimat biasa. Tipe adalah `<number>`, `<integer>`, `<boolean>`, `<text>`, `<time>`, satuan `<km/h>`, rentang `<0..100 %>`, enumerasi `<"auto" | "manual">`, daftar `<[m]>`, rekaman `<{ name: text }>`, dan selisih `<delta C>`; `?` menjadikannya opsional, `FRESH 5s` meminta pembacaan yang baru, `= 5m` di belakang `>` memberi nilai bawaan.',
    message: ({ expected, near }) =>
      `ini kalimat biasa, bukan tipe: seharusnya ${phrase(expected)}${perhapsOne(near)}`,
  },
  assignmentAsAction: {
    code: "OM2030",
    of: "7cfead50",
    title: "pemberian nilai sebagai tindakan",
    explanation:
      "Tindakan adalah nama yang dijalankan oleh program induk; aturan sendiri tidak mengubah apa pun. Berikan nilainya kepada tindakan sebagai argumen, `SetFanStatus(1)`. Di dalam kebijakan, LET menamai sebuah nilai dan SET, sebagai aturan tersendiri, mengubahnya.",
    message: () =>
      "tindakan tidak memberi nilai; berikan nilainya sebagai argumen, `SetFanStatus(1)`",
  },
};
