// Bahasa Indonesia, OM3, last part: names and values in EXAMPLE sections and suites.
import type * as diagnostics from "../../diagnostics/om3-examples.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed, perhaps } from "./listed.ts";

export const examples: TranslatedFamily<typeof diagnostics> = {
  givenNothingReads: {
    code: "OM3100",
    of: "073918f4",
    title: "GIVEN atas sesuatu yang tidak dideklarasikan dan tidak dibaca",
    explanation:
      "Contoh yang memberi nama yang salah ketik menguji sesuatu yang lain daripada yang dinyatakannya: atribut yang dimaksud tetap tidak ada.",
    message: ({ name, suggestions }) =>
      `tidak ada yang mendeklarasikan atau membaca \`${name}\`${perhaps(suggestions)}`,
  },
  expectedNothingTakes: {
    code: "OM3101",
    of: "ed78dd4b",
    title: "EXPECT atas tindakan yang tidak diambil aturan mana pun",
    explanation:
      "Harapan atas tindakan yang tidak diambil aturan mana pun pasti gagal, dan EXPECT NOT atasnya pasti terpenuhi: keduanya tidak menguji apa-apa.",
    message: ({ name, suggestions }) =>
      `tidak ada aturan yang mengambil \`${name}\`${perhaps(suggestions)}`,
  },
  expectedNoConstraint: {
    code: "OM3102",
    of: "1d2f0efa",
    title: "EXPECT VIOLATION atas batasan yang tidak ada",
    explanation: "Batasan formal disebut dengan labelnya, atau dengan posisinya: `C1`, `C2`.",
    message: ({ name, suggestions }) =>
      `tidak ada batasan formal bernama \`${name}\`${perhaps(suggestions)}`,
  },
  expectedNoStatus: {
    code: "OM3103",
    of: "a3e682cb",
    title: "EXPECT STATUS yang tidak ada",
    explanation:
      "Status keputusan adalah `decided`, `incomplete`, `violated`, `limited`, atau `rejected`.",
    message: ({ name, statuses, suggestions }) =>
      `tidak ada status \`${name}\`${
        suggestions.length > 0 ? perhaps(suggestions) : `; yang ada ${listed(statuses)}`
      }`,
  },
  clockProblem: {
    code: "OM3104",
    of: "7f3c3b64",
    title: "AT atas sesuatu yang bukan waktu",
    explanation:
      "AT menyetel jam contoh ini pada tanggal dan jam ISO 8601 dengan `Z` atau selisih zona.",
    message: ({ text }) =>
      `\`"${text}"\` bukan waktu ISO 8601 dengan selisih zona; tulis seperti \`"2026-05-01T08:00:00Z"\``,
  },
  givenPath: {
    code: "OM3105",
    of: "54d9a7d5",
    title: "GIVEN atas sesuatu yang bukan tempat di dalam konteks",
    explanation:
      "GIVEN mengisi sebuah atribut atau bagiannya: `Distance`, `Workers[0].distance`. Indeks berupa bilangan bulat atau teks.",
    message: ({ text }) =>
      `\`${text}\` bukan tempat di dalam konteks; tulis nama dengan ruas dan indeks`,
  },
  suiteWithoutPolicy: {
    code: "OM3106",
    of: "774dd413",
    title: "kumpulan contoh tanpa kebijakannya",
    explanation:
      '`EXAMPLES FOR "factory.omni":` menyebut kebijakan yang diuji contoh-contoh ini, dengan alamat relatif terhadap kumpulan contoh itu.',
    message: ({ path, problem }) =>
      problem === "absent"
        ? `kebijakan \`${path}\` tidak ditemukan`
        : `kebijakan \`${path}\` mengandung kesalahan; periksa dahulu`,
  },
  contextFileOutside: {
    code: "OM3107",
    of: "1e2a646e",
    title: "berkas konteks di luar proyek",
    explanation:
      'Berkas konteks sebuah contoh disebut dengan alamat relatif terhadap dokumennya, dan tetap di bawah akar proyek: `GIVEN FILE "contexts/night.json"`.',
    message: ({ path }) => `\`${path}\` bukan alamat relatif di bawah akar proyek`,
  },
};
