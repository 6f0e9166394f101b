// Bahasa Indonesia, phrases: why a regular expression cannot be read, from std/pattern-syntax.ts.
import type { Phrases } from "../phrase-book.ts";

export const patternPhrases: Phrases = {
  "`)` without `(`; write `{text}` for the character":
    "`)` tanpa `(`; tulis `{text}` untuk karakternya",
  "`(` without `)`; write `{text}` for the character":
    "`(` tanpa `)`; tulis `{text}` untuk karakternya",
  "`[` without `]`; write `{text}` for the character":
    "`[` tanpa `]`; tulis `{text}` untuk karakternya",
  "`{text}` at the end; write `{escaped}` for the character":
    "`{text}` di akhir; tulis `{escaped}` untuk karakternya",
  "nothing for `{operator}` to repeat": "tidak ada yang dapat diulang oleh `{operator}`",
  "`{operator}` repeats a repetition; put that in `{group}` first":
    "`{operator}` mengulang sebuah pengulangan; masukkan dahulu ke dalam `{group}`",
  "`{text}` repeats more than {#count} times": "`{text}` mengulang lebih dari {count} kali",
  "`{text}` ends before it begins": "`{text}` berakhir sebelum dimulai",
  "repetitions inside one another come to more than {#count} times":
    "pengulangan yang bersarang berjumlah lebih dari {count} kali",
  "a second group named `{name}`": "kelompok kedua dengan nama `{name}`",
  "lookaround `{text}` is not in RE2 syntax, which never looks back":
    "lookaround `{text}` tidak ada dalam sintaks RE2, yang tidak pernah menengok ke belakang",
  "atomic groups `{text}` are not in RE2 syntax, which never backtracks":
    "kelompok atomik `{text}` tidak ada dalam sintaks RE2, yang tidak pernah mundur",
  "comments `{text}` are not in RE2 syntax": "komentar `{text}` tidak ada dalam sintaks RE2",
  "expected flags, `{first}` or `{second}` after `{text}`":
    "seharusnya bendera, `{first}`, atau `{second}` setelah `{text}`",
  "groups nested deeper than {#count}": "kelompok bersarang lebih dalam dari {count}",
  "a number beyond the last character, `{text}`": "bilangan di luar karakter terakhir, `{text}`",
  "backreferences such as `{text}` are not in RE2 syntax, which never looks back":
    "rujukan balik seperti `{text}` tidak ada dalam sintaks RE2, yang tidak pernah menengok ke belakang",
  "`{text}` is not in RE2 syntax; write `{other}` for the end of the text":
    "`{text}` tidak ada dalam sintaks RE2; tulis `{other}` untuk akhir teks",
  "expected two hexadecimal digits after `{text}`, or some in braces":
    "seharusnya dua angka heksadesimal setelah `{text}`, atau beberapa dalam kurung kurawal",
  "`{text}` is not in RE2 syntax": "`{text}` tidak ada dalam sintaks RE2",
  "expected a category or script after `{text}`, as in `{other}`":
    "seharusnya kategori atau aksara setelah `{text}`, seperti `{other}`",
  "`{name}` is no general category and no script": "`{name}` bukan kategori umum dan bukan aksara",
  "too many sets of characters": "terlalu banyak himpunan karakter",
  "no such class as `{text}`": "tidak ada kelas `{text}`",
};
