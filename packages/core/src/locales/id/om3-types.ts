// Bahasa Indonesia, OM3, second part: kinds of values and what may be done with them.
import type * as diagnostics from "../../diagnostics/om3-types.ts";
import type { TranslatedFamily } from "../locale.ts";
import { perhaps } from "./listed.ts";
import { phrase } from "./phrases.ts";

export const types: TranslatedFamily<typeof diagnostics> = {
  conditionNotBoolean: {
    code: "OM3030",
    of: "483f13d7",
    title: "kondisi yang tidak bernilai benar atau salah",
    explanation:
      "Kondisi, operan AND, OR, dan NOT, serta yang diuji SATISFIES bernilai benar atau salah. Bilangan dan teks tidak: bandingkan dengan sesuatu.",
    message: ({ text, found }) =>
      `kondisi bernilai benar atau salah, sedangkan \`${text}\` adalah ${phrase(found)}; bandingkan dengan sesuatu`,
  },
  kindsDiffer: {
    code: "OM3031",
    of: "d7ea4ab2",
    title: "perbandingan nilai yang berbeda jenis",
    explanation:
      "Tidak ada yang berubah jenis dengan sendirinya: bilangan tidak pernah sama dengan teks, dan teks tidak pernah sama dengan nilai benar atau salah. Kedua sisi perbandingan harus sejenis.",
    message: ({ left, leftType, right, rightType }) =>
      `\`${left}\` adalah ${phrase(leftType)} dan \`${right}\` adalah ${phrase(rightType)}: nilai yang berbeda jenis tidak dapat dibandingkan`,
  },
  comparedWithNull: {
    code: "OM3032",
    of: "f4cb57dc",
    title: "null dalam ekspresi",
    explanation:
      "Yang tidak ada berarti *tidak diketahui*, dan yang tidak diketahui tidak sama dengan apa pun, bahkan dengan dirinya sendiri: `== null` tidak akan pernah benar. `IS MISSING` dan `IS KNOWN` menanyakan apakah ada nilai yang dapat dipakai, dan hasilnya sendiri selalu diketahui.",
    message: ({ subject, negated }) =>
      subject === null
        ? "null berarti tidak ada nilai dan tidak dapat dihitung; tanyakan dengan IS MISSING atau IS KNOWN"
        : `tidak ada yang sama dengan null; tulis \`${subject} IS ${negated ? "KNOWN" : "MISSING"}\``,
  },
  notOrdered: {
    code: "OM3033",
    of: "8e6fa119",
    title: "urutan nilai yang tidak berurutan",
    explanation:
      "`<`, `<=`, `>`, `>=`, dan BETWEEN mengurutkan bilangan dan waktu. Teks, nilai benar atau salah, daftar, dan rekaman tidak berurutan di sini: urutan abjad bergantung pada bahasa, sedangkan kebijakan tidak boleh.",
    message: ({ operator, found, text }) =>
      `${operator} mengurutkan bilangan dan waktu, sedangkan \`${text}\` adalah ${phrase(found)}; bandingkan dengan == atau IN`,
  },
  notAMember: {
    code: "OM3034",
    of: "125c0849",
    title: "teks yang tidak ada dalam enumerasi",
    explanation:
      "CONTEXT mencantumkan teks yang mungkin untuk sebuah enumerasi. Perbandingan dengan teks lain tidak pernah benar, apa pun masukannya.",
    message: ({ value, of, values, suggestions }) =>
      suggestions.length > 0
        ? `\`${of}\` tidak pernah \`"${value}"\`${perhaps(suggestions.map((name) => `"${name}"`))}`
        : `\`${of}\` tidak pernah \`"${value}"\`; nilainya salah satu dari ${values.map((name) => `\`"${name}"\``).join(", ")}`,
  },
  arithmeticOnOthers: {
    code: "OM3035",
    of: "82c290f9",
    title: "hitungan dengan sesuatu yang bukan bilangan",
    explanation:
      "`+ - * / MOD` menghitung dengan bilangan dan besaran; waktu dapat ditambah durasi, atau dikurangi waktu lain. Teks digabung dengan `std::string::join`.",
    message: ({ operator, text, found }) =>
      `${operator} menghitung dengan bilangan, sedangkan \`${text}\` adalah ${phrase(found)}${
        operator === "+" && found === "text" ? "; `std::string::join` menggabungkan teks" : ""
      }`,
  },
  notAList: {
    code: "OM3036",
    of: "f3725bdd",
    title: "seharusnya daftar",
    explanation: "FOR, ANY, ALL, NONE, dan sisi kanan IN menelusuri anggota sebuah daftar.",
    message: ({ text, found, wanted }) =>
      `${wanted} memerlukan daftar, sedangkan \`${text}\` adalah ${phrase(found)}`,
  },
  noSuchPart: {
    code: "OM3037",
    of: "64a9b342",
    title: "ruas atau indeks dari sesuatu yang tidak memilikinya",
    explanation:
      '`a.name` dan `a["key"]` membaca ruas sebuah rekaman, `a[0]` anggota sebuah daftar, dihitung dari 0. Nilai lain tidak mempunyai bagian.',
    message: ({ text, found, asked, member }) => {
      switch (asked) {
        case "field":
          return `\`${text}\` adalah ${phrase(found)} dan tidak mempunyai ruas${
            member === null
              ? ""
              : `; baca ruas anggotanya, seperti \`${member}\`, atau telusuri dengan FOR`
          }`;
        case "index":
          return `\`${text}\` adalah ${phrase(found)}; hanya daftar yang diindeks dengan bilangan`;
        case "key":
          return `indeks adalah bilangan bulat mulai dari 0 atau teks, sedangkan \`${text}\` adalah ${found === "none" ? "pecahan" : phrase(found)}`;
      }
    },
  },
  notATime: {
    code: "OM3038",
    of: "32a2c8fc",
    title: "teks yang bukan waktu ISO 8601",
    explanation:
      "Di samping sebuah waktu, literal teks adalah literal waktu: tanggal ISO 8601, atau tanggal dan jam dengan `Z` atau selisih zona seperti `+07:00` (yang dapat diberikan TimeZone dokumen).",
    message: ({ value }) =>
      `\`"${value}"\` bukan waktu ISO 8601 dengan selisih zona; tulis seperti \`"2026-05-01T08:00:00Z"\``,
  },
  notText: {
    code: "OM3039",
    of: "e86dc448",
    title: "operator teks pada sesuatu yang lain",
    explanation:
      "STARTS WITH, ENDS WITH, dan MATCHES menguji teks; CONTAINS mencari teks di dalam teks, atau anggota di dalam daftar.",
    message: ({ operator, text, found, wanted }) =>
      `${operator} memerlukan ${phrase(wanted)} di sini, sedangkan \`${text}\` adalah ${phrase(found)}`,
  },
  offsetNeeded: {
    code: "OM3040",
    of: "08b45e13",
    title: "fungsi jam tanpa selisih zona",
    explanation:
      "Jam, hari, dan tanggal bergantung pada tempat. Beri fungsinya selisih zona, atau beri dokumennya `TimeZone: +07:00` di CONTEXT. Tidak ada basis data zona waktu: selisih zona bersifat tetap.",
    message: ({ name }) =>
      `\`${name}\` bergantung pada zona waktu; tambahkan \`- TimeZone: +07:00\` ke CONTEXT atau beri selisih zona`,
  },
  setChangesKind: {
    code: "OM3041",
    of: "7f5e9bd0",
    title: "SET ke nilai yang berbeda jenis",
    explanation:
      "Nama LET mempertahankan jenis dan dimensinya; SET memberinya nilai lain yang sejenis.",
    message: ({ name, was, found }) =>
      `\`${name}\` diikat pada ${phrase(was)}, sedangkan ini ${phrase(found)}`,
  },
  patternDoesNotFit: {
    code: "OM3042",
    of: "da0a6ca0",
    title: "pola yang tidak mungkin cocok",
    explanation: "Pola adalah nilai, atau rentang, yang sejenis dengan subjeknya.",
    message: ({ pattern, found, subject, type }) =>
      `\`${pattern}\` adalah ${phrase(found)}, \`${subject}\` adalah ${phrase(type)}: pola ini tidak pernah cocok`,
  },
  branchesDiffer: {
    code: "OM3043",
    of: "76d83005",
    title: "nilai berbeda jenis yang berdampingan",
    explanation:
      "Anggota sebuah daftar, nilai-nilai sebuah MATCH atau `(IF … THEN … ELSE …)` harus sejenis, agar yang dilakukan selanjutnya berlaku untuk semuanya.",
    message: ({ first, found, what }) =>
      `ini ${phrase(found)}, sedangkan setiap ${phrase(what)} sebelumnya adalah ${phrase(first)}`,
  },
  invalidPattern: {
    code: "OM3044",
    of: "587ab383",
    title: "ekspresi reguler yang tidak dapat dibaca",
    explanation:
      "MATCHES memakai ekspresi reguler dengan sintaks RE2, yang dicari dalam waktu linear: tanpa look-around, tanpa rujukan balik.",
    message: ({ problem }) => `ekspresi reguler ini tidak dapat dibaca: ${phrase(problem)}`,
  },
  timeFirst: {
    code: "OM3046",
    of: "9c3afdcf",
    title: "waktu yang dijumlahkan dengan cara yang salah",
    explanation:
      "Waktu dapat ditambah durasi (`Started + 5min`), dan dua waktu mempunyai selisih (`Finished - Started`). Dua waktu tidak dapat dijumlahkan, dan waktu tidak dapat dikurangkan dari durasi.",
    message: ({ fixed }) =>
      fixed === null
        ? "waktu dapat dikurangi waktu lain, dan durasi dapat ditambahkan pada atau dikurangkan dari waktu, selain itu tidak"
        : `tulis waktunya lebih dahulu: \`${fixed}\``,
  },
  unknownState: {
    code: "OM3047",
    of: "003b6c67",
    title: "IS ditanyakan atas sesuatu yang bukan pembacaan",
    explanation:
      "IS KNOWN dan IS MISSING menanyakan sesuatu yang mungkin tidak ada: sebuah atribut atau bagiannya, atau yang dihitung darinya.",
    message: ({ text }) => `\`${text}\` adalah literal dan selalu diketahui`,
  },
};
