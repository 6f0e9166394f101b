// Bahasa Indonesia, phrases: the help of commands, as they declare it.
import type { Phrases } from "@omega/core";

export const help: Phrases = {
  "omegac checks, formats, runs, explains and tests OMEGA policies.":
    "omegac memeriksa, merapikan, menjalankan, menjelaskan, dan menguji kebijakan OMEGA.",
  "usage:": "pemakaian:",
  "commands to write:": "perintah untuk menulis:",
  "commands to decide:": "perintah untuk memutuskan:",
  "commands to be sure:": "perintah untuk memastikan:",
  "commands to hand on:": "perintah untuk meneruskan:",
  "commands to serve and set up:": "perintah untuk melayani dan menyiapkan:",
  "options:": "opsi:",
  "exit status:": "status keluar:",
  "options of every command:": "opsi setiap perintah:",
  "examples:": "contoh:",
  "COMMAND [OPTION…] [PATH…]": "PERINTAH [OPSI…] [BERKAS…]",
  "[OPTION…]": "[OPSI…]",
  "({default} unless given)": "({default} jika tidak disebutkan)",
  "print this help, or a command's with `omegac COMMAND --help`":
    "tampilkan bantuan ini, atau bantuan sebuah perintah dengan `omegac PERINTAH --help`",
  "print the version": "tampilkan versi",
  "nothing found": "tidak ada temuan",
  "findings, failed examples, or a decision named by --fail-on":
    "ada temuan, contoh yang gagal, atau keputusan yang disebut --fail-on",
  "wrong usage or configuration, input that cannot be read":
    "salah pemakaian atau konfigurasi, masukan yang tidak dapat dibaca",
  "a mistake of omegac's own": "kesalahan omegac sendiri",
  // Shared options.
  "use this configuration instead of the nearest omega.config.json upward":
    "pakai konfigurasi ini, bukan omega.config.json terdekat ke arah atas",
  "colours; auto obeys NO_COLOR and FORCE_COLOR": "warna; auto mematuhi NO_COLOR dan FORCE_COLOR",
  "language of messages; otherwise that of OMEGA_LOCALE, LC_ALL, LC_MESSAGES or LANG":
    "bahasa pesan; jika tidak disebutkan, menurut OMEGA_LOCALE, LC_ALL, LC_MESSAGES, atau LANG",
  "no summary and no notes on stderr": "tanpa ringkasan dan catatan di stderr",
  "print this help": "tampilkan bantuan ini",
  "work in N threads; auto, as without it, takes as many as pay":
    "bekerja dalam N utas; auto, seperti tanpa opsi ini, memakai sebanyak yang menguntungkan",
  "what to call the document that `-` reads from stdin":
    "nama bagi dokumen yang dibaca `-` dari stdin",
  "how to report": "bentuk laporan",
  "everything under the working folder": "semua yang ada di bawah folder kerja",
  "as a gate in CI": "sebagai gerbang di CI",
  // check
  "find mistakes in policies, and mend those that can be mended":
    "cari kesalahan dalam kebijakan, dan perbaiki yang dapat diperbaiki",
  "make every preferred fix, and report what is left":
    "lakukan setiap perbaikan yang diutamakan, dan laporkan sisanya",
  'check as `"strict": true` in the configuration does':
    'periksa seperti `"strict": true` dalam konfigurasi',
  "show at most N, errors first (100 unless given, for pretty)":
    "tampilkan paling banyak N, kesalahan lebih dahulu (100 jika tidak disebutkan, untuk pretty)",
  "exit with 1 from this severity on": "keluar dengan 1 mulai dari tingkat ini",
  "Checks documents, folders (all .omni files in them) and patterns; without any, the working folder. `-` reads a document from stdin.":
    "Memeriksa dokumen, folder (semua berkas .omni di dalamnya), dan pola nama; tanpa semua itu, folder kerja. `-` membaca dokumen dari stdin.",
  "Findings go to stdout, their summary to stderr.":
    "Temuan ditulis ke stdout, ringkasannya ke stderr.",
  "mend what can be mended": "perbaiki yang dapat diperbaiki",
  // fmt
  "write policies in canonical form": "tulis kebijakan dalam bentuk baku",
  "write nothing; list what would change, and exit with 1":
    "jangan tulis apa-apa; sebutkan yang akan berubah, dan keluar dengan 1",
  "write nothing; print what would change as a diff":
    "jangan tulis apa-apa; tampilkan yang akan berubah sebagai diff",
  "Formats documents in place: files, folders (all .omni files in them) and patterns; without any, the working folder. `-` reads a document from stdin and prints it formatted.":
    "Merapikan dokumen di tempatnya: berkas, folder (semua berkas .omni di dalamnya), dan pola nama; tanpa semua itu, folder kerja. `-` membaca dokumen dari stdin dan menampilkan hasilnya.",
  "Formatting never changes what a document means. Items with mistakes stay as they were written, and the exit status is then 1.":
    "Merapikan tidak pernah mengubah arti dokumen. Butir yang salah dibiarkan seperti ditulis, dan status keluarnya menjadi 1.",
  "as a filter, for editors": "sebagai penyaring, untuk editor",
  // run
  "decide: evaluate a policy against a context":
    "putuskan: evaluasi kebijakan terhadap sebuah konteks",
  "the context is JSON lines, as in .jsonl files, whatever its name":
    "konteksnya JSON per baris, seperti berkas .jsonl, apa pun namanya",
  "add what every rule tried and how it came out":
    "tambahkan apa yang dicoba setiap aturan dan bagaimana hasilnya",
  "exit with 1 on these statuses, or none (rejected,limited,violated unless given)":
    "keluar dengan 1 pada status ini, atau none (rejected,limited,violated jika tidak disebutkan)",
  "how to print the decision; json is canonical JSON": "bentuk keputusan; json adalah JSON baku",
  "Evaluates a policy against a context and prints the decision. Without --context the context is empty but for what --set gives.":
    "Mengevaluasi kebijakan terhadap sebuah konteks dan menampilkan keputusannya. Tanpa --context, konteksnya kosong kecuali yang diberikan --set.",
  "JSON lines are decided one by one as they come, one decision a line in the same order; a line that is no JSON gives an object with `line` and `error`, and the exit status 1.":
    "JSON per baris diputuskan satu demi satu begitu tiba, satu keputusan per baris dengan urutan yang sama; baris yang bukan JSON menghasilkan objek dengan `line` dan `error`, dan status keluar 1.",
  "decide once": "putuskan satu kali",
  "try a case": "coba sebuah keadaan",
  "decide many": "putuskan banyak sekaligus",
  "the context, as JSON; `-` reads stdin": "konteks, sebagai JSON; `-` membaca stdin",
  "set an attribute over the context, as GIVEN does: Distance=0.4m":
    "isi atribut di atas konteks, seperti GIVEN: Distance=0.4m",
  "the decision's clock, such as 2026-05-01T08:00:00Z (now unless given)":
    "jam keputusan, misalnya 2026-05-01T08:00:00Z (saat ini jika tidak disebutkan)",
  "whether samples stand in for missing readings (as configured unless given)":
    "apakah nilai contoh menggantikan pembacaan yang tidak ada (menurut konfigurasi jika tidak disebutkan)",
  // explain
  "say why an action was or was not taken, or what a diagnostic means":
    "jelaskan mengapa tindakan diambil atau tidak, atau apa arti sebuah kode diagnostik",
  "explain what became of this action, in every place that takes it":
    "jelaskan nasib tindakan ini, di setiap tempat yang mengambilnya",
  "how to print the explanation": "bentuk penjelasan",
  "With a diagnostic's code instead of a file, prints the page of that code.":
    "Dengan kode diagnostik sebagai ganti berkas, menampilkan halaman kode itu.",
  "why the machine stops, or why not": "mengapa mesin berhenti, atau mengapa tidak",
  "what a diagnostic means and what to do":
    "apa arti sebuah kode diagnostik dan apa yang harus dilakukan",
  // test
  "run the examples that policies and suites hold":
    "jalankan contoh yang dimuat kebijakan dan kumpulan contoh",
  "Runs every EXAMPLE of the documents, folders and patterns named; without any, of the working folder. Suites (.test.omni files that begin with EXAMPLES FOR) run against the policy they name.":
    "Menjalankan setiap EXAMPLE dari dokumen, folder, dan pola nama yang disebutkan; tanpa semua itu, dari folder kerja. Kumpulan contoh (berkas .test.omni yang dimulai dengan EXAMPLES FOR) dijalankan terhadap kebijakan yang disebutnya.",
  "An example fails when an expectation does not hold, or when the decision is not `decided` and the example does not say so.":
    "Contoh gagal jika sebuah harapan tidak terpenuhi, atau jika keputusannya tidak `decided` dan contoh itu tidak menyatakannya.",
  "the examples of one policy": "contoh-contoh dari satu kebijakan",
  // schema
  "print the JSON Schema of a policy's context, or its TypeScript types":
    "tampilkan JSON Schema konteks sebuah kebijakan, atau tipe TypeScript-nya",
  "print TypeScript types instead": "tampilkan tipe TypeScript sebagai gantinya",
  "Prints the JSON Schema (draft 2020-12) of the context that a policy reads: what a host has to send, and what it may leave out.":
    "Menampilkan JSON Schema (draft 2020-12) dari konteks yang dibaca sebuah kebijakan: apa yang harus dikirim program induk, dan apa yang boleh ditiadakan.",
  "for validation": "untuk validasi",
  "for a host in TypeScript": "untuk program induk dalam TypeScript",
  // compile
  "write a policy as a program for other tools": "tulis kebijakan sebagai program untuk alat lain",
  "write a policy as a module, or as a program for other tools":
    "tulis kebijakan sebagai modul, atau sebagai program untuk alat lain",
  "js or ts: a module that evaluates the policy and imports nothing; json: the resolved program":
    "js atau ts: modul yang mengevaluasi kebijakan tanpa mengimpor apa pun; json: program yang sudah diurai",
  "write to a file, a module's source map beside it; stdout unless given":
    "tulis ke berkas, peta sumber modul di sampingnya; stdout jika tidak disebutkan",
  "Writes what a document means, once it is checked, in a form that is easy to run.":
    "Menulis arti dokumen, setelah diperiksa, dalam bentuk yang mudah dijalankan.",
  "A module exports `evaluate(context, options)`. It decides as `omegac run` does, to the byte.":
    "Modul mengekspor `evaluate(context, options)`. Keputusannya sama dengan `omegac run`, sampai ke bitanya.",
  "factory.js and factory.js.map": "factory.js dan factory.js.map",
  "the program as JSON": "programnya sebagai JSON",
  // serve
  "decide over HTTP: the runner": "putuskan lewat HTTP: runner",
  "the address to listen on (127.0.0.1 unless given, this machine only)":
    "alamat yang didengarkan (127.0.0.1 jika tidak disebutkan, hanya mesin ini)",
  "the port (8080 unless given); 0 picks a free one":
    "port (8080 jika tidak disebutkan); 0 memilih yang bebas",
  "requests a second over all routes (10 unless given); 0 for no limit":
    "permintaan per detik untuk semua rute (10 jika tidak disebutkan); 0 tanpa batas",
  "serve the policies of a folder by name, and read it again when it changes":
    "layani kebijakan dalam folder menurut namanya, dan baca lagi ketika berubah",
  "when a decision cannot be recorded: drop the record and count it, or block the decision (drop unless given)":
    "jika keputusan tidak dapat dicatat: lewatkan catatannya dan hitung, atau tahan keputusannya (drop jika tidak disebutkan)",
  "evaluation threads (one less than there are cores unless given)":
    "utas evaluasi (satu kurang dari jumlah inti jika tidak disebutkan)",
  "trace, debug, info, warn, error, fatal or silent (info unless given)":
    "trace, debug, info, warn, error, fatal, atau silent (info jika tidak disebutkan)",
  "believe X-Forwarded-For of so many proxies in a row, or of these addresses":
    "percayai X-Forwarded-For dari sekian proksi berturut-turut, atau dari alamat ini",
  "where the process says who it is, for `omegac stop`":
    "tempat proses menyebutkan dirinya, bagi `omegac stop`",
  "Compiles, validates and decides over HTTP, in threads with hard limits on time and memory. The address goes to stdout, the log, JSON lines, to stderr. GET /docs describes the routes, GET /metrics is for Prometheus.":
    "Mengompilasi, memvalidasi, dan memutuskan lewat HTTP, dalam utas dengan batas keras waktu dan memori. Alamat ditulis ke stdout, log berupa baris JSON ke stderr. GET /docs menjelaskan rute, GET /metrics bagi Prometheus.",
  "Options come before variables of the environment (OMEGA_SERVER_PORT, OMEGA_RATE_LIMIT and so on), these before `runner` in omega.config.json. Ctrl-C, or SIGTERM, lets open requests finish.":
    "Opsi didahulukan dari variabel lingkungan (OMEGA_SERVER_PORT, OMEGA_RATE_LIMIT, dan seterusnya), dan ini dari `runner` di omega.config.json. Ctrl-C, atau SIGTERM, membiarkan permintaan yang terbuka selesai.",
  "on http://127.0.0.1:8080": "di http://127.0.0.1:8080",
  "decide by the policies of a folder, on record":
    "putuskan menurut kebijakan dalam folder, dengan catatan",
  // stop
  "end the runner of a port": "akhiri runner pada suatu port",
  "its port (8080 unless given)": "portnya (8080 jika tidak disebutkan)",
  "the file that the runner was given by the same option":
    "berkas yang diberikan kepada runner dengan opsi yang sama",
  "how long to wait for its end ({#seconds} unless given)":
    "berapa lama menunggu akhirnya ({seconds} jika tidak disebutkan)",
  "Finds the runner by the file that it wrote when it started, makes sure by the time the process began that it still is that one, asks it to end, waits, and prints its process id. Open requests finish first.":
    "Menemukan runner melalui berkas yang ditulisnya saat mulai, memastikan dari waktu mulai proses bahwa itu memang prosesnya, memintanya berakhir, menunggu, dan menampilkan id prosesnya. Permintaan yang terbuka diselesaikan dahulu.",
  "No other process is ever touched. Where there is none to stop the exit status is 1.":
    "Proses lain tidak pernah disentuh. Jika tidak ada yang dihentikan, status keluarnya 1.",
  "end the runner on port 8080": "akhiri runner pada port 8080",
};
