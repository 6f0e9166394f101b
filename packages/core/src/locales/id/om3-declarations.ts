// Bahasa Indonesia, OM3, fourth part: CONTEXT declarations, imports and unanswered unknowns.
import type * as diagnostics from "../../diagnostics/om3-declarations.ts";
import type { TranslatedFamily } from "../locale.ts";
import { phrase } from "./phrases.ts";

export const declarations: TranslatedFamily<typeof diagnostics> = {
  rangeProblem: {
    code: "OM3071",
    of: "53ef62c6",
    title: "rentang yang tidak memuat apa pun",
    explanation:
      "Rentang berjalan dari nilai terkecil ke nilai terbesarnya; kedua batasnya termasuk.",
    message: ({ low, high, problem }) =>
      problem === "order"
        ? `rentang ini dimulai pada ${low}, di atas akhirnya ${high}; tukarkan`
        : `${low}..${high} bukan rentang bilangan`,
  },
  valueDoesNotFit: {
    code: "OM3072",
    of: "5a0d4b77",
    title: "nilai yang tidak sesuai dengan tipe yang dideklarasikan",
    explanation:
      "Nilai bawaan, dan nilai yang diberikan sebuah contoh, harus sejenis dengan yang dideklarasikan, berada dalam rentangnya, dan berdimensi sama; nilai itu dikonversi ke satuan yang dideklarasikan.",
    message: ({ what, value, why }) => `${phrase(what)} \`${value}\` ${phrase(why)}`,
  },
  freshnessProblem: {
    code: "OM3073",
    of: "ea3ce87d",
    title: "batas umur pembacaan yang bukan durasi",
    explanation:
      "`<C FRESH 5s>` menyatakan seberapa lama sebuah pembacaan masih berlaku: durasi yang positif.",
    message: ({ text }) =>
      `FRESH memerlukan durasi positif seperti \`5s\`, dan \`${text}\` bukan durasi${
        /\dm$/.test(text) ? "; menit ditulis `min`" : ""
      }`,
  },
  invalidTimeZone: {
    code: "OM3075",
    of: "7ca8c472",
    title: "TimeZone yang bukan selisih zona",
    explanation:
      "Waktu memakai UTC atau selisih zona yang tetap; tidak ada basis data zona waktu. `TimeZone` adalah selisih seperti `+07:00` atau `Z`.",
    message: ({ text }) =>
      `TimeZone adalah selisih zona seperti \`+07:00\`, sedangkan \`${text}\` bukan`,
  },
  sampleStandsIn: {
    code: "OM3076",
    of: "fcfddd95",
    title: "nilai contoh yang menggantikan pembacaan",
    explanation:
      "`- Temperature: 85.5C` memberi atribut jenis, satuan, dan sebuah *nilai contoh*. Jika pembacaan tidak ada, nilai contoh menggantikannya (kecuali `sampleDefaults` dimatikan), tercantum dalam keputusan sebagai `defaulted`, dan keputusannya paling baik `incomplete`. Tulis sebuah tipe untuk mewajibkan pembacaannya, atau tipe dengan `=` untuk menjadikannya nilai bawaan.",
    message: ({ name, sample, type, used }) => {
      if (!used) {
        const instead = type === null ? "deklarasikan tipenya" : `tulis \`<${type}>\``;
        return `\`${sample}\` adalah nilai contoh dan tidak pernah menggantikan pembacaan; ${instead} untuk menyatakannya`;
      }
      return type === null
        ? `pembacaan \`${name}\` yang tidak ada dianggap nilai contoh ${sample}; deklarasikan tipenya untuk mewajibkan pembacaan`
        : `pembacaan yang tidak ada dianggap nilai contoh ${sample}; tulis \`<${type}>\` untuk mewajibkan pembacaan atau \`<${type}> = ${sample}\` untuk menjadikannya nilai bawaan`;
    },
  },
  notAQuantity: {
    code: "OM3077",
    of: "10c332c7",
    title: "kalimat biasa yang dibandingkan dengan besaran",
    explanation:
      "Nilai atribut ini di CONTEXT tampak seperti besaran tetapi tidak terbaca sebagai besaran, sehingga atributnya berupa teks, dan teks tidak dapat dibandingkan dengan bilangan.",
    message: ({ name, value, other }) =>
      `\`${name}\` dideklarasikan sebagai \`${value}\`, yang bukan besaran melainkan kalimat biasa, dan tidak dapat dibandingkan dengan \`${other}\``,
  },
  unansweredUnknown: {
    code: "OM3080",
    of: "372530d8",
    title: "nilai yang mungkin tidak diketahui tanpa penanganan",
    explanation:
      "Yang tidak ada, di luar rentang, atau sudah terlalu lama berarti *tidak diketahui*, dan aturan yang kondisinya tidak diketahui tidak berjalan. Nyatakan apa yang terjadi saat itu: dengan `UNKNOWN tindakan` di dalam aturan, dengan `IS KNOWN` atau `IS MISSING`, atau untuk seluruh dokumen dengan `FAILSAFE THEN tindakan`.",
    message: ({ reads }) => {
      const [first, ...others] = reads;
      const what =
        others.length === 0
          ? `\`${first?.name ?? ""}\` ${phrase(first?.why ?? "")}, sehingga`
          : `${reads.map(({ name, why }) => `\`${name}\` (${phrase(why)})`).join(", ")}`;
      return `${what} mungkin tidak diketahui, dan tidak ada yang menyatakan tindakan untuk itu; tambahkan UNKNOWN dan sebuah tindakan, atau sebuah FAILSAFE`;
    },
  },
  importProblem: {
    code: "OM3020",
    of: "01a12361",
    title: "impor yang tidak dapat dibaca",
    explanation:
      "IMPORT menyebut dokumen lain dengan alamat relatif terhadap dokumen ini, dan tetap di bawah akar proyek.",
    message: ({ path, problem }) => {
      switch (problem) {
        case "absent":
          return `\`${path}\` tidak ditemukan`;
        case "outside":
          return `\`${path}\` bukan alamat relatif di bawah akar proyek`;
        case "deep":
          return `\`${path}\` adalah impor yang kelebihan; kebijakan tersusun dari paling banyak beberapa ratus dokumen`;
      }
    },
  },
  importCycle: {
    code: "OM3021",
    of: "df3c7c1b",
    title: "dokumen yang saling mengimpor",
    explanation:
      "Impor yang kembali ke dokumen asalnya tidak mempunyai pangkal. Pindahkan yang diperlukan keduanya ke dokumen ketiga.",
    message: ({ chain }) =>
      `impor ini kembali ke awalnya: ${chain.map((path) => `\`${path}\``).join(" → ")}`,
  },
  importClash: {
    code: "OM3022",
    of: "c5532a5d",
    title: "impor yang berbenturan",
    explanation:
      "Yang dibawa sebuah impor mempunyai nama tersendiri: atribut, atau label batasan, yang didefinisikan dua dokumen dari satu kebijakan tidak menjelaskan mana yang berlaku.",
    message: ({ name, what, path, other }) =>
      `\`${path}\` dan \`${other}\` sama-sama mendefinisikan ${phrase(what)} \`${name}\``,
  },
  importHasErrors: {
    code: "OM3023",
    of: "4758c580",
    title: "impor yang mengandung kesalahan",
    explanation:
      "Sebuah dokumen dibangun di atas yang diimpornya, sehingga impor yang mengandung kesalahan membuatnya tanpa pijakan. Periksa dokumen itu.",
    message: ({ path, count, first }, say) =>
      `\`${path}\` mengandung ${count} kesalahan: ${say(first)}`,
  },
  literalOnly: {
    code: "OM3078",
    of: "049f7257",
    title: "nilai yang bukan literal",
    explanation:
      "Nilai contoh, nilai bawaan, dan nilai yang diberikan sebuah contoh berupa literal: itu data, dan tidak ada yang dihitung.",
    message: ({ what }) => `${phrase(what)} berupa literal, tidak ada yang dihitung di sini`,
  },
};
