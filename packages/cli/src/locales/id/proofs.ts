// Bahasa Indonesia, phrases: what `omegac prove` asks and finds.
import type { Phrases } from "@omega/core";

export const proofs: Phrases = {
  "prove what no test can show: dead rules, contradictions, constraints that break, endless loops":
    "buktikan apa yang tidak dapat ditunjukkan tes: aturan mati, pertentangan, batasan yang terlanggar, perulangan tanpa akhir",
  "how to print the answers": "bentuk jawaban",
  "how long to work on one question ({count} unless given)":
    "berapa lama mengerjakan satu pertanyaan ({count} jika tidak disebutkan)",
  "ask only about the rule or constraint of this name":
    "tanyakan hanya tentang aturan atau batasan dengan nama ini",
  "exit with 1 on these: violated, withheld, defect; finding for the three; not-proven; or none (finding unless given)":
    "keluar dengan 1 jika ada: violated, withheld, defect; finding untuk ketiganya; not-proven; atau none (finding jika tidak disebutkan)",
  "A clause that the rules can break is `withheld` where enforcement keeps it by withholding an action (NEVER, AT MOST, REQUIRES), which may be what it is for, and `violated` where nothing keeps it. Every other finding is a `defect`. With `--fail-on violated,defect` what is withheld is listed and fails nothing; `not-proven` beside no other counts findings, too.":
    "Klausa yang dapat dilanggar aturan disebut `withheld` jika penegakan menjaganya dengan menahan tindakan (NEVER, AT MOST, REQUIRES), yang mungkin memang tujuannya, dan `violated` jika tidak ada yang menjaganya. Setiap temuan lain adalah `defect`. Dengan `--fail-on violated,defect` yang tertahan disebutkan tanpa menggagalkan apa pun; `not-proven` tanpa yang lain juga menghitung temuan.",
  "where withholding actions is by design": "jika menahan tindakan memang disengaja",
  "`--fail-on` knows nothing called `{word}`": "`--fail-on` tidak mengenal `{word}`",
  "{=findings} ({#withheld} kept by withholding), {#count} not proven, {#fine} as they should be":
    "{findings} ({withheld} dijaga dengan menahan), {count} tidak terbukti, {fine} sebagaimana mestinya",
  "where {=who}": "di mana {who}",
  "for example with {readings}; without {missing}": "misalnya dengan {readings}; tanpa {missing}",
  "for example without {missing}": "misalnya tanpa {missing}",
  "Proves the documents, folders and patterns named; without any, those of the working folder. Asks of every rule, branch and MATCH arm whether some context takes it, whether some context does not, and whether other rules take all that it takes; of every formal constraint whether the rules can break it, whether it is ever in force, and whether it can be kept together with the others; of Effects whether they work against each other; of every WHILE whether it ends; of divisions, indexes and lists whether they can fail.":
    "Membuktikan dokumen, folder, dan pola yang disebutkan; tanpa itu, yang ada di folder kerja. Menanyakan untuk setiap aturan, cabang, dan lengan MATCH apakah ada konteks yang menempuhnya, apakah ada yang tidak, dan apakah aturan lain mengambil semua yang diambilnya; untuk setiap batasan formal apakah aturan dapat melanggarnya, apakah ia pernah berlaku, dan apakah ia dapat dipenuhi bersama yang lain; untuk Effect apakah saling berlawanan; untuk setiap WHILE apakah ia berakhir; untuk pembagian, indeks, dan daftar apakah dapat gagal.",
  "A context is shown only after evaluation has confirmed it. What cannot be proved is listed with the reason. Proofs are over exact numbers, and over lists of the input up to a length that the answer states. Exits with 1 when there are findings.":
    "Sebuah konteks hanya ditampilkan setelah dipastikan oleh evaluasi. Apa yang tidak dapat dibuktikan disebutkan beserta alasannya. Bukti berlaku untuk bilangan eksak, dan untuk daftar masukan sampai panjang yang disebutkan jawabannya. Status keluarnya 1 jika ada temuan.",
  "the solver is not installed: `z3-solver` is not found":
    "pemecah tidak terpasang: `z3-solver` tidak ditemukan",
  "install it beside `omegac`, with `npm install z3-solver`":
    "pasang di samping `omegac` dengan `npm install z3-solver`",
  "what is asked of one rule": "apa yang ditanyakan tentang satu aturan",
  "nothing to prove is called `{name}`": "tidak ada yang perlu dibuktikan dengan nama `{name}`",
  "every question": "semua pertanyaan",
  "`--timeout {text}` is no number of seconds": "`--timeout {text}` bukan jumlah detik",
  "write it like 10 or 0.5; a day at most": "tulis seperti 10 atau 0.5; paling lama sehari",
  "proving {path}: {#answered} of {#all} questions":
    "membuktikan {path}: {answered} dari {all} pertanyaan",
  "{=findings}, {#count} not proven, {#fine} as they should be":
    "{findings}, {count} tidak terbukti, {fine} sebagaimana mestinya",
  "{#count} finding": "{count} temuan",
  "{#count} findings": "{count} temuan",
  "proved for lists of up to {#bound} elements":
    "terbukti untuk daftar dengan paling banyak {bound} elemen",
  "for example in the empty context": "misalnya dalam konteks kosong",
  "not proven whether {=claim}: {reason}": "tidak terbukti apakah {claim}: {reason}",
  "{name} can fire": "{name} dapat berlaku",
  "{name} can never fire": "{name} tidak pernah dapat berlaku",
  "{name} can be false": "{name} dapat bernilai salah",
  "{name} always fires: whenever it is known, its condition holds":
    "{name} selalu berlaku: setiap kali diketahui, kondisinya terpenuhi",
  "{name} can hold": "{name} dapat terpenuhi",
  "{name} can never hold": "{name} tidak pernah dapat terpenuhi",
  "{name} always holds: whenever it is known, it is true":
    "{name} selalu terpenuhi: setiap kali diketahui, nilainya benar",
  "{name} can let an element in": "{name} dapat meloloskan elemen",
  "{name} can never let an element in": "{name} tidak pernah dapat meloloskan elemen",
  "{name} can keep an element out": "{name} dapat menahan elemen",
  "{name} lets every element in": "{name} meloloskan setiap elemen",
  "`{id}` can break": "`{id}` dapat terlanggar",
  "`{id}` can break: enforcement keeps it by withholding an action":
    "`{id}` dapat terlanggar: penegakan menjaganya dengan menahan sebuah tindakan",
  "`{id}` can break: nothing keeps it, and the decision is `violated`":
    "`{id}` dapat terlanggar: tidak ada yang menjaganya, dan keputusannya berstatus `violated`",
};

/** What `omegac generate` says. */
export const generating: Phrases = {
  "write the examples that full coverage lacks, and prove what none can cover":
    "tulis contoh yang belum ada untuk cakupan penuh, dan buktikan apa yang tidak dapat dicakup",
  "how to print the examples": "bentuk contoh",
  "cover everything, as if there were no examples yet":
    "cakup semuanya, seolah-olah belum ada contoh",
  "append the examples to the document, or to the suite":
    "tambahkan contoh ke dokumen, atau ke rangkaian tes",
  "the suite (.test.omni) that the examples are for; what it has counts, too":
    "rangkaian tes (.test.omni) tempat contoh; isinya yang sudah ada ikut dihitung",
  "how long to look at most ({count} unless given)":
    "paling lama mencari ({count} jika tidak disebutkan)",
  "Finds contexts that cover what the examples do not: rules, branches, bodies of loops, UNKNOWN clauses, and every atom deciding its condition alone (MC/DC). Writes few EXAMPLEs that cover it all, none of which can be left out, each with what the evaluator decides. Every one is read back and has passed before it is shown.":
    "Mencari konteks yang mencakup apa yang belum dicakup contoh: aturan, cabang, isi pengulangan, klausa UNKNOWN, dan setiap atom yang sendirian menentukan kondisinya (MC/DC). Menulis sedikit EXAMPLE yang mencakup semuanya, tidak satu pun dapat dihilangkan, masing-masing dengan keputusan penilai. Setiap contoh dibaca ulang dan sudah lulus sebelum ditampilkan.",
  "What no context can cover is listed as proved unreachable, with how far the proof reaches; what could be neither covered nor proved, with the reason. Exits with 1 when something is left that is not proved.":
    "Apa yang tidak dapat dicakup konteks mana pun disebut terbukti tidak terjangkau, dengan jangkauan buktinya; apa yang tidak tercakup dan tidak terbukti, dengan alasannya. Status keluarnya 1 jika ada yang tersisa tanpa bukti.",
  "show what is missing": "tampilkan apa yang kurang",
  "and append it": "dan tambahkan",
  "into a suite beside the policy, made where there is none":
    "ke rangkaian tes di samping kebijakan, dibuat jika belum ada",
  "`{path}` is no name of a suite": "`{path}` bukan nama rangkaian tes",
  "suites end in .test.omni": "nama rangkaian tes berakhir dengan .test.omni",
  "`{path}` is outside of the policy's project": "`{path}` di luar proyek kebijakan",
  "what comes on stdin cannot be written to": "yang datang lewat stdin tidak dapat ditulisi",
  "leave --write away, or name a file": "hilangkan --write, atau sebutkan sebuah berkas",
  "`{path}` is there already": "`{path}` sudah ada",
  "generating: {#found} of {#wanted} covered": "membuat: {found} dari {wanted} tercakup",
  "no example to add": "tidak ada contoh yang perlu ditambahkan",
  "{=count} to add": "{count} untuk ditambahkan",
  "{=count} added to {path}": "{count} ditambahkan ke {path}",
  "proved unreachable: no context can cover it":
    "terbukti tidak terjangkau: tidak ada konteks yang dapat mencakupnya",
  "and {#hidden} more: --format json lists all":
    "dan {hidden} lagi: --format json menyebut semuanya",
  "neither covered nor proved unreachable": "tidak tercakup dan tidak terbukti tidak terjangkau",
  "`{id}` can break where {=who}: enforcement keeps it by withholding an action":
    "`{id}` dapat terlanggar di mana {who}: penegakan menjaganya dengan menahan sebuah tindakan",
  "`{rule}` takes `{action}`": "`{rule}` mengambil `{action}`",
  "`{rule}` takes `{action}` and {=others}": "`{rule}` mengambil `{action}` dan {others}",
  "`{rule}` takes `{action}` where `{clause}` demands `{demanded}`":
    "`{rule}` mengambil `{action}` di mana `{clause}` menuntut `{demanded}`",
  "{=who}, and their Effects on `{attribute}` work against each other":
    "{who}, dan Effect keduanya pada `{attribute}` saling berlawanan",
  "`{one}` and `{two}` can work against each other on `{attribute}`":
    "`{one}` dan `{two}` dapat saling berlawanan pada `{attribute}`",
  "`{rule}` takes what no other rule takes":
    "`{rule}` mengambil apa yang tidak diambil aturan lain",
  "`{rule}` adds nothing: whatever it takes, `{other}` takes too":
    "`{rule}` tidak menambah apa pun: apa pun yang diambilnya juga diambil `{other}`",
  "`{rule}` adds nothing: whatever it takes, other rules take too":
    "`{rule}` tidak menambah apa pun: apa pun yang diambilnya juga diambil aturan lain",
  "WHEN of `{id}` can hold": "WHEN pada `{id}` dapat terpenuhi",
  "UNLESS of `{id}` can be false": "UNLESS pada `{id}` dapat bernilai salah",
  "WHEN of `{id}` never holds": "WHEN pada `{id}` tidak pernah terpenuhi",
  "UNLESS of `{id}` always holds, whenever it is known":
    "UNLESS pada `{id}` selalu terpenuhi, setiap kali diketahui",
  "`{id}` forbids what {names} demands": "`{id}` melarang apa yang dituntut {names}",
  "`{id}` forbids what {names} demands: whatever the rules take, the decision is `violated`":
    "`{id}` melarang apa yang dituntut {names}: apa pun yang diambil aturan, keputusannya `violated`",
  "anything holds in every context": "ada yang berlaku dalam setiap konteks",
  "`{part}` of `{rule}` can divide by zero": "`{part}` pada `{rule}` dapat membagi dengan nol",
  "`{part}` of `{rule}` can be out of range": "`{part}` pada `{rule}` dapat berada di luar rentang",
  "`{part}` of `{rule}` can be asked of an empty list":
    "`{part}` pada `{rule}` dapat ditanyakan kepada daftar kosong",
  "`{id}` can reach its MAX of {#most} rounds": "`{id}` dapat mencapai MAX-nya, {most} putaran",
  "`{id}` does not always end by itself: its MAX of {#most} rounds ends it, and the decision is `limited`":
    "`{id}` tidak selalu berakhir sendiri: MAX-nya, {most} putaran, mengakhirinya, dan keputusannya `limited`",
};

/** What `omegac test --mutate` says. */
export const mutating: Phrases = {
  "make mistakes in the rules, one at a time, and show which no example notices":
    "buat kesalahan dalam aturan, satu per satu, dan tampilkan yang tidak terdeteksi contoh mana pun",
  "fail where the examples notice less of a policy's mistakes; implies --mutate":
    "gagal jika contoh mendeteksi lebih sedikit kesalahan kebijakan; berarti --mutate juga",
  "try at most so many mistakes of each policy, spread over it":
    "coba paling banyak sekian kesalahan untuk setiap kebijakan, tersebar merata",
  "how long to work on each policy's mistakes ({count} unless given)":
    "berapa lama mengerjakan kesalahan setiap kebijakan ({count} jika tidak disebutkan)",
  "Mutation changes a comparison, boundary, unit, connective, condition or action, or leaves something out, and runs the examples on that. Mistakes that are proved to change no decision do not count; for every other that no example notices, an example that would is written.":
    "Mutasi mengubah perbandingan, batas, satuan, kata hubung, kondisi, atau tindakan, atau menghilangkan sesuatu, lalu menjalankan contoh. Kesalahan yang terbukti tidak mengubah keputusan tidak dihitung; untuk setiap kesalahan lain yang tidak terdeteksi, ditulis contoh yang mendeteksinya.",
  "are the examples good enough to notice mistakes?":
    "apakah contoh cukup baik untuk mendeteksi kesalahan?",
  "`{option} {text}` is no number that fits": "`{option} {text}` bukan bilangan yang sesuai",
  "write a number from {least} to {greatest}": "tulis bilangan dari {least} sampai {greatest}",
  "the examples notice too few mistakes in `{path}`: {reached}% of {least}%":
    "contoh mendeteksi terlalu sedikit kesalahan dalam `{path}`: {reached}% dari {least}%",
  "mutating {path}: {#done} of {#all}": "memutasi {path}: {done} dari {all}",
  "no mutants: no policy could be run":
    "tidak ada mutan: tidak ada kebijakan yang dapat dijalankan",
  "{#tried} of {#mutants} mutants were tried": "{tried} dari {mutants} mutan dicoba",
  "mutation score {score}: {#killed} of {#total} killed":
    "skor mutasi {score}: {killed} dari {total} terbunuh",
  "examples that would kill them": "contoh yang akan membunuhnya",
  "survived: no example notices": "bertahan: tidak ada contoh yang mendeteksinya",
  "not proved equivalent: {=reason}": "tidak terbukti setara: {reason}",
  "killed by: {title}": "dibunuh oleh: {title}",
  "(nothing)": "(tidak ada)",
  "look for ranges of inputs, too, in which no rule takes an action":
    "cari juga rentang masukan yang tidak membuat aturan apa pun mengambil tindakan",
  "some input leaves every rule idle": "ada masukan yang membiarkan semua aturan diam",
  "other inputs leave every rule idle, too": "masukan lain juga membiarkan semua aturan diam",
  "no rule takes an action where this holds":
    "tidak ada aturan yang mengambil tindakan di mana ini terpenuhi",
  "no rule takes an action in this context":
    "tidak ada aturan yang mengambil tindakan dalam konteks ini",
};
