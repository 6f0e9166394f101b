// Bahasa Indonesia, OM7: the project's configuration, and exemptions in the document.
import type { configurationDiagnostics } from "../../diagnostics/om7-configuration.ts";
import type { exemptionDiagnostics } from "../../diagnostics/om7-exemptions.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed } from "./listed.ts";
import { phrase } from "./phrases.ts";

export const configuration: TranslatedFamily<typeof configurationDiagnostics> = {
  notJson: {
    code: "OM7001",
    of: "80af358a",
    title: "konfigurasi yang bukan JSON",
    explanation:
      "`omega.config.json` adalah JSON biasa: kunci dan teks dalam tanda kutip ganda, tanpa komentar, tanpa koma setelah butir terakhir, tanpa kunci yang berulang. Tidak ada yang diperiksa atau dijalankan sebelum berkas itu terbaca, sebab kebijakan tidak boleh dinilai dengan setelan yang tidak ditulis siapa pun.",
    message: ({ mistake }) => `konfigurasi bukan JSON: ${phrase(mistake)}`,
  },
  unknownKey: {
    code: "OM7002",
    of: "5aeeb126",
    title: "setelan yang tidak dikenal",
    explanation:
      "Setelan yang tidak dikenal OMEGA akan diam-diam tidak berpengaruh, sehingga ditolak. Pesannya menyebutkan setelan yang ada di tempat itu.",
    message: ({ key, group, allowed, nearest }) =>
      `${group === "" ? "tidak ada setelan" : `\`${group}\` tidak mempunyai setelan`} \`${key}\`${
        nearest === null ? `; yang ada ${listed(allowed)}` : `: mungkin maksudnya \`${nearest}\`?`
      }`,
  },
  wrongValue: {
    code: "OM7003",
    of: "a9c5b586",
    title: "nilai yang tidak diterima sebuah setelan",
    explanation:
      "Setiap setelan menerima satu jenis nilai; pesannya menyebutkan yang mana. Nilai dari jenis lain ditolak dan tidak ditebak, sebab setelan menentukan arti pemeriksaan dan batas sebuah kebijakan.",
    message: ({ key, value, allowed, nearest }) =>
      `${key === "the configuration" ? "konfigurasi" : `\`${key}\``} tidak dapat berupa ${phrase(value)}: yang diterima ${phrase(allowed)}${
        nearest === null ? "" : `; mungkin maksudnya \`${nearest}\`?`
      }`,
  },
  unknownCode: {
    code: "OM7004",
    of: "bd58cb29",
    title: "tingkat untuk kode diagnostik yang tidak ada",
    explanation:
      "`severities` memetakan kode diagnostik, misalnya `OM5001`, ke `error`, `warning`, `info`, atau `off`. Kode yang tidak ada dalam daftar tidak akan berpengaruh. `omegac explain CODE` menampilkan halaman sebuah kode.",
    message: ({ code, nearest }) =>
      `\`${code}\` bukan kode diagnostik${
        nearest === null ? "; bentuk kode seperti `OM5001`" : `: mungkin maksudnya \`${nearest}\`?`
      }`,
  },
  fixedSeverity: {
    code: "OM7005",
    of: "c6529511",
    title: "tingkat yang tidak dapat diubah",
    explanation:
      "Kesalahan susunan, sintaks, satuan, dan tipe berarti dokumennya tidak mempunyai arti yang tepat, sehingga tidak ada proyek yang dapat menurunkannya. Hapus butir itu.",
    message: ({ code }) => `tingkat ${code} tidak dapat diubah: hapus butir ini`,
  },
};

export const exemptions: TranslatedFamily<typeof exemptionDiagnostics> = {
  withoutReason: {
    code: "OM7101",
    of: "66ff4d48",
    title: "pengecualian tanpa alasan",
    explanation:
      "`# omega-ignore CODE: reason` mengecualikan satu baris dari satu diagnostik. Siapa pun yang kelak membaca kebijakan ini harus dapat mengetahui sebabnya, sehingga pengecualian tanpa alasan tidak berlaku. Tulis alasannya setelah titik dua.",
    message: ({ code }) =>
      `pengecualian dari ${code} ini tidak berlaku karena tidak menyebutkan alasan: tulis \`# omega-ignore ${code}: alasannya\``,
  },
  unknownCode: {
    code: "OM7102",
    of: "31fd6557",
    title: "pengecualian dari kode yang tidak ada",
    explanation:
      "Kode setelah `omega-ignore` tidak ada dalam daftar diagnostik, sehingga pengecualian ini tidak berpengaruh.",
    message: ({ code }) =>
      `\`${code}\` bukan kode diagnostik, sehingga pengecualian ini tidak berpengaruh`,
  },
  notAllowed: {
    code: "OM7103",
    of: "9ec003ab",
    title: "pengecualian yang tidak diperbolehkan",
    explanation:
      "Kesalahan sintaks, satuan, dan tipe tidak dapat dikecualikan: dokumen yang mengandungnya tidak berarti apa-apa secara tepat. Perbaiki barisnya.",
    message: ({ code }) => `${code} tidak dapat dikecualikan: perbaiki barisnya`,
  },
  unused: {
    code: "OM7104",
    of: "d2fe09a5",
    title: "pengecualian yang tidak mengecualikan apa-apa",
    explanation:
      "Baris ini tidak lagi memunculkan diagnostik itu. Hapus komentarnya, agar tidak menyembunyikan kesalahan di kemudian hari.",
    message: ({ code }) => `baris ini tidak memunculkan ${code}: hapus pengecualian ini`,
  },
};
