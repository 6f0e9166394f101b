// Bahasa Indonesia, OM4: what a document's logic says beyond doubt, and most likely does not mean. Conditions, branches,
// rules and constraints; the rest stands in om4-loops-names-expressions.ts.
import type { branchDiagnostics } from "../../diagnostics/om4-branches.ts";
import type { conditionDiagnostics } from "../../diagnostics/om4-conditions.ts";
import type { constraintDiagnostics } from "../../diagnostics/om4-constraints.ts";
import type { ruleDiagnostics } from "../../diagnostics/om4-rules.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed } from "./listed.ts";
import { phrase } from "./phrases.ts";

export const conditions: TranslatedFamily<typeof conditionDiagnostics> = {
  alwaysTrue: {
    code: "OM4001",
    of: "d2109a4c",
    title: "kondisi yang selalu benar",
    explanation:
      "Apa pun masukannya, kondisi ini terpenuhi begitu datanya diketahui, sehingga tidak memutuskan apa-apa. Sering kali yang dimaksud AND tetapi tertulis OR, sebuah batas berada di luar rentang yang dideklarasikan CONTEXT, atau satuannya bukan yang dimaksud.\n\nData yang tidak ada membuat kondisi *tidak diketahui*, bukan salah: untuk bertindak atas hal itu, tulis `UNKNOWN`, atau tanyakan dengan `IS KNOWN` dan `IS MISSING`.",
    message: ({ text, subjects, because }) =>
      `\`${text}\` ${
        subjects.length === 0 ? "selalu benar" : `benar asalkan ${listed(subjects)} diketahui`
      }${because === "" ? "" : `: ${phrase(because)}`}, sehingga tidak memutuskan apa-apa`,
  },
  neverTrue: {
    code: "OM4002",
    of: "c9fb354c",
    title: "kondisi yang tidak pernah benar",
    explanation:
      "Tidak ada masukan yang membuat kondisi ini benar, sehingga yang dijaganya tidak pernah terjadi. Sering kali yang dimaksud OR tetapi tertulis AND, sebuah batas berada di luar rentang yang dideklarasikan CONTEXT, atau satuannya bukan yang dimaksud.",
    message: ({ text, because, consequence }) =>
      `\`${text}\` tidak pernah benar${because === "" ? "" : `: ${phrase(because)}`}${
        consequence === "" ? "" : `${because === "" ? "," : ";"} sehingga ${phrase(consequence)}`
      }`,
  },
  redundantPart: {
    code: "OM4004",
    of: "5d8df10f",
    title: "bagian kondisi yang tidak menambah apa-apa",
    explanation:
      "Dengan bagian ini maupun tanpanya, kondisi bernilai benar, salah, dan tidak diketahui untuk masukan yang sama: bagian lain dari rangkaiannya sudah menyatakannya. Bagian ini dapat dihapus, atau dimaksudkan untuk menyatakan hal lain.",
    message: ({ text, sayer, operator }) => {
      const reason =
        sayer === null
          ? "bagian-bagian lain sudah menentukannya"
          : sayer === text
            ? "bagian ini tertulis dua kali dalam kondisinya"
            : operator === "AND"
              ? `bagian ini terpenuhi setiap kali \`${sayer}\` terpenuhi`
              : `\`${sayer}\` terpenuhi setiap kali bagian ini terpenuhi`;
      return `\`${text}\` tidak menambah apa-apa: ${reason}`;
    },
  },
};

export const branches: TranslatedFamily<typeof branchDiagnostics> = {
  branchNeverReached: {
    code: "OM4010",
    of: "f6eae34f",
    title: "cabang yang tidak pernah tercapai",
    explanation:
      "Cabang-cabang IF dicoba berurutan, dan yang pertama terpenuhi diambil. Setiap kali cabang ini terpenuhi, cabang sebelumnya sudah terpenuhi lebih dahulu. Dahulukan kondisi yang lebih sempit.",
    message: ({ text, taker }) =>
      `cabang ini tidak pernah tercapai: setiap kali \`${text}\` terpenuhi, ${
        taker === null ? "cabang sebelumnya" : `\`${taker}\``
      } sudah diambil lebih dahulu`,
  },
  restNeverReached: {
    code: "OM4011",
    of: "d786d542",
    title: "ELSE atau `_` yang tidak pernah tercapai",
    explanation:
      "`ELSE` dan `_` berarti *diketahui, dan selain itu*. Di sini cabang-cabang sebelumnya sudah mencakup setiap nilai, sehingga keduanya tidak pernah diambil; keduanya juga tidak menangkap data yang tidak ada: untuk itu ada `UNKNOWN`.",
    message: ({ what }) =>
      `${what} tidak pernah tercapai, yang di depannya mencakup setiap nilai; untuk data yang tidak ada, tulis UNKNOWN`,
  },
  unknownNeverRuns: {
    code: "OM4012",
    of: "5007002f",
    title: "UNKNOWN yang tidak pernah berjalan",
    explanation:
      "`IS KNOWN` dan `IS MISSING` sendiri selalu diketahui: jawabannya benar atau salah, dan `Distance IS KNOWN AND Distance < 1m` bernilai salah jika pembacaannya tidak ada. Aturan yang tidak menanyakan hal lain tidak pernah menjalankan klausa UNKNOWN-nya: yang hendak dilakukannya ditulis di ELSE, atau di aturan untuk `IS MISSING`.",
    message: () =>
      "UNKNOWN ini tidak pernah berjalan: dengan IS KNOWN atau IS MISSING kondisinya benar atau salah, apa pun yang tidak ada",
  },
  armNeverReached: {
    code: "OM4013",
    of: "0e7e53f7",
    title: "cabang MATCH yang tidak pernah tercapai",
    explanation:
      "Cabang-cabang MATCH dicoba berurutan, dan yang pertama cocok diambil. Yang cocok dengan pola ini sudah diambil cabang sebelumnya, atau subjeknya tidak pernah bernilai demikian. Dahulukan pola yang sempit sebelum yang luas, dan `_` paling akhir.",
    message: ({ text, taker, whole }) =>
      `${whole ? "cabang" : "alternatif"} \`${text}\` tidak pernah tercapai: ${
        taker === null
          ? "tidak ada nilai yang tersisa untuknya"
          : `\`${taker}\` mengambil semua yang cocok dengannya`
      }`,
  },
  valuesWithoutArm: {
    code: "OM4014",
    of: "c3803510",
    title: "nilai yang tidak disebut cabang mana pun",
    explanation:
      "CONTEXT mencantumkan nilai yang mungkin bagi subjeknya, dan sebagian tidak cocok dengan cabang mana pun. Aturan MATCH lalu tidak melakukan apa-apa; MATCH yang menghasilkan nilai menjadi tidak diketahui. Sebutkan nilai-nilai itu, atau nyatakan dengan `_` bahwa sisanya diperlakukan sama.",
    message: ({ subject, values, isValue }) =>
      `tidak ada cabang yang menjawab jika \`${subject}\` bernilai ${listed(values, "atau")}: ${
        isValue ? "hasilnya lalu tidak diketahui" : "tidak ada yang lalu dilakukan"
      }; sebutkan nilai itu atau tambahkan \`_\``,
  },
  reversedRange: {
    code: "OM4015",
    of: "3edb157b",
    title: "pola rentang yang berakhir sebelum dimulai",
    explanation:
      "Rentang berjalan dari nilai terkecil ke nilai terbesarnya, keduanya termasuk. Rentang ini tidak memuat apa pun.",
    message: ({ from, to }) =>
      `tidak ada nilai di dalam \`${from}..${to}\`; batas bawah ditulis lebih dahulu`,
  },
};

export const rules: TranslatedFamily<typeof ruleDiagnostics> = {
  duplicateRule: {
    code: "OM4020",
    of: "a08204e2",
    title: "aturan yang tertulis dua kali dalam dokumen",
    explanation:
      "Semua aturan dijalankan, sehingga aturan yang tertulis dua kali mengambil tindakannya dua kali. Hapus salah satunya, atau tulis apa yang semestinya dinyatakannya.",
    message: ({ other }) =>
      `aturan ini mengulang \`${other}\`, sehingga tindakannya diambil dua kali`,
  },
  shadowedRule: {
    code: "OM4021",
    of: "01b3ec35",
    title: "aturan di bawah bayang-bayang aturan lain",
    explanation:
      "Setiap kali aturan ini berjalan, aturan lain sudah mengambil tindakan yang sama dengan kondisi yang lebih longgar: keputusannya hanya mencantumkan tindakan itu sekali lagi. Mungkin tindakan yang lebih keras dimaksudkan untuk kondisi yang lebih ketat.",
    message: ({ other }) =>
      `aturan ini tidak menambah apa-apa: setiap kali aturan ini berjalan, \`${other}\` mengambil tindakan yang sama`,
  },
  branchesAlike: {
    code: "OM4022",
    of: "f0fce667",
    title: "pilihan yang tidak membuat perbedaan",
    explanation:
      "Cabang-cabangnya menuju tindakan yang sama, sehingga kondisi di antaranya tidak memutuskan apa-apa. Kemungkinan besar salah satunya disalin dan lupa diubah.",
    message: ({ what }) =>
      `${phrase(what)} mengambil tindakan yang sama, sehingga pilihan di antaranya tidak membuat perbedaan`,
  },
  actionTwice: {
    code: "OM4023",
    of: "343e3f40",
    title: "tindakan yang tercantum dua kali",
    explanation:
      "Keputusan mempertahankan pengulangan: tindakan yang sama dengan argumen yang sama dua kali dalam satu daftar diambil dua kali.",
    message: ({ action }) => `\`${action}\` sudah ada dalam daftar ini, sehingga diambil dua kali`,
  },
};

export const constraints: TranslatedFamily<typeof constraintDiagnostics> = {
  forbiddenTogether: {
    code: "OM4030",
    of: "f9b2d225",
    title: "aturan yang saling bertentangan",
    explanation:
      "Sebuah klausa NEVER melarang dua tindakan bersamaan, sedangkan aturan-aturannya mengambil keduanya dengan kondisi yang satu mencakup yang lain: setiap kali yang lebih sempit terpenuhi, salah satu tindakan ditahan. Penegakan menyelesaikannya dengan aman, tetapi salah satu aturan tidak melakukan apa yang dinyatakannya.",
    message: ({ name, partner, rule, id }) =>
      `\`${name}\` diambil di sini bersama \`${partner}\` dari \`${rule}\`, dan \`${id}\` melarangnya, sehingga salah satunya ditahan`,
  },
  alwaysWithheld: {
    code: "OM4031",
    of: "c6ef272c",
    title: "tindakan yang selalu ditahan batasan",
    explanation:
      "Setiap kali aturan ini mengambil tindakan itu, sebuah klausa NEVER melarangnya, sehingga tindakan itu tidak pernah dilaksanakan. Entah aturannya atau klausanya menyatakan sesuatu yang tidak dimaksudkan.",
    message: ({ name, id }) =>
      `\`${name}\` selalu ditahan di sini: \`${id}\` melarangnya setiap kali aturan ini mengambilnya`,
  },
  clausesContradict: {
    code: "OM4032",
    of: "e8a93b31",
    title: "batasan yang saling bertentangan",
    explanation:
      "Satu klausa mewajibkan tindakan yang dilarang klausa lain. Keputusan di sana `violated` apa pun yang dilakukan aturan, dan tindakannya tidak diambil: NEVER yang menang.",
    message: ({ name, id, wholly }) =>
      `${
        wholly
          ? `setiap kali klausa ini mewajibkan \`${name}\`, \`${id}\` melarangnya`
          : `klausa ini mewajibkan \`${name}\` juga saat \`${id}\` melarangnya`
      }; keputusannya lalu melanggar batasan, apa pun yang dilakukan aturan`,
  },
  actionNamedTwice: {
    code: "OM4033",
    of: "93981a8b",
    title: "klausa yang menyebut satu tindakan dua kali",
    explanation:
      "Sebuah klausa menyangkut tindakan yang berbeda-beda: tindakan tidak pernah terjadi tanpa dirinya sendiri atau mendahului dirinya sendiri, dan menyebutnya dua kali dalam satu kelompok tidak menambah apa-apa. Kemungkinan besar tindakan lain yang dimaksudkan.",
    message: ({ name }) =>
      `\`${name}\` sudah disebut dalam klausa ini; sebutkan tindakan yang lain`,
  },
  zeroLimit: {
    code: "OM4034",
    of: "5dbdffff",
    title: "batas nol",
    explanation:
      "`AT MOST 0 OF A, B` melarang kedua tindakan sama sekali, yang dinyatakan lebih jelas dengan `NEVER A` dan `NEVER B`. `MAX LOOP 0` membuat setiap WHILE sama sekali tidak berjalan.",
    message: ({ text, meaning }) => `dengan \`${text}\`, ${phrase(meaning)}`,
  },
};
