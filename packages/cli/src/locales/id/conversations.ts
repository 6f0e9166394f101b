// Bahasa Indonesia, phrases: talking about a policy, simulating it over time, and its page.
import type { Phrases } from "@omega/core";

export const conversations: Phrases = {
  // repl
  "set values and see decisions change": "isi nilai dan lihat keputusan berubah",
  "the context to begin with, as JSON": "konteks awal, sebagai JSON",
  "Reads lines such as `Distance = 0.4m, Mode = manual` and shows after each what the decision gained and lost, and why. Values are written as in GIVEN. `:help` lists the commands: explanations, contexts from and to files, and reading the policy again after it was changed.":
    "Membaca baris seperti `Distance = 0.4m, Mode = manual` dan menampilkan setelah setiap baris apa yang bertambah dan berkurang dalam keputusan, beserta sebabnya. Nilai ditulis seperti pada GIVEN. `:help` menyebutkan perintahnya: penjelasan, konteks dari dan ke berkas, dan membaca ulang kebijakan setelah diubah.",
  "On a terminal, Tab completes names, actions, units and files, and history is kept in the XDG state folder, or in the file that OMEGA_REPL_HISTORY names (none when it is empty). On a pipe, the exit status is 1 when a line could not be done.":
    "Pada terminal, Tab melengkapi nama, tindakan, satuan, dan berkas, dan riwayat disimpan di folder state XDG, atau di berkas yang disebut OMEGA_REPL_HISTORY (tidak disimpan jika kosong). Pada pipa, status keluarnya 1 jika ada baris yang tidak dapat dikerjakan.",
  "begin with nothing known": "mulai tanpa ada yang diketahui",
  "begin with a context": "mulai dengan sebuah konteks",
  "stdin is what `omegac repl` is talked to by":
    "stdin dipakai untuk berbicara dengan `omegac repl`",
  "name a file": "sebutkan sebuah berkas",
  "the context `{path}` holds no object": "konteks `{path}` tidak berisi objek",
  "{path}: {=attributes}, {=actions}; :help lists commands":
    "{path}: {attributes}, {actions}; :help menyebutkan perintah",
  "{#count} attribute": "{count} atribut",
  "{#count} attributes": "{count} atribut",
  "why every rule came out as it did, or why an action is taken or not":
    "mengapa setiap aturan berakhir demikian, atau mengapa sebuah tindakan diambil atau tidak",
  "the decision in full, with what every rule tried":
    "keputusan selengkapnya, dengan apa yang dicoba setiap aturan",
  "the context as JSON": "konteks sebagai JSON",
  "what the policy reads, and what each is now":
    "apa yang dibaca kebijakan, dan nilainya masing-masing sekarang",
  "begin again with the context in a file": "mulai lagi dengan konteks dari sebuah berkas",
  "take values away again": "hapus lagi nilai-nilai",
  "take all values away that were set here": "hapus semua nilai yang diisi di sini",
  "stop the clock at an instant, or let it run again":
    "hentikan jam pada suatu saat, atau biarkan berjalan lagi",
  "read the policy again, keeping the values": "baca ulang kebijakan, nilainya dipertahankan",
  "this list": "daftar ini",
  "leave; so does Ctrl-D": "keluar; Ctrl-D juga",
  "set values, and see what changes": "isi nilai, dan lihat apa yang berubah",
  "write the context to a file; `:save! FILE` writes over one":
    "tulis konteks ke berkas; `:save! FILE` menimpa berkas yang ada",
  "write over it with `:save! {file}`": "timpa dengan `:save! {file}`",
  "write `Name = value`, or :help": "tulis `Nama = nilai`, atau :help",
  "`:load` needs a file": "`:load` memerlukan berkas",
  "`:save` needs a file": "`:save` memerlukan berkas",
  "`:unset` needs a name": "`:unset` memerlukan nama",
  "`{name}` holds no object": "`{name}` tidak berisi objek",
  "`{name}` has no value": "`{name}` tidak mempunyai nilai",
  "stdin cannot be read again": "stdin tidak dapat dibaca lagi",
  "the policy stays as it was": "kebijakannya tetap seperti semula",
  "`{text}` is no instant": "`{text}` bukan saat tertentu",
  "`{text}` is no assignment and no command": "`{text}` bukan pemberian nilai dan bukan perintah",
  "there is no command `{name}`": "tidak ada perintah `{name}`",
  "line {#line} is {flaw}": "baris {line}: {flaw}",
  "no value": "tanpa nilai",
  "no change": "tidak berubah",
  "once {first} or {second} agrees": "setelah {first} atau {second} setuju",
  "once {actor} agrees": "setelah {actor} setuju",
  "counts as its sample": "dianggap nilai contohnya",
  "at most {#count} {limit}": "paling banyak {count} {limit}",
  // simulate
  "decide tick by tick under declared Effects: does it settle, oscillate or run away":
    "putuskan detak demi detak menurut Effect yang dideklarasikan: menetap, berosilasi, atau lepas",
  "how many ticks ({count}, or the length of the series, unless given)":
    "berapa detak ({count}, atau sepanjang deretnya, jika tidak disebutkan)",
  "how far the clock moves on between two ticks: 1s, 5min, 1h (1s unless given)":
    "seberapa jauh jam maju di antara dua detak: 1s, 5min, 1h (1s jika tidak disebutkan)",
  "readings from elsewhere, a row for each tick: CSV or .jsonl; `-` reads CSV":
    "pembacaan dari tempat lain, satu baris untuk setiap detak: CSV atau .jsonl; `-` membaca CSV",
  "keep numbers within their declared range, whatever effects say":
    "pertahankan bilangan dalam rentang yang dideklarasikan, apa pun efeknya",
  "write a chart": "tulis bagan",
  "how to print the ticks": "bentuk detak",
  "Decides from a context, applies the document's Effects of the actions taken, moves the clock on, and decides again. Then says where that leads: the policy settles, oscillates with a period, or runs away; or that it cannot be told.":
    "Memutuskan dari sebuah konteks, menerapkan Effect dokumen dari tindakan yang diambil, memajukan jam, dan memutuskan lagi. Lalu menyatakan ke mana arahnya: kebijakan menetap, berosilasi dengan suatu periode, atau lepas; atau bahwa hal itu tidak dapat dipastikan.",
  "Actions that wait for approval or are withheld have no effect. An effect is applied once for each time its action is taken.":
    "Tindakan yang menunggu persetujuan atau ditahan tidak berefek. Efek diterapkan satu kali setiap kali tindakannya diambil.",
  "from one reading": "dari satu pembacaan",
  "along a day of readings, with a chart": "sepanjang pembacaan sehari, dengan bagan",
  "`--ticks {text}` has to be from 1 to {most}": "`--ticks {text}` harus dari 1 sampai {most}",
  "stdin can be one of policy, context and series":
    "stdin hanya dapat menjadi salah satu dari kebijakan, konteks, dan deret",
  "the chart is in {path}": "bagannya ada di {path}",
  "`--tick {text}` is no duration": "`--tick {text}` bukan durasi",
  "the series `{path}`: {=problem}": "deret `{path}`: {problem}",
  "the series `{path}`: {problem}": "deret `{path}`: {problem}",
  "the series `{path}` {=reason}": "deret `{path}` {reason}",
  "the series `{path}` is empty": "deret `{path}` kosong",
  "the series `{path}` has no column that the policy knows of":
    "deret `{path}` tidak mempunyai kolom yang dikenal kebijakan",
  "its first line names the columns: {names}": "baris pertamanya menyebut kolom: {names}",
  "the series `{path}`, line {#line}: {=problem}": "deret `{path}`, baris {line}: {problem}",
  "the series `{path}`, line {#line}: {problem}": "deret `{path}`, baris {line}: {problem}",
  tick: "detak",
  "not shown": "tidak ditampilkan",
  "{#count} tick": "{count} detak",
  "{#count} ticks": "{count} detak",
  "it settles at tick {#tick} (after {time})": "menetap pada detak {tick} (setelah {time})",
  "nothing changes any more: the same state is decided in the same way":
    "tidak ada yang berubah lagi: keadaan yang sama diputuskan dengan cara yang sama",
  "so far: the policy reads the clock, and was watched for {=ticks}":
    "sejauh ini: kebijakan membaca jam, dan diamati selama {ticks}",
  "it oscillates with a period of {=ticks} ({length}) from tick {#tick} (after {time})":
    "berosilasi dengan periode {ticks} ({length}) mulai detak {tick} (setelah {time})",
  "the same state came again, and is decided in the same way":
    "keadaan yang sama muncul lagi, dan diputuskan dengan cara yang sama",
  "it runs away: {attribute} {=how} at tick {#tick} (after {time})":
    "lepas: {attribute} {how} pada detak {tick} (setelah {time})",
  "it runs away: {attribute} {=how} from tick {#tick} (after {time})":
    "lepas: {attribute} {how} mulai detak {tick} (setelah {time})",
  "leaves its range": "keluar dari rentangnya",
  "--saturate keeps numbers within their range": "--saturate menahan bilangan dalam rentangnya",
  "it goes on deciding the same wherever it was tried further along":
    "keputusannya tetap sama di mana pun dicoba lebih jauh",
  "it cannot be told whether it settles, oscillates or runs away":
    "tidak dapat dipastikan apakah menetap, berosilasi, atau lepas",
  "the series drives it to the end; more --ticks than rows show where it leads by itself":
    "deret mengendalikannya sampai akhir; --ticks yang melebihi jumlah baris memperlihatkan arahnya sendiri",
  "no state came twice in {=ticks}, and nothing moves steadily; try more --ticks":
    "tidak ada keadaan yang muncul dua kali dalam {ticks}, dan tidak ada yang bergerak ajek; coba --ticks lebih banyak",
  "the policy reads the clock, and nothing it did in {=ticks} goes on to their end; try more or other --ticks":
    "kebijakan membaca jam, dan tidak ada yang dilakukannya dalam {ticks} berlanjut sampai akhir; coba --ticks lebih banyak atau lain",
  "it moves steadily, and decides otherwise before tick {#tick}: try more --ticks":
    "bergerak ajek, dan memutuskan lain sebelum detak {tick}: coba --ticks lebih banyak",
  "tick {#tick}: the amount of {action}'s effect on {attribute} is unknown, so it was not applied":
    "detak {tick}: besarnya efek {action} pada {attribute} tidak diketahui, sehingga tidak diterapkan",
  "tick {#tick}: {attribute} is unknown, so {action}'s effect on it was not applied":
    "detak {tick}: {attribute} tidak diketahui, sehingga efek {action} padanya tidak diterapkan",
  "the document declares no Effects, so nothing changes but by the clock and the series":
    "dokumen tidak mendeklarasikan Effect, sehingga tidak ada yang berubah selain karena jam dan deret",
  "the policy does not read {names}": "kebijakan tidak membaca {names}",
  "write it like 500ms, 1s, 5min, 1h or 1d; it has to come to whole milliseconds":
    "tulis seperti 500ms, 1s, 5min, 1h, atau 1d; harus berupa milidetik yang bulat",
  // doc
  "write a page of a policy for people who do not read code":
    "tulis halaman sebuah kebijakan bagi orang yang tidak membaca kode",
  "write to a file; stdout unless given": "tulis ke berkas; stdout jika tidak disebutkan",
  "html: one file that stands by itself; markdown: for a repository's pages":
    "html: satu berkas yang berdiri sendiri; markdown: untuk halaman repositori",
  "Writes what a policy is for, who may do what, what it is told, its rules as sentences and decision tables with a picture of what leads to what, its constraints and where they come from, its examples with what was decided, and when it is to be reviewed.":
    "Menulis untuk apa sebuah kebijakan dibuat, siapa boleh melakukan apa, apa yang diberitahukan kepadanya, aturannya sebagai kalimat dan tabel keputusan dengan gambar sebab akibatnya, batasan dan asalnya, contoh dengan keputusannya, dan kapan harus ditinjau.",
  "The page of a document with errors says what is wrong and shows what could be read; the exit code is then 1. Suites (.test.omni) named behind the policy add their examples.":
    "Halaman untuk dokumen yang mengandung kesalahan menyatakan apa yang salah dan memperlihatkan yang terbaca; kode keluarnya lalu 1. Kumpulan contoh (.test.omni) yang disebut setelah kebijakannya menambahkan contohnya.",
  "to read, to print, to send": "untuk dibaca, dicetak, dikirim",
  "beside the policy, with the examples of its suite":
    "di samping kebijakannya, dengan contoh dari kumpulannya",
  "a page is of one policy, and there are {count}":
    "satu halaman untuk satu kebijakan, sedangkan ini ada {count}",
  "`{suite}` holds examples for `{policy}`, not for `{other}`":
    "`{suite}` memuat contoh untuk `{policy}`, bukan untuk `{other}`",
};
