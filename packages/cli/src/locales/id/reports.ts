// Bahasa Indonesia, phrases: summaries, findings, decisions and results of examples.
import type { Phrases } from "@omega/core";

export const reports: Phrases = {
  help: "bantuan",
  "… and {#count} more lines": "… dan {count} baris lagi",
  // Counts.
  "{#count} file": "{count} berkas",
  "{#count} files": "{count} berkas",
  "{#count} document": "{count} dokumen",
  "{#count} documents": "{count} dokumen",
  "{#count} problem": "{count} masalah",
  "{#count} problems": "{count} masalah",
  "{#count} error": "{count} kesalahan",
  "{#count} errors": "{count} kesalahan",
  "{#count} warning": "{count} peringatan",
  "{#count} warnings": "{count} peringatan",
  "{#count} info": "{count} keterangan",
  "{#count} infos": "{count} keterangan",
  "{=first}, {=others}": "{first}, {others}",
  // check
  "checking {done} of {total} files": "memeriksa {done} dari {total} berkas",
  "no problems in {=files}": "tidak ada masalah dalam {files}",
  "{=counts} in {=files}": "{counts} dalam {files}",
  "{=counts} in {path}": "{counts} di {path}",
  "{#count} not shown: see --max-diagnostics": "{count} tidak ditampilkan: lihat --max-diagnostics",
  "{#count} of them can be mended by omegac check --fix":
    "{count} di antaranya dapat diperbaiki dengan omegac check --fix",
  "more about a code: omegac explain {code}":
    "lebih lanjut tentang sebuah kode: omegac explain {code}",
  "nothing to mend": "tidak ada yang perlu diperbaiki",
  "mended {=problems} in {=files}": "{problems} diperbaiki dalam {files}",
  // fmt
  "{=files} in canonical form": "{files} dalam bentuk baku",
  "{#count} of {=files} would change": "{count} dari {files} akan berubah",
  "formatted {#count} of {=files}": "{count} dari {files} dirapikan",
  // run
  "{#count} decision": "{count} keputusan",
  "{#count} decisions": "{count} keputusan",
  "{=decisions}: {statuses}": "{decisions}: {statuses}",
  "{=decisions}: {statuses}; {=lines} without a context":
    "{decisions}: {statuses}; {lines} tanpa konteks",
  "{=decisions}; {=lines} without a context": "{decisions}; {lines} tanpa konteks",
  "{#count} line": "{count} baris",
  "{#count} lines": "{count} baris",
  // test
  "testing {done} of {total} files": "menguji {done} dari {total} berkas",
  "no examples in {=documents}": "tidak ada contoh dalam {documents}",
};
