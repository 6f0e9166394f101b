// Bahasa Indonesia, OM3, fifth part: actions, actors, constraints and effects.
import type * as diagnostics from "../../diagnostics/om3-actions.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed, perhaps } from "./listed.ts";
import { phrase } from "./phrases.ts";

export const actions: TranslatedFamily<typeof diagnostics> = {
  noActorMay: {
    code: "OM3090",
    of: "50d57226",
    title: "tindakan yang tidak boleh diambil pelaku mana pun",
    explanation:
      "Begitu satu pelaku mempunyai daftar MAY, daftar-daftar itulah yang menentukan siapa boleh melakukan apa, dan setiap tindakan yang dapat diambil aturan ada di salah satunya. Tindakan di luar semua daftar tidak ada penanggung jawabnya.",
    message: ({ name, suggestions, roles }) =>
      `tidak ada pelaku yang boleh mengambil \`${name}\`${suggestions.length > 0 ? perhaps(suggestions) : `; tambahkan ke daftar MAY milik ${listed(roles, "atau")}`}`,
  },
  actionNeverTaken: {
    code: "OM3091",
    of: "ff28ee39",
    title: "batasan atas tindakan yang tidak diambil aturan mana pun",
    explanation:
      "Batasan yang menyebut tindakan yang tidak diambil aturan mana pun tidak melarang atau mewajibkan apa-apa: kemungkinan besar namanya salah ketik di salah satu tempat.",
    message: ({ name, suggestions }) =>
      `tidak ada aturan yang mengambil \`${name}\`${perhaps(suggestions)}`,
  },
  importedActionNeverTaken: {
    code: "OM3092",
    of: "c5ea80fb",
    title: "batasan impor atas tindakan yang tidak diambil aturan mana pun",
    explanation:
      "Batasan dari dokumen yang diimpor boleh menyebut tindakan yang tidak diambil dokumen ini. Batasan itu terpenuhi dengan sendirinya; ini sekadar keterangan.",
    message: ({ name, path }) =>
      `\`${path}\` membatasi \`${name}\`, yang tidak diambil aturan mana pun di sini`,
  },
  perWithoutLoop: {
    code: "OM3093",
    of: "f5911a76",
    title: "PER atas sesuatu yang bukan variabel perulangan",
    explanation:
      "`AT MOST n OF … PER worker` menghitung untuk setiap putaran sebuah FOR, menurut nama variabel perulangannya.",
    message: ({ name, suggestions }) =>
      `tidak ada FOR yang mengikat \`${name}\`${perhaps(suggestions)}`,
  },
  alwaysPending: {
    code: "OM3094",
    of: "b99f9d39",
    title: "ALWAYS atas tindakan yang menunggu persetujuan",
    explanation:
      "Tindakan yang harus disetujui seseorang (APPROVES) baru dilaksanakan setelah peran itu setuju; keputusan mencantumkannya sebagai menunggu. ALWAYS mewajibkan tindakan itu diambil seketika. Keduanya tidak mungkin terpenuhi.",
    message: ({ name, roles }) =>
      `\`${name}\` menunggu persetujuan ${listed(roles)}, sehingga tidak dapat selalu diwajibkan`,
  },
  effectOfNoAction: {
    code: "OM3095",
    of: "7a8b4860",
    title: "efek dari tindakan yang tidak diambil aturan mana pun",
    explanation:
      "Efek menyatakan pengaruh sebuah tindakan terhadap sebuah atribut. Pembuktian dan simulasi memakainya untuk tindakan yang diambil aturan.",
    message: ({ name, suggestions }) =>
      `tidak ada aturan yang mengambil \`${name}\`${perhaps(suggestions)}`,
  },
  effectOnNothing: {
    code: "OM3096",
    of: "dd79d20a",
    title: "efek atas sesuatu yang bukan atribut",
    explanation:
      "Efek mengubah atribut tingkat teratas yang dideklarasikan CONTEXT atau dibaca aturan. RAISES dan LOWERS mengubah bilangan sebesar suatu jumlah.",
    message: ({ name, problem, found, suggestions }) =>
      problem === "unknown"
        ? `tidak ada atribut bernama \`${name}\`${perhaps(suggestions)}`
        : `\`${name}\` adalah ${phrase(found)}; RAISES dan LOWERS mengubah bilangan, SETS memberi nilai lain`,
  },
  authorityOverNothing: {
    code: "OM3097",
    of: "2b52f7fd",
    title: "persetujuan atas tindakan yang tidak diambil aturan mana pun",
    explanation:
      "APPROVES menahan sebuah tindakan sampai peran itu setuju. Jika namanya salah ketik, tindakan itu dilaksanakan tanpa persetujuan.",
    message: ({ name, word, suggestions }) =>
      `${word} menyebut \`${name}\`, yang tidak diambil aturan mana pun${perhaps(suggestions)}`,
  },
};
