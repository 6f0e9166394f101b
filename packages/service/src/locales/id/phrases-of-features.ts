// Bahasa Indonesia: what hovers, lenses, fixes and refusals say of a document.
import type { Phrases } from "@omega/core";

export const featurePhrases: Phrases = {
  // Hovers: attributes and what blocks bind.
  "from {low} to {high}": "dari {low} sampai {high}",
  "one of {values}": "salah satu dari {values}",
  "may be absent": "boleh tidak ada",
  "unknown when older than {#count} ms": "tidak diketahui bila lebih lama dari {count} ms",
  "not declared in CONTEXT: inferred from its use":
    "tidak dideklarasikan di CONTEXT: disimpulkan dari pemakaiannya",
  "not declared in CONTEXT: inferred from its use, its unit from what it is compared with":
    "tidak dideklarasikan di CONTEXT: disimpulkan dari pemakaiannya, satuannya dari pembandingnya",
  "declared in CONTEXT, line {#line}": "dideklarasikan di CONTEXT, baris {line}",
  "declared in CONTEXT, {file}:{#line}": "dideklarasikan di CONTEXT, {file}:{line}",
  "sample: `{value}`": "nilai contoh: `{value}`",
  "`{value}` where it is absent": "`{value}` bila tidak ada",
  "last given in `{example}`: `{value}`": "terakhir diberikan di `{example}`: `{value}`",
  "a name bound by LET": "nama yang diikat LET",
  "a loop's element": "unsur perulangan",
  "a loop's index, from 0": "indeks perulangan, dari 0",
  "a parameter": "parameter",
  "the element under test": "unsur yang diuji",
  "bound on line {#line}": "diikat di baris {line}",
  // Hovers: rules, actions, actors.
  "rule {position}, line {#line}": "aturan {position}, baris {line}",
  "takes {actions}": "mengambil {actions}",
  "may be taken by {who}": "boleh diambil oleh {who}",
  "waits for the approval of {who}": "menunggu persetujuan {who}",
  "taken by {rules}": "diambil oleh {rules}",
  "no rule takes it": "tidak ada aturan yang mengambilnya",
  "bound by {constraints}": "dibatasi oleh {constraints}",
  "may take any action": "boleh mengambil tindakan apa saja",
  "has no MAY list: takes no action": "tidak punya daftar MAY: tidak mengambil tindakan",
  "may take {actions}": "boleh mengambil {actions}",
  "approves {actions}": "menyetujui {actions}",
  // Lenses.
  "run example": "jalankan contoh",
  "run example (passed)": "jalankan contoh (lulus)",
  "run example (failed)": "jalankan contoh (gagal)",
  "run example (could not run)": "jalankan contoh (tidak dapat berjalan)",
  "run all {#count} examples": "jalankan semua {count} contoh",
  "run with context…": "jalankan dengan konteks…",
  "open in decision view": "buka di tampilan keputusan",
  "no example reaches this rule": "tidak ada contoh yang mencapai aturan ini",
  "covered by the examples": "tercakup oleh contoh",
  "{=share} covered": "{share} tercakup",
  "{=share} and {=more} covered": "{share} dan {more} tercakup",
  "{#covered} of {#total} condition": "{covered} dari {total} kondisi",
  "{#covered} of {#total} conditions": "{covered} dari {total} kondisi",
  "{#covered} of {#total} branch": "{covered} dari {total} cabang",
  "{#covered} of {#total} branches": "{covered} dari {total} cabang",
  "not measured": "tidak diukur",
  "show coverage": "tampilkan cakupan",
  "not measured while there are errors": "tidak diukur selama ada kesalahan",
  // What a rule's lens tells when it is asked.
  "line {#line}: {=gap}": "baris {line}: {gap}",
  "line {#line}: `{part}`: {=gap}": "baris {line}: `{part}`: {gap}",
  "no example reaches it": "tidak ada contoh yang mencapainya",
  "no example calls for it": "tidak ada contoh yang memerlukannya",
  "never evaluated: short-circuited by what stands before it":
    "tidak pernah dievaluasi: dilewati karena yang berdiri di depannya",
  "{subject} is always true in the examples": "{subject} selalu benar di dalam contoh",
  "{subject} is always false in the examples": "{subject} selalu salah di dalam contoh",
  "{subject} is always unknown in the examples": "{subject} selalu tidak diketahui di dalam contoh",
  "always unknown in the examples": "selalu tidak diketahui di dalam contoh",
  "always false in the examples": "selalu salah di dalam contoh",
  "always false or unknown in the examples": "selalu salah atau tidak diketahui di dalam contoh",
  "always true in the examples": "selalu benar di dalam contoh",
  "always true or unknown in the examples": "selalu benar atau tidak diketahui di dalam contoh",
  "true and false, but {when} other atoms mask it":
    "benar dan salah, tetapi atom lain menutupinya ({when})",
  // Proofs.
  prove: "buktikan",
  "prove (proved)": "buktikan (terbukti)",
  "prove (not proven)": "buktikan (tidak terbukti)",
  "prove ({#count} finding)": "buktikan ({count} temuan)",
  "prove ({#count} findings)": "buktikan ({count} temuan)",
  "proving {file}": "membuktikan {file}",
  "{#answered} of {#all} questions": "{answered} dari {all} pertanyaan",
  "{#findings} finding, {#count} not proven, {#fine} as they should be":
    "{findings} temuan, {count} tidak terbukti, {fine} sebagaimana mestinya",
  "{#findings} findings, {#count} not proven, {#fine} as they should be":
    "{findings} temuan, {count} tidak terbukti, {fine} sebagaimana mestinya",
  "a document is proved when it has no errors":
    "dokumen dibuktikan bila tidak mengandung kesalahan",
  "the document was edited while it was proved: prove it again":
    "dokumen disunting selagi dibuktikan: buktikan lagi",
  "add the context that shows it as an EXAMPLE":
    "tambahkan konteks yang menunjukkannya sebagai EXAMPLE",
  "for example in the empty context": "misalnya dalam konteks kosong",
  "for example": "misalnya",
  // Running examples from the text.
  "`{example}` passed": "`{example}` lulus",
  "{#count} examples passed": "{count} contoh lulus",
  "no examples to run": "tidak ada contoh untuk dijalankan",
  "`{example}`: {=reason}": "`{example}`: {reason}",
  "`{example}`: {=reason}, and {#count} more failed":
    "`{example}`: {reason}, dan {count} lagi gagal",
  "coverage is measured when the document has no errors":
    "cakupan diukur bila dokumen tidak mengandung kesalahan",
  "examples do not run in a folder that is not trusted: trust it to run them":
    "contoh tidak berjalan di folder yang tidak dipercaya: percayai folder itu untuk menjalankannya",
  // Fixes and renames.
  "fix all that can be fixed safely": "perbaiki semua yang dapat diperbaiki dengan aman",
  "there is no name here": "tidak ada nama di sini",
  "`{name}` belongs to the standard library": "`{name}` milik pustaka standar",
  "`{name}` is a unit, and units are fixed": "`{name}` adalah satuan, dan satuan sudah tetap",
  "rename the file itself, then this path": "ganti nama berkasnya, lalu alamat ini",
  "`{name}` already names something else, on line {#line} of {file}":
    "`{name}` sudah menamai hal lain, di baris {line} pada {file}",
};
