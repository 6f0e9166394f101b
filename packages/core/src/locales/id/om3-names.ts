// Bahasa Indonesia, OM3, first part: names of attributes, LET names, fields, functions and rules.
import type * as diagnostics from "../../diagnostics/om3-names.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed, perhaps } from "./listed.ts";
import { phrase } from "./phrases.ts";

export const names: TranslatedFamily<typeof diagnostics> = {
  undeclaredAttribute: {
    code: "OM3001",
    of: "c97572a9",
    title: "atribut yang tidak dideklarasikan",
    explanation:
      "Dengan `strict`, setiap atribut yang dibaca aturan dideklarasikan di CONTEXT: deklarasi itulah skema masukan, dan pembacaan diperiksa terhadapnya. Tanpa `strict`, tipe atribut yang tidak dideklarasikan disimpulkan dari pemakaiannya.",
    message: ({ name, declaration }) =>
      `\`${name}\` tidak dideklarasikan, padahal \`strict\` mewajibkannya; tambahkan \`- ${name}: <${declaration ?? "…"}>\` ke CONTEXT`,
  },
  nearlyDeclaredAttribute: {
    code: "OM3002",
    of: "414d430a",
    title: "nama yang mirip dengan nama yang dideklarasikan",
    explanation:
      "Nama yang tidak dideklarasikan, tetapi hanya berbeda satu dua huruf atau besar-kecil hurufnya dari nama yang berlaku di situ, hampir pasti salah ketik. Jika dibiarkan, nama itu menjadi masukan tersendiri yang tidak pernah dikirim program induk, dan aturannya tidak akan pernah diputuskan. Nama peka huruf besar-kecil.",
    message: ({ name, suggestions }) => `\`${name}\` tidak dideklarasikan${perhaps(suggestions)}`,
  },
  attributeDeclaredTwice: {
    code: "OM3003",
    of: "ac211fa9",
    title: "atribut yang dideklarasikan dua kali",
    explanation:
      "Sebuah atribut mempunyai satu deklarasi. Jika ada dua, pembaca tidak dapat mengetahui tipe, rentang, atau nilai bawaan mana yang berlaku.",
    message: ({ name }) => `\`${name}\` sudah dideklarasikan; pertahankan satu deklarasi saja`,
  },
  shadowedName: {
    code: "OM3004",
    of: "60a295a7",
    title: "nama yang menutupi nama lain",
    explanation:
      "Nama LET, variabel perulangan, atau parameter yang sama dengan nama sebuah atribut atau ikatan lain menutupinya sampai akhir bloknya. Aturan di bawahnya lalu membaca sesuatu yang lain daripada yang disangka pembaca.",
    message: ({ name, kind, hides }) =>
      `${phrase(kind)} \`${name}\` ini menutupi ${phrase(hides)}; beri nama tersendiri`,
  },
  letTwice: {
    code: "OM3005",
    of: "225839cf",
    title: "LET dua kali dalam satu blok",
    explanation:
      "LET memperkenalkan sebuah nama satu kali dalam satu blok. Untuk memberinya nilai baru, tulis SET.",
    message: ({ name }) => `\`${name}\` sudah diikat di blok ini; tulis SET untuk mengubahnya`,
  },
  setWithoutLet: {
    code: "OM3006",
    of: "fbfe1793",
    title: "SET atas sesuatu yang bukan nama LET",
    explanation:
      "SET hanya mengubah nama LET: atribut adalah hasil pengukuran, dan aturan selalu membaca yang terukur. Ikat dahulu sebuah nama dengan LET.",
    message: ({ name, why, suggestions }) => {
      switch (why) {
        case "attribute":
          return `\`${name}\` adalah atribut masukan, yang tidak dapat diubah aturan; ikat sebuah nama LET`;
        case "loop":
          return `\`${name}\` diikat oleh perulangan; hanya nama LET yang dapat diubah dengan SET`;
        case "unknown":
          return `tidak ada LET yang mengikat \`${name}\` di sini${perhaps(suggestions)}`;
      }
    },
  },
  nameOutOfScope: {
    code: "OM3007",
    of: "74a621b2",
    title: "nama yang dipakai di luar bloknya",
    explanation:
      "LET mengikat sampai akhir bloknya; variabel perulangan dan parameter di dalam isinya. Di luar itu, namanya akan berarti atribut masukan yang tidak pernah dikirim siapa pun.",
    message: ({ name, kind, later }) => {
      if (later)
        return `\`${name}\` dibaca sebelum LET yang mengikatnya; pindahkan LET itu ke atas`;
      switch (kind) {
        case "let":
          return `LET \`${name}\` berakhir bersama bloknya; ikat di blok yang lebih luar`;
        case "loop":
        case "index":
          return `variabel perulangan \`${name}\` berakhir bersama perulangannya; tempatkan aturannya di dalam`;
        case "quantifier":
        case "parameter":
          return `\`${name}\` hanya menjangkau satu perbandingan setelah SATISFIES; apit seluruh kondisinya dengan tanda kurung`;
      }
    },
  },
  elementMeant: {
    code: "OM3008",
    of: "3322bdb7",
    title: "atribut di tempat yang tampaknya dimaksudkan anggota perulangan",
    explanation:
      "Nama tidak pernah dengan sendirinya merujuk anggota perulangan: di dalam `FOR worker IN Workers`, `WorkerDistance` adalah satu atribut masukan, sama di setiap putaran. Jika variabel perulangannya sendiri tidak dipakai, hampir pasti ruas anggotanyalah yang dimaksudkan.",
    message: ({ name, variable, path }) =>
      `\`${name}\` adalah atribut dokumen, sama untuk setiap \`${variable}\`; untuk milik anggotanya sendiri, tulis \`${path}\``,
  },
  unknownField: {
    code: "OM3009",
    of: "2d61a87e",
    title: "ruas yang tidak dikenal",
    explanation:
      "Rekaman yang dideklarasikan mempunyai ruas yang tercantum pada tipenya, dan tidak ada yang lain.",
    message: ({ name, of, fields, suggestions }) =>
      suggestions.length > 0
        ? `\`${of}\` tidak mempunyai ruas \`${name}\`${perhaps(suggestions)}`
        : `\`${of}\` tidak mempunyai ruas \`${name}\`; ${fields.length === 0 ? "tidak satu ruas pun ada" : `yang ada ${listed(fields)}`}`,
  },
  unknownFunction: {
    code: "OM3010",
    of: "745b8cc1",
    title: "fungsi yang tidak dikenal",
    explanation:
      "Fungsi berasal dari pustaka standar, dengan nama lengkapnya (`std::math::median(x)`) atau, untuk yang paling umum, nama pendeknya (`avg(x)`). Dokumen tidak mendefinisikan fungsi sendiri.",
    message: ({ name, suggestions }) =>
      `tidak ada fungsi \`${name}\`${perhaps(suggestions) || "; fungsi berasal dari pustaka standar, dan dokumen tidak mendefinisikannya"}`,
  },
  argumentCount: {
    code: "OM3011",
    of: "f5ec7c10",
    title: "jumlah argumen yang salah",
    explanation: "Sebuah fungsi menerima argumen yang tercantum pada tanda tangannya.",
    message: ({ name, usage, given }) =>
      `\`${name}\` dipanggil dengan ${given} argumen; penulisannya ${usage.replaceAll(" or ", " atau ")}`,
  },
  argumentKind: {
    code: "OM3012",
    of: "b8943e21",
    title: "argumen yang salah jenis",
    explanation:
      "Setiap parameter fungsi standar menerima satu jenis nilai. Tidak ada yang berubah jenis dengan sendirinya.",
    message: ({ name, parameter, wanted, found }) =>
      `\`${phrase(parameter)}\` pada \`${name}\` seharusnya ${phrase(wanted)}, sedangkan ini ${phrase(found)}`,
  },
  lambdaMisuse: {
    code: "OM3013",
    of: "ef4e7e0e",
    title: "lambda yang tidak pada tempatnya, atau tidak ada di tempat yang memerlukannya",
    explanation:
      "Lambda, `|x| x * 2`, adalah argumen `map`, `filter`, `reduce`, `any`, `all`, `count`, `sum`, `sort_by`, dan sejenisnya, dengan parameter sebanyak yang diberikan fungsinya.",
    message: ({ problem, name, parameters }) => {
      switch (problem) {
        case "not here":
          return "lambda hanya dapat menjadi argumen fungsi yang menerimanya";
        case "wanted":
          return `\`${name}\` memerlukan lambda di sini, misalnya \`|x| x > 1\``;
        case "parameters":
          return `lambda untuk \`${name}\` memakai ${parameters} parameter`;
      }
    },
  },
  featureOff: {
    code: "OM3014",
    of: "b3c9b19a",
    title: "fitur yang dimatikan",
    explanation:
      "Konfigurasi proyek mematikan kelompok fungsi atau susunan ini (`features` di `omega.config.json`). Tulis aturannya tanpa itu, atau nyalakan.",
    message: ({ what, feature }) =>
      `${phrase(what)} memerlukan fitur \`${feature}\`, yang dimatikan proyek ini`,
  },
  labelTwice: {
    code: "OM3015",
    of: "c258f2ad",
    title: "label yang dipakai dua kali",
    explanation:
      "Keputusan, butir TRACE, dan contoh menyebut aturan dan batasan dengan labelnya, atau dengan posisinya (`R2`, `C1`) jika tidak berlabel. Dua yang bernama sama tidak dapat dibedakan.",
    message: ({ name, what }) =>
      `sudah ada ${what === "rule" ? "aturan" : "batasan"} lain bernama \`${name}\``,
  },
  unknownRuleReference: {
    code: "OM3016",
    of: "7b5fe264",
    title: "rujukan ke sesuatu yang tidak ada",
    explanation:
      "`[TooClose]` di TRACE mengaitkan sebuah butir dengan aturan, atau dengan batasan formal, lewat label atau posisinya. Buktinya menggantung jika tidak ada yang bernama demikian.",
    message: ({ name, suggestions }) =>
      `tidak ada aturan atau batasan bernama \`${name}\`${perhaps(suggestions)}`,
  },
  secondFailsafe: {
    code: "OM3017",
    of: "be5d6089",
    title: "FAILSAFE kedua",
    explanation:
      "FAILSAFE berlaku untuk seluruh dokumen, sehingga hanya ada satu kali, di luar blok mana pun.",
    message: () =>
      "FAILSAFE hanya ada satu kali dalam dokumen, di tingkat teratas; gabungkan tindakannya",
  },
};
