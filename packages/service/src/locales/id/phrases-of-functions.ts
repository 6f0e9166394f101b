// Bahasa Indonesia: what the functions of the standard library do.
import type { Phrases } from "@omega/core";

export const functionPhrases: Phrases = {
  // std::math
  "The size of a number without its sign.": "Besar bilangan tanpa tandanya.",
  "The least member of a list, or of two or more numbers; unknown for an empty list.":
    "Anggota terkecil sebuah daftar, atau dari dua bilangan atau lebih; tidak diketahui untuk daftar kosong.",
  "The greatest member of a list, or of two or more numbers; unknown for an empty list.":
    "Anggota terbesar sebuah daftar, atau dari dua bilangan atau lebih; tidak diketahui untuk daftar kosong.",
  "The members added from left to right; 0 for an empty list.":
    "Jumlah anggota dari kiri ke kanan; 0 untuk daftar kosong.",
  "The arithmetic mean; unknown for an empty list.":
    "Rata-rata hitung; tidak diketahui untuk daftar kosong.",
  "The middle member in order, or the mean of the two middle ones; unknown for an empty list.":
    "Anggota tengah menurut urutan, atau rata-rata kedua yang di tengah; tidak diketahui untuk daftar kosong.",
  "The population standard deviation; unknown for an empty list.":
    "Simpangan baku populasi; tidak diketahui untuk daftar kosong.",
  "The nearest-rank percentile, percent from 0 to 100: the least member with at least that share at or below it.":
    "Persentil peringkat terdekat, persen dari 0 sampai 100: anggota terkecil yang paling sedikit bagian itu berada padanya atau di bawahnya.",
  "The number, or the bound it lies beyond; unknown when low is above high.":
    "Bilangan itu, atau batas yang dilampauinya; tidak diketahui bila batas bawah di atas batas atas.",
  "The nearest whole number, halves away from zero; a quantity names the unit it is rounded in.":
    "Bilangan bulat terdekat, setengah menjauhi nol; besaran menyebut satuan pembulatannya.",
  "The greatest whole number not above; a quantity names the unit.":
    "Bilangan bulat terbesar yang tidak melebihinya; besaran menyebut satuannya.",
  "The least whole number not below; a quantity names the unit.":
    "Bilangan bulat terkecil yang tidak kurang darinya; besaran menyebut satuannya.",
  "The square root; unknown for a negative number.":
    "Akar kuadrat; tidak diketahui untuk bilangan negatif.",
  "A number to a whole power from −1000 to 1000.":
    "Bilangan berpangkat bulat dari −1000 sampai 1000.",
  "−1, 0 or 1.": "−1, 0, atau 1.",
  // std::string
  "The text in lower case, by Unicode's default mapping, whatever the locale.":
    "Teks dalam huruf kecil, menurut pemetaan baku Unicode, apa pun bahasanya.",
  "The text in upper case, by Unicode's default mapping, whatever the locale.":
    "Teks dalam huruf besar, menurut pemetaan baku Unicode, apa pun bahasanya.",
  "The text without white space at its ends.": "Teks tanpa spasi di kedua ujungnya.",
  "How many code points a text has, or members a list.":
    "Banyaknya titik kode sebuah teks, atau anggota sebuah daftar.",
  "Whether the text holds the other text, exactly.": "Apakah teks memuat teks lain itu, persis.",
  "Whether the text begins with the other text, exactly.":
    "Apakah teks diawali teks lain itu, persis.",
  "Whether the text ends with the other text, exactly.":
    "Apakah teks diakhiri teks lain itu, persis.",
  "The parts between separators; an empty separator gives the code points.":
    "Bagian di antara pemisah; pemisah kosong memberi titik kodenya.",
  "The texts in order with the separator between them.":
    "Teks-teks menurut urutan dengan pemisah di antaranya.",
  "The text with every occurrence of a part replaced, exactly as written; the part must not be empty.":
    "Teks dengan setiap kemunculan sebuah bagian diganti, persis seperti tertulis; bagian itu tidak boleh kosong.",
  "Whether an RE2 pattern matches somewhere in the text, as `MATCHES` decides it.":
    "Apakah pola RE2 cocok di suatu tempat dalam teks, seperti diputuskan `MATCHES`.",
  // std::list
  "How many members a list has, or code points a text.":
    "Banyaknya anggota sebuah daftar, atau titik kode sebuah teks.",
  "What a lambda makes of each member, in order.":
    "Hasil lambda dari setiap anggota, menurut urutan.",
  "The members for which a condition holds; unknown if it is unknown for any.":
    "Anggota yang memenuhi kondisi; tidak diketahui bila kondisi itu tidak diketahui bagi salah satunya.",
  "The members folded from the left into one value, beginning with `initial`.":
    "Anggota digabung dari kiri menjadi satu nilai, dimulai dengan `initial`.",
  "Whether a condition holds for some member: a Kleene OR; false for an empty list.":
    "Apakah kondisi terpenuhi oleh suatu anggota: OR menurut Kleene; salah untuk daftar kosong.",
  "Whether a condition holds for every member: a Kleene AND; true for an empty list.":
    "Apakah kondisi terpenuhi oleh setiap anggota: AND menurut Kleene; benar untuk daftar kosong.",
  "How many members there are, or for how many a condition holds; unknown members make it unknown.":
    "Banyaknya anggota, atau banyaknya yang memenuhi kondisi; anggota yang tidak diketahui menjadikannya tidak diketahui.",
  "Whether a value is a member, as `IN` decides it: unknown members matter only when no known one is equal.":
    "Apakah nilai menjadi anggota, seperti diputuskan `IN`: anggota yang tidak diketahui hanya berarti bila tidak ada yang diketahui sama.",
  "The first member; unknown for an empty list.":
    "Anggota pertama; tidak diketahui untuk daftar kosong.",
  "The last member; unknown for an empty list.":
    "Anggota terakhir; tidak diketahui untuk daftar kosong.",
  "The members in ascending order: numbers by size, texts by code point, times by instant; stable.":
    "Anggota dalam urutan naik: bilangan menurut besarnya, teks menurut titik kode, waktu menurut saatnya; stabil.",
  "The members in ascending order of what a lambda makes of each; stable.":
    "Anggota dalam urutan naik menurut hasil lambda dari masing-masing; stabil.",
  "The members without repetitions, in order of first appearance.":
    "Anggota tanpa pengulangan, menurut urutan kemunculan pertama.",
  "The members from last to first.": "Anggota dari yang terakhir ke yang pertama.",
  "The members from index `start` (from 0) up to and without index `end`; what lies beyond the list is left out.":
    "Anggota dari indeks `start` (dari 0) sampai sebelum indeks `end`; yang di luar daftar dilewati.",
  "The members of a list of lists, one after the other.":
    "Anggota dari daftar berisi daftar, satu demi satu.",
  "The whole numbers from the first to the last, both included; empty when the last is less.":
    "Bilangan bulat dari yang pertama sampai yang terakhir, keduanya termasuk; kosong bila yang terakhir lebih kecil.",
  "The members of both lists without repetitions.": "Anggota kedua daftar tanpa pengulangan.",
  "The members that both lists hold, without repetitions.":
    "Anggota yang ada di kedua daftar, tanpa pengulangan.",
  "The members of the first list that the other does not hold, without repetitions.":
    "Anggota daftar pertama yang tidak ada di daftar lainnya, tanpa pengulangan.",
  "Records `{ key, members }`, one for each different key, in order of first appearance.":
    "Rekaman `{ key, members }`, satu untuk setiap kunci yang berbeda, menurut urutan kemunculan pertama.",
  // std::time
  "The instant the host stamped on the evaluation.":
    "Saat yang diberikan program induk pada evaluasi.",
  "The evaluation's instant as milliseconds since 1970-01-01T00:00:00Z.":
    "Saat evaluasi dalam milidetik sejak 1970-01-01T00:00:00Z.",
  "The instant a duration later; earlier when the duration is negative.":
    "Saat yang lebih lambat sekian lama; lebih awal bila lamanya negatif.",
  "How much later the first instant is than the second, as a duration.":
    "Seberapa lama saat pertama sesudah saat kedua.",
  "Milliseconds from the start to the end, a plain number; negative when the end is earlier.":
    "Milidetik dari awal sampai akhir, bilangan tanpa satuan; negatif bila akhirnya lebih awal.",
  'The beginning of the "year", "month", "week" (Monday), "day", "hour", "minute" or "second" an instant lies in.':
    'Awal "year", "month", "week" (Senin), "day", "hour", "minute", atau "second" yang memuat suatu saat.',
  "The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).":
    "Hari dalam minggu, 1 untuk Senin sampai 7 untuk Minggu (ISO 8601).",
  "The hour of the day, 0 to 23.": "Jam dalam hari, 0 sampai 23.",
  "The calendar date as text, `2026-05-01`.": "Tanggal kalender sebagai teks, `2026-05-01`.",
  "Whether the day is Saturday or Sunday.": "Apakah hari itu Sabtu atau Minggu.",
  "Whether the clock stands in a daily window: its start included, its end not; it may pass midnight.":
    "Apakah jam berada dalam jendela harian: awalnya termasuk, akhirnya tidak; boleh melewati tengah malam.",
  // std::io
  "Records the value in the decision's log and gives it back.":
    "Mencatat nilai dalam catatan keputusan dan mengembalikannya.",
};
