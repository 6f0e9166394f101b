// Bahasa Indonesia, phrases: what went wrong, and what is good to know, on stderr.
import type { Phrases } from "@omega/core";

export const complaints: Phrases = {
  "error: {=problem}": "kesalahan: {problem}",
  "error: {problem}": "kesalahan: {problem}",
  "note: {=text}": "catatan: {text}",
  "note: {text}": "catatan: {text}",
  "omegac made a mistake of its own; please report it with the lines below":
    "omegac sendiri membuat kesalahan; mohon laporkan beserta baris-baris di bawah ini",
  // Arguments.
  "unknown command `{name}`": "perintah `{name}` tidak dikenal",
  "unknown option `{name}`": "opsi `{name}` tidak dikenal",
  "did you mean `{name}`?": "mungkin maksudnya `{name}`?",
  "choose one of: {names}": "pilih salah satu: {names}",
  "`{option}` takes no value": "`{option}` tidak memakai nilai",
  "`{option}` needs a value": "`{option}` memerlukan nilai",
  "`--jobs` cannot be `{value}`": "`--jobs` tidak dapat bernilai `{value}`",
  "`{option}` cannot be `{value}`": "`{option}` tidak dapat bernilai `{value}`",
  "for example `{usage}`": "misalnya `{usage}`",
  "it takes a whole number": "nilainya bilangan bulat",
  "it takes a whole number from 1 to {#most}, or `auto`":
    "nilainya bilangan bulat dari 1 sampai {most}, atau `auto`",
  "it takes {usage}": "yang diterima {usage}",
  "unexpected argument `{argument}`": "argumen `{argument}` tidak semestinya",
  "{!usage} is missing": "{usage} belum disebutkan",
  // Threads.
  "a worker thread died at `{path}` or one of the next few files: {reason}":
    "sebuah utas berhenti mendadak di `{path}` atau salah satu berkas sesudahnya: {reason}",
  "please report it; with `--jobs 1` there are no worker threads":
    "mohon laporkan; dengan `--jobs 1` tidak ada utas tambahan",
  // Files.
  "`{path}` {=reason}": "`{path}` {reason}",
  "the output {=reason}": "keluaran {reason}",
  "is larger than {#size} MiB": "lebih besar dari {size} MiB",
  "is UTF-16; save it as UTF-8": "berupa UTF-16; simpan sebagai UTF-8",
  "is not UTF-8: see line {#line}": "bukan UTF-8: lihat baris {line}",
  "does not exist": "tidak ada",
  "does not exist; did you mean `{name}`?": "tidak ada; mungkin maksudnya `{name}`?",
  "is a folder": "adalah folder",
  "goes through something that is no folder": "melewati sesuatu yang bukan folder",
  "may not be opened: permission denied": "tidak boleh dibuka: izin ditolak",
  "is a link that leads back to itself": "adalah tautan yang kembali ke dirinya sendiri",
  "has too long a name": "bernama terlalu panjang",
  "cannot be opened: too many files are open":
    "tidak dapat dibuka: terlalu banyak berkas yang terbuka",
  "cannot be written: the disk is full": "tidak dapat ditulis: diska penuh",
  "cannot be written: the disk is read-only": "tidak dapat ditulis: diska hanya dapat dibaca",
  "matches no `.omni` file": "tidak cocok dengan berkas `.omni` mana pun",
  "the folder `{path}` holds no `.omni` file": "folder `{path}` tidak memuat berkas `.omni`",
  "`{path}` holds {#count} documents": "`{path}` memuat {count} dokumen",
  "name one of them, for example `{path}`": "sebutkan salah satunya, misalnya `{path}`",
  "the configuration `{path}` has mistakes": "konfigurasi `{path}` mengandung kesalahan",
  "the configuration `{path}` {=reason}": "konfigurasi `{path}` {reason}",
  "the context `{path}` {=reason}": "konteks `{path}` {reason}",
  "the context is not JSON": "konteks bukan JSON",
  "{path}:{#line}:{#column}: {=reason}": "{path}:{line}:{column}: {reason}",
  // Commands.
  "`--fix` rewrites files, and `-` is none": "`--fix` menulis ulang berkas, dan `-` bukan berkas",
  "leave one of them out": "tiadakan salah satunya",
  "`--target` is missing": "`--target` belum disebutkan",
  "write `--target js`, `ts` or `json`": "tulis `--target js`, `ts`, atau `json`",
  "stdin can be the policy or the context, not both":
    "stdin dapat menjadi kebijakan atau konteks, tidak keduanya",
  "no rule takes `{name}`": "tidak ada aturan yang mengambil `{name}`",
  "there is no diagnostic `{code}`": "tidak ada kode diagnostik `{code}`",
  "`--jsonl` needs `--context`": "`--jsonl` memerlukan `--context`",
  "`--fail-on` knows no status `{status}`": "`--fail-on` tidak mengenal status `{status}`",
  "`--now {text}` is no instant": "`--now {text}` bukan saat",
  "write it like 2026-05-01T08:00:00Z": "tulis seperti 2026-05-01T08:00:00Z",
  "`--set {assignment}`: {=problem}": "`--set {assignment}`: {problem}",
  "`{assignment}`: {=problem}": "`{assignment}`: {problem}",
  "`--set {assignment}`: {problem}": "`--set {assignment}`: {problem}",
  "an assignment is one line": "pemberian nilai hanya satu baris",
  "put larger contexts into a file": "tulis konteks yang lebih besar ke dalam berkas",
  "`{option}{assignment}` assigns nothing": "`{option}{assignment}` tidak memberi nilai apa pun",
  "write `{option}{name}=value`, for example `{same}Distance=0.4m`":
    "tulis `{option}{name}=nilai`, misalnya `{same}Distance=0.4m`",
  "{path}: {=mistakes} left as written; see omegac check {same}":
    "{path}: {mistakes} dibiarkan seperti ditulis; lihat omegac check {same}",
  "{#count} mistake": "{count} kesalahan",
  "{#count} mistakes": "{count} kesalahan",
  // serve, stop
  "warning: {address} answers everyone who can reach this machine; put a proxy with authentication in front":
    "peringatan: {address} menjawab siapa pun yang dapat mencapai mesin ini; pasang proksi dengan autentikasi di depannya",
  "`runner.…` are keys of {file}": "`runner.…` adalah kunci dari {file}",
  "no runner to stop on port {port}: {reason}":
    "tidak ada runner yang dapat dihentikan pada port {port}: {reason}",
  "process {pid} was asked to end, and has not yet":
    "proses {pid} sudah diminta berakhir, dan belum berakhir",
  "wait longer with `--timeout SECONDS`": "tunggu lebih lama dengan `--timeout SECONDS`",
};
