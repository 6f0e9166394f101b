// Bahasa Indonesia, phrases: the help of the commands around policies: recorded decisions, reviews, coverage, projects,
// editors and shells.
import type { Phrases } from "@omega/core";

export const commands: Phrases = {
  "run again whenever a file that was read changes":
    "jalankan lagi setiap kali berkas yang dibaca berubah",
  "watching for changes; Ctrl-C ends": "menunggu perubahan; Ctrl-C mengakhiri",
  "changed: {path}": "berubah: {path}",
  "the files cannot be watched: {=reason}": "berkas tidak dapat diawasi: {reason}",
  "the files cannot be watched: {reason}": "berkas tidak dapat diawasi: {reason}",
  "the files cannot be watched: the system watches too many already":
    "berkas tidak dapat diawasi: sistem sudah mengawasi terlalu banyak",
  "name fewer files, or raise the limit (fs.inotify.max_user_watches on Linux)":
    "sebutkan lebih sedikit berkas, atau naikkan batasnya (fs.inotify.max_user_watches di Linux)",
  "`--watch` cannot read stdin again": "`--watch` tidak dapat membaca stdin lagi",
  "name files": "sebutkan berkasnya",
  "checking {done} of {total} files": "memeriksa {done} dari {total} berkas",
  "testing {done} of {total} files": "menguji {done} dari {total} berkas",
  "formatting {done} of {total} files": "merapikan {done} dari {total} berkas",
  "{doing} {done} of {total} files": "{doing} {done} dari {total} berkas",
  // check
  "Checks documents, folders (all .omni files in them) and patterns; without any, the working folder. `-` reads a document from stdin. A document without rules that another one of them imports is a module, and needs no intent either.":
    "Memeriksa dokumen, folder (semua berkas .omni di dalamnya), dan pola nama; tanpa semua itu, folder kerja. `-` membaca dokumen dari stdin. Dokumen tanpa aturan yang diimpor dokumen lain di antaranya adalah modul, dan tidak memerlukan INTENT.",
  "Findings go to stdout, their summary to stderr. `compact` is a line each, for editors; `sarif` is SARIF 2.1.0, for code scanning; `github` is annotations of a GitHub workflow; `junit` is a test report.":
    "Temuan ditulis ke stdout, ringkasannya ke stderr. `compact` satu baris untuk setiap temuan, bagi editor; `sarif` adalah SARIF 2.1.0, bagi pemindai kode; `github` adalah anotasi alur kerja GitHub; `junit` adalah laporan pengujian.",
  // explain
  "explain the decision of an EXAMPLE of the document; --set changes what it gives":
    "jelaskan keputusan sebuah EXAMPLE dari dokumen; --set mengubah yang diberikannya",
  "Evaluates a policy against a context and shows every rule as a tree: what fired (✓), what did not (·) and which atoms of its condition decided that, what is undecided (?) and which datum was missing, what was never come to (-) and why; then every constraint.":
    "Mengevaluasi kebijakan terhadap sebuah konteks dan menampilkan setiap aturan sebagai pohon: yang berjalan (✓), yang tidak (·) beserta bagian kondisi yang menentukannya, yang tidak terputuskan (?) beserta data yang tidak ada, yang tidak pernah tercapai (-) beserta sebabnya; lalu setiap batasan.",
  "With --action, only what concerns that action: why it is taken, why not, or which constraint withholds it.":
    "Dengan --action, hanya yang menyangkut tindakan itu: mengapa diambil, mengapa tidak, atau batasan mana yang menahannya.",
  "why an example decides as it does": "mengapa sebuah contoh memutuskan demikian",
  "an EXAMPLE has its own context, in which samples do not stand in":
    "EXAMPLE mempunyai konteks sendiri, dan nilai contoh tidak menggantikan apa pun di dalamnya",
  "`--example` and `{option}` exclude each other":
    "`--example` dan `{option}` tidak dapat dipakai bersama",
  "the document has no EXAMPLE `{name}`": "dokumen tidak mempunyai EXAMPLE `{name}`",
  // run
  "append each decision, with its context, to a log that `omegac replay` reads":
    "tambahkan setiap keputusan, beserta konteksnya, ke catatan yang dibaca `omegac replay`",
  "leave a value out of the log: context.Patient.name, context.Workers[*].name":
    "jangan tulis sebuah nilai ke catatan: context.Patient.name, context.Workers[*].name",
  "write it like `context.Patient.name`, `context.Workers[*].name` or `decision.actions[*].args.who`":
    "tulis seperti `context.Patient.name`, `context.Workers[*].name`, atau `decision.actions[*].args.who`",
  "`--mask {path}` is no path of a record": "`--mask {path}` bukan tempat di dalam catatan",
  "`--mask` needs `--decision-log`": "`--mask` memerlukan `--decision-log`",
  "the decision log `{path}` {=reason}": "catatan keputusan `{path}` {reason}",
  // test
  "show what the examples cover: rules, branches, loops, conditions, MC/DC, UNKNOWN":
    "tampilkan apa yang dicakup contoh: aturan, cabang, perulangan, kondisi, MC/DC, UNKNOWN",
  "write the results as JUnit XML, too": "tulis hasilnya juga sebagai XML JUnit",
  "write a page that shows the documents with what is covered":
    "tulis halaman yang menampilkan dokumen dengan apa yang tercakup",
  "write coverage as an lcov tracefile": "tulis cakupan sebagai berkas jejak lcov",
  "write coverage as JSON, every atom with what it came to":
    "tulis cakupan sebagai JSON, setiap bagian kondisi dengan hasilnya",
  'Coverage counts, for each policy, its own examples and those of the suites named with it. Where omega.config.json has `coverage`, such as { "mcdc": 100 }, a policy of which less is covered fails the run.':
    'Cakupan menghitung, untuk setiap kebijakan, contohnya sendiri dan contoh dari kumpulan yang disebut bersamanya. Jika omega.config.json memuat `coverage`, misalnya { "mcdc": 100 }, kebijakan yang tercakup lebih sedikit menggagalkan pengujian.',
  "and a table of what they cover": "dan tabel apa yang dicakupnya",
  "reports for people and for a CI server": "laporan bagi orang dan bagi server CI",
  // replay
  "make recorded decisions again by a changed policy, and show what changes":
    "buat ulang keputusan yang tercatat dengan kebijakan yang berubah, dan tampilkan bedanya",
  "the policy that decides now": "kebijakan yang memutuskan sekarang",
  "the policy that decided then, to explain what it decided":
    "kebijakan yang memutuskan saat itu, untuk menjelaskan keputusannya",
  "only decisions of the policy that the log calls so":
    "hanya keputusan dari kebijakan yang disebut demikian dalam catatan",
  "how many changed decisions to show ({count} unless given); all are counted":
    "berapa keputusan yang berubah ditampilkan ({count} jika tidak disebutkan); semuanya dihitung",
  "exit with 1 when a decision changes, or when none could be replayed":
    "keluar dengan 1 jika ada keputusan yang berubah, atau jika tidak ada yang dapat dibuat ulang",
  "replay what another version of OMEGA decided, too":
    "buat ulang juga yang diputuskan versi OMEGA lain",
  "how to print the changes": "bentuk perubahan",
  "Reads logs of decisions (JSON lines, as `omegac run --decision-log` writes them; also compressed by gzip, folders, patterns, and `-` for stdin), makes every decision again by the policy, under the clock and the options it was made under, and counts what changes.":
    "Membaca catatan keputusan (JSON per baris, seperti yang ditulis `omegac run --decision-log`; juga yang dimampatkan gzip, folder, pola nama, dan `-` untuk stdin), membuat ulang setiap keputusan dengan kebijakannya, menurut jam dan opsi yang berlaku saat itu, dan menghitung yang berubah.",
  "A record whose input is masked, or that another version of OMEGA decided, is counted, not guessed. A line that holds no record is counted and named, and makes the exit status 1.":
    "Catatan yang masukannya disamarkan, atau yang diputuskan versi OMEGA lain, dihitung dan tidak ditebak. Baris yang tidak berisi catatan dihitung dan disebutkan, dan membuat status keluarnya 1.",
  "what would the new policy have decided": "apa yang akan diputuskan kebijakan yang baru",
  "with the reasons of both; for a pipeline": "dengan alasan keduanya; untuk alur otomatis",
  "`--policy` is missing": "`--policy` belum disebutkan",
  "write `--policy FILE`: what shall decide now":
    "tulis `--policy BERKAS`: kebijakan yang memutuskan sekarang",
  "`--policy` has to be a file": "`--policy` harus berupa berkas",
  "no decision could be replayed, so none is known to stay":
    "tidak ada keputusan yang dapat dibuat ulang, sehingga tidak ada yang diketahui tetap",
  "the log `{path}` {=reason}": "catatan `{path}` {reason}",
  "`{pattern}` matches no file": "`{pattern}` tidak cocok dengan berkas mana pun",
  "the folder `{path}` holds no `.jsonl` file": "folder `{path}` tidak memuat berkas `.jsonl`",
  before: "sebelum",
  after: "sesudah",
  ", then": ", saat itu",
  ", now": ", sekarang",
  "{=decisions} replayed: {#changed} changed, {#same} the same":
    "{decisions} dibuat ulang: {changed} berubah, {same} sama",
  "with masked input": "dengan masukan yang disamarkan",
  "decided by OMEGA {version}; --any-engine replays them":
    "diputuskan oleh OMEGA {version}; --any-engine membuat ulang keputusan itu",
  "of other policies": "dari kebijakan lain",
  "lines that hold no record": "baris yang tidak berisi catatan",
  "… and {#count} more": "… dan {count} lagi",
  "the same, for other reasons": "sama, dengan alasan lain",
  "shown: {#shown} of {#changed} changes": "ditampilkan: {shown} dari {changed} perubahan",
  "not replayed": "tidak dibuat ulang",
  "action added": "tindakan bertambah",
  "action removed": "tindakan hilang",
  arguments: "argumen",
  order: "urutan",
  unknowns: "yang tidak diketahui",
  limits: "batas",
  // review
  "list the reviews that policies are due for, or put them in a calendar":
    "sebutkan peninjauan kebijakan yang jatuh tempo, atau masukkan ke kalender",
  "only what is overdue or due within this time: 30d, 6 weeks, 3 months":
    "hanya yang terlambat atau jatuh tempo dalam jangka ini: 30d, 6 weeks, 3 months",
  "how to print; ics is an iCalendar file": "bentuk keluaran; ics adalah berkas iCalendar",
  "Reads Interval and LastReviewed in the REVIEW section of documents, folders and patterns; without any, of the working folder. What is overdue comes first, and makes the exit status 1.":
    "Membaca Interval dan LastReviewed di bagian REVIEW dari dokumen, folder, dan pola nama; tanpa semua itu, dari folder kerja. Yang terlambat disebut lebih dahulu, dan membuat status keluarnya 1.",
  "The calendar has an event for each review, repeated at its interval where every month has the day; taken in again, it replaces the one before.":
    "Kalender memuat satu acara untuk setiap peninjauan, berulang menurut selangnya jika setiap bulan mempunyai tanggal itu; jika diimpor lagi, kalender itu menggantikan yang sebelumnya.",
  "what is to be done this month": "apa yang harus dikerjakan bulan ini",
  "for a calendar": "untuk kalender",
  "write it like 30d or 3 months": "tulis seperti 30d atau 3 months",
  "write it like 2026-05-01": "tulis seperti 2026-05-01",
  "`--within {text}` is no length of time": "`--within {text}` bukan jangka waktu",
  "the date to count from, such as 2026-05-01 (today, in UTC, unless given)":
    "tanggal awal hitungan, misalnya 2026-05-01 (hari ini, dalam UTC, jika tidak disebutkan)",
  "`--today {text}` is no date": "`--today {text}` bukan tanggal",
  DUE: "TEMPO",
  IN: "SISA",
  DOCUMENT: "DOKUMEN",
  today: "hari ini",
  "{#count} day ago": "{count} hari lalu",
  "{#count} days ago": "{count} hari lalu",
  "{#count} day": "{count} hari",
  "{#count} days": "{count} hari",
  "last reviewed {date}": "terakhir ditinjau {date}",
  "nobody named": "tanpa penanggung jawab",
  "has no REVIEW section": "tidak mempunyai bagian REVIEW",
  "says no Interval": "tidak menyebutkan Interval",
  "says no LastReviewed": "tidak menyebutkan LastReviewed",
  "says `Interval: {text}`, which names no length of time":
    "menyebutkan `Interval: {text}`, yang bukan jangka waktu",
  "says `LastReviewed: {text}`, which is no date":
    "menyebutkan `LastReviewed: {text}`, yang bukan tanggal",
  "is due on a day that no calendar has":
    "jatuh tempo pada hari yang tidak ada di kalender mana pun",
  "no reviews": "tidak ada peninjauan",
  "no review is due by {date}": "tidak ada peninjauan yang jatuh tempo sampai {date}",
  "{#count} overdue": "{count} terlambat",
  "{#count} due within {#days} days": "{count} jatuh tempo dalam {days} hari",
  "{#count} later": "{count} kemudian",
  "{#count} not planned": "{count} tidak direncanakan",
  "the series `{file}`, row {#number}: `{cell}` in `{heading}` is no number":
    "deret `{file}`, baris data {number}: `{cell}` di `{heading}` bukan bilangan",
  "numbers have a point, whatever the language: `{number}`":
    "bilangan memakai titik, apa pun bahasanya: `{number}`",
  // new, init
  "begin a policy from a small one that works":
    "mulai sebuah kebijakan dari contoh kecil yang sudah berjalan",
  "what to begin with": "awalan yang dipakai",
  "Writes NAME.omni: a policy without findings, even under --strict, whose examples pass. Change it piece by piece, and run omegac check and omegac test as you go. A file that exists is left alone.":
    "Menulis NAME.omni: kebijakan tanpa temuan, bahkan dengan --strict, yang contoh-contohnya lulus. Ubahlah sedikit demi sedikit, dan jalankan omegac check serta omegac test sambil jalan. Berkas yang sudah ada tidak disentuh.",
  "cold-store.omni": "cold-store.omni",
  "fresh readings, loops, constraints and a failsafe":
    "pembacaan baru, perulangan, batasan, dan FAILSAFE",
  "`{name}` names no file": "`{name}` bukan nama berkas",
  "write a name such as cold-store": "tulis nama seperti cold-store",
  "`{path}` exists already": "`{path}` sudah ada",
  "choose another name": "pilih nama lain",
  "wrote {path}": "menulis {path}",
  "left {path} as it is": "{path} dibiarkan seperti adanya",
  "make a folder a project: configuration, editor recommendation, a first policy":
    "jadikan sebuah folder proyek: konfigurasi, anjuran editor, kebijakan pertama",
  "be strict from the beginning": "ketat sejak awal",
  "Writes {configuration}, .vscode/extensions.json and policies/first.omni into the folder, the working folder unless named. A folder that has a configuration is a project already, and is left alone; so is every other file that exists.":
    "Menulis {configuration}, .vscode/extensions.json, dan policies/first.omni ke dalam folder itu, atau folder kerja jika tidak disebutkan. Folder yang mempunyai konfigurasi sudah menjadi proyek dan tidak disentuh; begitu pula setiap berkas lain yang sudah ada.",
  "the working folder": "folder kerja",
  "a new folder": "folder baru",
  "`{path}` exists already, so this is a project; nothing was written":
    "`{path}` sudah ada, sehingga ini sudah proyek; tidak ada yang ditulis",
  // doctor
  "look for what keeps omegac from working as it should":
    "cari apa yang menghalangi omegac bekerja semestinya",
  "how to print": "bentuk keluaran",
  "Looks at Node.js, the program itself, the working folder, its configuration, the terminal and the parts that omegac can do without. Exits with 1 when something is wrong. The report holds no contents of files and can go into a bug report as it is.":
    "Memeriksa Node.js, programnya sendiri, folder kerja, konfigurasinya, terminal, dan bagian-bagian yang dapat ditiadakan omegac. Keluar dengan 1 jika ada yang salah. Laporannya tidak memuat isi berkas dan dapat langsung disertakan dalam laporan kesalahan.",
  "for a bug report": "untuk laporan kesalahan",
  "no problems": "tidak ada masalah",
  "code cache": "singgahan kode",
  "working folder": "folder kerja",
  configuration: "konfigurasi",
  terminal: "terminal",
  solver: "pembukti",
  runner: "layanan",
  "language server": "server bahasa",
  "{!version} on {platform}": "{version} pada {platform}",
  "{version} on {platform}; omegac needs {least} or newer":
    "{version} pada {platform}; omegac memerlukan {least} atau lebih baru",
  "none, omegac was not started from its bundle":
    "tidak ada, omegac tidak dijalankan dari berkas gabungannya",
  "made by another build of Node.js, so omegac starts slower":
    "dibuat oleh Node.js lain, sehingga omegac mulai lebih lambat",
  "fits this Node.js": "sesuai dengan Node.js ini",
  "none for Node.js {version}, so omegac starts slower":
    "tidak ada untuk Node.js {version}, sehingga omegac mulai lebih lambat",
  "{=documents} cannot be read, such as `{path}`":
    "{documents} tidak dapat dibaca, misalnya `{path}`",
  "readable, {=documents}": "dapat dibaca, {documents}",
  "no {file} here or above, so everything has its default; omegac init writes one":
    "tidak ada {file} di sini atau di atasnya, sehingga semuanya memakai nilai bawaan; omegac init menulisnya",
  "{file}, strict": "{file}, ketat",
  "none on stdout, {=colors}": "tidak ada di stdout, {colors}",
  colours: "berwarna",
  "no colours": "tanpa warna",
  "colours ({variables})": "berwarna ({variables})",
  "no colours ({variables})": "tanpa warna ({variables})",
  "{=colors}, {=columns}": "{colors}, {columns}",
  "{#count} columns": "{count} kolom",
  "there, for omegac {command}": "ada, untuk omegac {command}",
  "not part of this version": "bukan bagian dari versi ini",
  "cannot be loaded, so omegac {command} will not work; install omegac again":
    "tidak dapat dimuat, sehingga omegac {command} tidak akan berjalan; pasang ulang omegac",
  // completion, lsp
  "print a script that completes commands and options in a shell":
    "tampilkan skrip yang melengkapi perintah dan opsi di sebuah shell",
  "SHELL is bash, zsh, fish or powershell. The script knows every command, option and choice of this version and completes names of documents. It does not run omegac.":
    "SHELL adalah bash, zsh, fish, atau powershell. Skripnya mengenal setiap perintah, opsi, dan pilihan versi ini serta melengkapi nama dokumen. Skrip itu tidak menjalankan omegac.",
  "in ~/.bashrc": "di ~/.bashrc",
  "in ~/.zshrc, behind compinit": "di ~/.zshrc, setelah compinit",
  once: "satu kali",
  "in $PROFILE": "di $PROFILE",
  "no completion for `{shell}`": "tidak ada pelengkap untuk `{shell}`",
  "serve editors over the Language Server Protocol": "layani editor lewat Language Server Protocol",
  "speak over stdin and stdout": "berkomunikasi lewat stdin dan stdout",
  "Serves one editor until it says goodbye: diagnostics as one types, fixes, completion, hover, navigation, rename, formatting and running examples. Nothing is written but what the editor asks for.":
    "Melayani satu editor sampai editor itu berpamitan: diagnostik sambil mengetik, perbaikan, pelengkapan, keterangan, navigasi, penggantian nama, perapian, dan menjalankan contoh. Tidak ada yang ditulis selain yang diminta editor.",
  "as an editor's configuration has it": "seperti dalam konfigurasi editor",
  "`omegac lsp` needs `--stdio`: editors speak with it over stdin and stdout":
    "`omegac lsp` memerlukan `--stdio`: editor berkomunikasi dengannya lewat stdin dan stdout",
};
