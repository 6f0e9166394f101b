// Bahasa Indonesia, OM4, second file: loops that are none, names that nothing reads, and single expressions that cannot
// mean what they say.
import type { expressionDiagnostics } from "../../diagnostics/om4-expressions.ts";
import type { loopDiagnostics } from "../../diagnostics/om4-loops.ts";
import type { nameDiagnostics } from "../../diagnostics/om4-names.ts";
import type { TranslatedFamily } from "../locale.ts";
import { phrase } from "./phrases.ts";

export const loops: TranslatedFamily<typeof loopDiagnostics> = {
  guardWhile: {
    code: "OM4003",
    of: "9a5b1276",
    title: "WHILE yang tidak dapat berulang",
    explanation:
      "Aturan membaca yang terukur, dan tidak ada yang dilakukannya mengubah hal itu dalam satu keputusan. WHILE berulang hanya jika isinya mengubah dengan SET sebuah nama LET yang dibaca kondisinya. Tanpa itu, WHILE hanya menjadi penjaga: isinya berjalan satu kali, atau tidak sama sekali. Jika itu yang dimaksud, IF menyatakannya; jika maksudnya mencacah atau mencari, ikat sebuah nama dengan LET sebelum perulangan dan ubah dengan SET di dalamnya.",
    message: ({ condition }) =>
      `WHILE ini tidak dapat berulang, isinya berjalan satu kali: tidak ada SET di dalamnya yang mengubah apa yang dibaca \`${condition}\`; tulis IF, atau ubah sebuah nama LET dengan SET`,
  },
  noTurns: {
    code: "OM4040",
    of: "2208d7da",
    title: "WHILE yang sama sekali tidak boleh berputar",
    explanation:
      "`MAX 0` mengakhiri perulangan sebelum putaran pertamanya: isinya tidak pernah berjalan, dan status keputusannya `limited`.",
    message: () =>
      "MAX 0 mengakhiri perulangan ini sebelum putaran pertamanya, sehingga isinya tidak pernah berjalan",
  },
  neverEnds: {
    code: "OM4041",
    of: "8bfaf219",
    title: "WHILE yang menjauhi akhirnya",
    explanation:
      "Kondisinya mengakhiri perulangan setelah sebuah nama cukup membesar, atau mengecil, sedangkan isinya hanya menggerakkannya ke arah lain. Perulangan berjalan sampai dihentikan MAX, dan status keputusannya menjadi `limited`.",
    message: ({ condition, name, wanted, set }) =>
      `hanya MAX yang mengakhiri perulangan ini: \`${condition}\` berakhir jika \`${name}\` ${wanted === "grows" ? "membesar" : "mengecil"}, sedangkan isinya mengubahnya menjadi \`${set}\``,
  },
};

export const unreadNames: TranslatedFamily<typeof nameDiagnostics> = {
  loopVariableUnused: {
    code: "OM4050",
    of: "af3cf8b8",
    title: "variabel perulangan yang tidak pernah dipakai",
    explanation:
      "Tidak ada yang membaca variabelnya di dalam perulangan, sehingga setiap putaran melakukan hal yang sama. Nama tidak pernah dengan sendirinya merujuk anggota: tulis `worker.distance`, bukan `distance`. Nama yang diawali `_` menyatakan bahwa nama itu memang tidak dipakai.",
    message: ({ name, what }) =>
      `\`${name}\` tidak pernah dipakai, sehingga setiap ${phrase(what)} diperlakukan sama; bacalah, atau namai \`_${name}\``,
  },
  indexUnused: {
    code: "OM4051",
    of: "05313abb",
    title: "indeks perulangan yang tidak pernah dipakai",
    explanation:
      "`FOR worker, i IN Workers` mencacah putaran dari 0. Tidak ada yang membaca cacahannya, sehingga dapat dihapus.",
    message: ({ name }) => `indeks \`${name}\` tidak pernah dipakai; tiadakan`,
  },
  letUnused: {
    code: "OM4052",
    of: "9e0ead3b",
    title: "LET yang tidak pernah dipakai",
    explanation:
      "Tidak ada aturan yang membaca nama ini. Nama ini dapat dihapus, atau sebuah aturan membaca sesuatu yang lain daripada yang dimaksudkan. Nama yang diawali `_` menyatakan bahwa nama itu memang tidak dipakai.",
    message: ({ name, set }) =>
      set
        ? `\`${name}\` diubah tetapi tidak pernah dibaca`
        : `\`${name}\` tidak pernah dibaca; pakai atau hapus`,
  },
  overwrittenUnread: {
    code: "OM4053",
    of: "d3af12d1",
    title: "nilai yang ditimpa sebelum dibaca",
    explanation:
      "Sebuah SET di bawahnya mengganti nilai ini sebelum ada aturan yang membacanya. Baris ini dapat dihapus, atau sebuah aturan di antara keduanya terlupakan.",
    message: ({ name }) =>
      `nilai \`${name}\` ini tidak pernah dibaca: sebuah SET di bawahnya menggantinya lebih dahulu`,
  },
};

export const expressions: TranslatedFamily<typeof expressionDiagnostics> = {
  floatingEquality: {
    code: "OM4060",
    of: "a2453924",
    title: "bilangan hasil hitungan yang dibandingkan dengan ==",
    explanation:
      "Bilangan adalah double IEEE, dan hitungan membulatkan: `0.1 + 0.2 == 0.3` bernilai salah. Sebuah pembacaan dapat saja sama dengan literal, dan bilangan bulat dijumlahkan dengan tepat, tetapi apakah hasil pembagian atau rata-rata sama dengan sesuatu hanyalah kebetulan. Bandingkan dengan sebuah batas, atau nyatakan seberapa dekat yang cukup: `abs(a - b) < 1mm`.",
    message: ({ computed, operator, left, right }) =>
      `\`${computed}\` adalah hasil hitungan dan dapat meleset pada angka terakhirnya, sehingga ${operator} bergantung pada kebetulan; pakai \`<\` atau \`>\`, atau \`abs(${left} - ${right})\` dengan jarak yang dianggap cukup dekat`,
  },
  selfComparison: {
    code: "OM4061",
    of: "cdb51bf5",
    title: "nilai yang dibandingkan dengan dirinya sendiri",
    explanation:
      "Kedua sisinya sama, sehingga perbandingan ini tidak menyatakan apa-apa tentang masukan. Kemungkinan besar salah satu sisinya salah nama.",
    message: ({ text, holds }) =>
      `\`${text}\` membandingkan nilai dengan dirinya sendiri: hasilnya ${holds ? "benar" : "salah"} setiap kali nilainya diketahui`,
  },
  needlessNegation: {
    code: "OM4062",
    of: "1aa23e2d",
    title: "NOT di depan perbandingan",
    explanation:
      "`NOT Distance < 1m` dan `Distance >= 1m` bernilai benar, salah, dan tidak diketahui untuk masukan yang sama; yang kedua lebih mudah dibaca, dan tidak seorang pun perlu tahu seberapa erat NOT mengikat.",
    message: ({ text, plain }) => `\`NOT ${text}\` sama dengan \`${plain}\``,
  },
  betweenReversed: {
    code: "OM4063",
    of: "0ea810ab",
    title: "BETWEEN dengan batas tertukar",
    explanation:
      "`x BETWEEN a AND b` berarti `x >= a AND x <= b`. Jika batas yang lebih besar ditulis lebih dahulu, hasilnya tidak pernah benar.",
    message: ({ value, low, high }) =>
      `tidak ada \`${value}\` di antara \`${low}\` dan \`${high}\`; batas bawah ditulis lebih dahulu`,
  },
  divisionByZero: {
    code: "OM4064",
    of: "0fc68e0e",
    title: "pembagian dengan nol",
    explanation:
      "Pembagian dengan nol tidak menghasilkan bilangan: hasilnya selalu tidak diketahui, begitu pula setiap kondisi yang memerlukannya.",
    message: ({ text }) => `\`${text}\` membagi dengan nol, sehingga selalu tidak diketahui`,
  },
  emptyList: {
    code: "OM4065",
    of: "d11e879b",
    title: "daftar kosong",
    explanation:
      "Tidak ada yang dapat ditelusuri atau dicari: FOR tidak pernah berputar, ANY dan IN tidak pernah benar, ALL, NONE, dan NOT IN selalu benar.",
    message: ({ what, meaning }) => `${what} atas daftar kosong: ${phrase(meaning)}`,
  },
  memberTwice: {
    code: "OM4066",
    of: "2b22376e",
    title: "anggota yang tercantum dua kali",
    explanation:
      "IN menanyakan apakah sebuah nilai ada dalam daftar; anggota yang tercantum dua kali tidak menambah apa-apa. Mungkin anggota lain yang dimaksudkan.",
    message: ({ text }) => `\`${text}\` sudah ada dalam daftar ini`,
  },
  mixedAndOr: {
    code: "OM4067",
    of: "5780d405",
    title: "AND dan OR berdampingan",
    explanation:
      "AND mengikat lebih erat daripada OR: `a OR b AND c` berarti `a OR (b AND c)`. Tidak setiap pembaca kebijakan mengetahuinya, sehingga tanda kurung menyatakan maksudnya.",
    message: ({ text }) =>
      `AND mengikat lebih erat daripada OR; apit \`${text}\` dengan tanda kurung agar tidak seorang pun perlu menghafalnya`,
  },
};
