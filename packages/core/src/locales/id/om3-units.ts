// Bahasa Indonesia, OM3, third part: dimensions, units, temperatures, money and bare numbers.
import type * as diagnostics from "../../diagnostics/om3-units.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed } from "./listed.ts";
import { phrase } from "./phrases.ts";

/** What a bare number beside a percentage may mean, as the registry offers it. */
function percentages(digits: string, unit: string): readonly string[] {
  const value = Number(digits);
  const whole = Number((value * 100).toPrecision(12));
  const asWritten = `${digits}${unit}`;
  return unit === "%" && Math.abs(value) <= 1 ? [`${whole}%`, asWritten] : [asWritten];
}

export const units: TranslatedFamily<typeof diagnostics> = {
  dimensionsDiffer: {
    code: "OM3050",
    of: "deb395c5",
    title: "dimensi yang berbeda",
    explanation:
      "Hanya besaran berdimensi sama yang dapat dibandingkan, dijumlahkan, atau dikurangkan. Di dalam satu dimensi OMEGA mengonversi dengan tepat: meter dan kaki, detik dan jam. `*` dan `/` menggabungkan dimensi: `Distance / Speed` adalah waktu.",
    message: ({ left, leftUnit, right, rightUnit, minutes, undeclared }) => {
      const what = `\`${left}\` adalah ${phrase(leftUnit)}, \`${right}\` adalah ${phrase(rightUnit)}`;
      if (minutes !== null) return `${what}; menit ditulis \`min\`: \`${minutes}\``;
      if (undeclared.length === 0) return what;
      return `${what}; deklarasikan ${listed(undeclared)} dengan satuannya`;
    },
  },
  currenciesMixed: {
    code: "OM3051",
    of: "c9a98a44",
    title: "mata uang yang dicampur",
    explanation:
      "Setiap mata uang adalah dimensi tersendiri. Kurs berubah dari waktu ke waktu, sehingga tidak ada yang dikonversi diam-diam: terima kurs sebagai masukan (`Rate: <USD/EUR>`) dan kalikan dengannya.",
    message: ({ left, leftUnit, right, rightUnit }) =>
      `\`${left}\` dalam ${leftUnit} dan \`${right}\` dalam ${rightUnit}; mata uang tidak pernah dikonversi diam-diam: kalikan dengan kurs`,
  },
  absoluteTemperature: {
    code: "OM3052",
    of: "0597cc50",
    title: "hitungan dengan suhu mutlak",
    explanation:
      "20 °C adalah titik pada skala, bukan jumlah: dua kali 20 °C, atau 20 °C ditambah 20 °C, tidak berarti apa-apa (dalam kelvin hasilnya akan lain). Kurangkan dua suhu untuk memperoleh selisih; selisih dapat dijumlahkan dan dikalikan. Daftar suhu mempunyai rata-rata, nilai terkecil, dan nilai terbesar, tetapi tidak mempunyai jumlah.",
    message: ({ text, doing, isList = false }) =>
      isList
        ? `anggota \`${text}\` adalah suhu mutlak dan tidak dapat ${phrase(doing)}; ambil rata-rata, nilai terkecil, atau nilai terbesarnya`
        : `\`${text}\` adalah suhu mutlak dan tidak dapat ${phrase(doing)}; kurangkan dengan suhu lain untuk memperoleh selisih`,
  },
  absoluteAndDifference: {
    code: "OM3053",
    of: "86978528",
    title: "suhu yang dibandingkan dengan selisih",
    explanation:
      "Suhu mutlak dan selisih suhu adalah dua hal yang berbeda, meskipun keduanya ditulis dalam derajat: lebih 5 C berarti lebih 9 F, tetapi 5 °C adalah 41 °F.",
    message: ({ left, leftUnit, right, rightUnit }) =>
      `\`${left}\` adalah ${phrase(leftUnit)}, \`${right}\` adalah ${phrase(rightUnit)}; kurangkan dua suhu untuk memperoleh selisih`,
  },
  bareBesideQuantity: {
    code: "OM3054",
    of: "563fe8c2",
    title: "bilangan tanpa satuan di samping besaran",
    explanation:
      "Bilangan tanpa satuan dalam perbandingan, penjumlahan, atau pengurangan mengikuti satuan besaran di sampingnya. Jika ditulis lengkap, artinya tetap benar saat deklarasinya berubah.",
    message: ({ digits, unit, of, writable }) =>
      writable
        ? `\`${digits}\` diartikan dalam satuan \`${of}\`; tulis \`${digits}${unit}\``
        : `\`${digits}\` diartikan dalam satuan \`${of}\`, yaitu ${unit}`,
  },
  bareBesidePercent: {
    code: "OM3055",
    of: "8638f031",
    title: "bilangan tanpa satuan di samping persentase",
    explanation:
      "`0.2` dan `20` sama-sama lazim ditulis untuk 20 %, sehingga OMEGA tidak menebak: tulis `20%`, atau bandingkan dengan bilangan biasa. Hanya 0 yang sama artinya.",
    message: ({ digits, of, unit }) =>
      `\`${of}\` dalam ${unit} dan \`${digits}\` tidak bersatuan; tulis ${listed(percentages(digits, unit), "atau")}`,
  },
  twoUnits: {
    code: "OM3056",
    of: "0b8ce711",
    title: "atribut tanpa deklarasi dalam dua satuan",
    explanation:
      "Bilangan yang dikirim program induk untuk atribut tanpa deklarasi dibaca dalam satuan pembandingnya. Dengan dua satuan, tidak jelas yang mana: deklarasikan atributnya, dan setiap perbandingan akan mengonversi.",
    message: ({ name, first, second, root }) =>
      `\`${name}\` tidak dideklarasikan dan dipakai dalam \`${first}\` dan dalam \`${second}\`, sehingga pembacaan tanpa satuan dapat berarti keduanya; deklarasikan ${root === null ? "di" : `\`${root}\` di`} CONTEXT`,
  },
  metresForMinutes: {
    code: "OM3057",
    of: "d05377e8",
    title: "meter di tempat yang tampaknya dimaksudkan menit",
    explanation: "`m` berarti meter. Menit ditulis `min`.",
    message: ({ literal, minutes, beside }) =>
      `\`${literal}\` berarti meter, sedangkan \`${beside}\` menyangkut waktu; menit ditulis \`min\`: \`${minutes}\``,
  },
  roundingWithoutUnit: {
    code: "OM3058",
    of: "4c2aa09d",
    title: "pembulatan besaran tanpa satuan",
    explanation:
      "Hasil pembulatan besaran bergantung pada satuan pembulatannya: 1400 m menjadi 1 km atau 1400 m. Sebutkan: `round(x, m)`.",
    message: ({ name, unit }) =>
      `\`${name}\` atas besaran menyebut satuan pembulatannya, misalnya \`${name}(x, ${unit})\``,
  },
  unitNameExpected: {
    code: "OM3059",
    of: "1376b567",
    title: "seharusnya nama satuan",
    explanation:
      "`round(x, m)` menyebut satuan dari dimensi besaran itu sendiri. Ini nama, bukan nilai: tidak dapat dihitung.",
    message: ({ text, of, found, unit }) =>
      unit === null
        ? `\`${text}\` bukan satuan; sebutkan satuan yang mengukur ${phrase(found)}, seperti \`${of}\``
        : `\`${text}\` adalah ${phrase(unit)}, sedangkan \`${of}\` adalah ${phrase(found)}`,
  },
  noSuchUnit: {
    code: "OM3060",
    of: "f8667064",
    title: "tidak ada satuan untuk hasilnya",
    explanation:
      "Akar kuadrat dari luas adalah panjang, tetapi tidak ada yang diukur dalam akar kuadrat meter. Pangkat dari besaran memerlukan eksponen literal yang bulat, dan satuan tersusun dari paling banyak selusin bagian.",
    message: ({ text, operation, unit }) =>
      `\`${text}\` adalah ${phrase(unit)}, dan tidak ada satuan untuk ${phrase(operation)}`,
  },
  literalOutOfReach: {
    code: "OM3061",
    of: "4d527579",
    title: "bilangan di luar jangkauan",
    explanation:
      "Bilangan adalah double IEEE dan selalu berhingga; bilangan ini, dalam satuan yang diperlukan, berada di luar jangkauannya.",
    message: ({ literal, unit }) =>
      unit === ""
        ? `\`${literal}\` melampaui bilangan terbesar`
        : `\`${literal}\` dalam ${unit} melampaui bilangan terbesar`,
  },
  sampleTakesUnit: {
    code: "OM3062",
    of: "6a7ac3b1",
    title: "nilai contoh tanpa satuan yang dibandingkan aturan",
    explanation:
      "Nilai contoh tanpa satuan (`- Temperature: 85.5`) menyerahkan satuannya kepada aturan: pembacaan diartikan dalam satuan pembandingnya. Jika ditulis bersama nilai contohnya, atau sebagai tipe, satuan itu terlihat oleh semua orang.",
    message: ({ name, unit }) =>
      `\`${name}\` dideklarasikan dengan nilai contoh tanpa satuan, sedangkan aturan membandingkannya dalam ${unit}; pembacaan diartikan dalam ${unit}`,
  },
};
