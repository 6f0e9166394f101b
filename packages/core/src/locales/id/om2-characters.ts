// Bahasa Indonesia, OM2, second part: quotes, signs, names and characters.
import type { characterDiagnostics } from "../../diagnostics/om2-characters.ts";
import type { TranslatedFamily } from "../locale.ts";

const codePointName = (code: number): string =>
  `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

export const characters: TranslatedFamily<typeof characterDiagnostics> = {
  unclosedText: {
    code: "OM2002",
    of: "72aa19b8",
    title: "tanda kutip yang tidak ditutup",
    explanation:
      'Teks berada di antara tanda kutip pada satu baris, `"seperti ini"`; tanda kutip di dalamnya ditulis `\\"`. Nama dalam tanda kutip balik juga berakhir pada barisnya. Yang tidak ditutup dibaca sampai akhir baris.',
    message: ({ quote }) =>
      `tanda kutip${quote === '"' ? "" : " balik"} ini tidak ditutup pada barisnya`,
  },
  unknownEscape: {
    code: "OM2003",
    of: "d31cd914",
    title: "escape yang tidak dikenal",
    explanation:
      'Teks mengenal escape JSON: `\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, dan `\\u` dengan empat angka heksadesimal. Garis miring terbalik yang memang dimaksudkan sebagai dirinya sendiri ditulis `\\\\`.',
    message: ({ written }) =>
      `\`${written}\` bukan escape; garis miring terbalik itu sendiri ditulis \`\\\\\``,
  },
  unexpectedCharacter: {
    code: "OM2011",
    of: "96bbfbbb",
    title: "karakter yang tidak semestinya",
    explanation:
      "Karakter ini tidak mempunyai arti dalam OMEGA di luar tanda kutip. Sisa pembagian adalah `MOD`, pangkat adalah `std::math::pow(x, 2)`, dan nama dengan karakter yang tidak lazim diapit tanda kutip balik.",
    message: ({ written }) => {
      const advice: Readonly<Record<string, string>> = {
        "%": "; sisa pembagian adalah `MOD`, persentase `20%` ditulis tanpa spasi",
        "^": "; pangkat adalah `std::math::pow(x, 2)`",
        "~": "; bandingkan dengan `MATCHES`",
        $: '; uang ditulis `10USD`, teks diapit `"`',
        "'": '; teks diapit `"`',
      };
      const code = written.codePointAt(0) ?? 0;
      const name = code < 0x20 || code > 0x7e ? ` (${codePointName(code)})` : "";
      return `\`${written}\`${name} tidak berarti apa-apa di sini${advice[written] ?? ""}`;
    },
  },
  foreignSymbol: {
    code: "OM2010",
    of: "db863310",
    title: "tanda dari bahasa lain",
    explanation:
      "OMEGA menulis `AND`, `OR`, dan `NOT` sebagai kata, membandingkan dengan `==`, `!=`, `<=`, dan `>=`, serta mengapit teks dengan tanda kutip ganda lurus. Tanda dari bahasa lain dan dari pengolah kata (`&&`, `≥`, `“ ”`) dipahami dan dilaporkan, agar semua dokumen terbaca sama. Tidak ada yang diakhiri `;`.",
    message: ({ written, replacement }) =>
      replacement.trim() === ""
        ? `\`${written}\` tidak pada tempatnya di sini; akhir baris sudah cukup`
        : `\`${written}\` bukan OMEGA; tulis \`${replacement.trim()}\``,
  },
  emptyName: {
    code: "OM2015",
    of: "50802334",
    title: "nama kosong",
    explanation:
      "Tanda kutip balik mengapit nama dari karakter apa saja, tetapi sedikitnya satu karakter.",
    message: () => "tidak ada nama di antara kedua tanda kutip balik ini",
  },
  controlCharacter: {
    code: "OM2025",
    of: "89123968",
    title: "karakter kendali",
    explanation:
      "Selain tab dan akhir baris, dokumen tidak memuat karakter kendali: karakter itu tidak terlihat, dan setiap program mengartikannya berbeda. NUL sering menandakan bahwa berkas itu bukan teks, atau UTF-16 dan bukan UTF-8.",
    message: ({ code, places }) => {
      const name = code === 0 ? "karakter NUL" : `karakter kendali ${codePointName(code)}`;
      const more = places.length > 1 ? `, yang pertama dari ${places.length} karakter kendali` : "";
      return `${name} tidak boleh ada di dalam dokumen${more}; simpan sebagai teks UTF-8`;
    },
  },
  loneSurrogate: {
    code: "OM2026",
    of: "75e734a9",
    title: "separuh karakter",
    explanation:
      "Separuh pasangan surogat bukanlah karakter, dan tidak ada berkas UTF-8 yang dapat memuatnya. Teks ini rusak dalam perjalanan ke sini.",
    message: () =>
      "ini separuh karakter (surogat tunggal), yang tidak dapat dimuat teks UTF-8 mana pun",
  },
  bidirectionalControl: {
    code: "OM2027",
    of: "04447674",
    title: "perubahan arah yang tersembunyi",
    explanation:
      "Karakter kendali dua arah mengubah urutan tampilan karakter tanpa terlihat. Sebuah kondisi dapat tampak seperti kondisi lain. Dalam kalimat berbahasa yang ditulis dari kanan ke kiri karakter itu mungkin diperlukan: atur tingkat kode ini, atau kecualikan barisnya.",
    message: ({ code, places }) => {
      const more = places.length > 1 ? `, yang pertama dari ${places.length}` : "";
      return `${codePointName(code)} yang tidak terlihat mengubah urutan tampilan baris ini${more}`;
    },
  },
  mixedScripts: {
    code: "OM2028",
    of: "00bc4649",
    title: "nama dalam beberapa aksara",
    explanation:
      "Huruf dari aksara yang berbeda dapat tampak sama: `а` Kiril bukan `a` Latin. Nama yang mencampur aksara sering kali bukan nama yang tampak. Nama dalam bahasa Jepang, Korea, dan Tionghoa boleh memuat huruf Latin.",
    message: ({ name, scripts }) =>
      `\`${name}\` mencampur huruf ${scripts.join(" dan ")}, dan sebagian huruf itu tampak sama`,
  },
  confusableName: {
    code: "OM2029",
    of: "583c13a2",
    title: "nama yang tampak sama",
    explanation:
      "Dua nama yang berbeda di dalam dokumen tampak sama bagi pembaca. Salah satunya salah ketik, atau usaha untuk mengelabui.",
    message: ({ name, other }) => `\`${name}\` tampak seperti \`${other}\`, padahal nama lain`,
  },
};
