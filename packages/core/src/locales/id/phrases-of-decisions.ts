// Bahasa Indonesia, phrases: what decisions and examples say in English, which is data and stays so in JSON.
import type { Phrases } from "../phrase-book.ts";

export const decisionPhrases: Phrases = {
  // Why something is unknown.
  "`{path}` is missing": "`{path}` tidak ada",
  "`{path}` is of the wrong kind": "`{path}` salah jenis",
  "`{path}` is outside its declared range": "`{path}` di luar rentang yang dideklarasikan",
  "`{path}` is too old, or from the future": "`{path}` terlalu lama, atau dari masa depan",
  "`{path}` divides by zero": "`{path}` membagi dengan nol",
  "`{path}` leaves the numbers that can be held": "`{path}` melampaui bilangan yang dapat disimpan",
  "`{path}` may be a fraction of one or a small percentage; declare it `<%>`":
    "`{path}` dapat berarti pecahan dari satu atau persentase kecil; deklarasikan `<%>`",
  "`{path}` may be a fraction of one or a small percentage; write it as text, {text}":
    "`{path}` dapat berarti pecahan dari satu atau persentase kecil; tulis sebagai teks, {text}",
  "`{path}` is none of the values it may have":
    "`{path}` bukan salah satu nilai yang boleh dimilikinya",
  "`{path}` is beyond the list": "`{path}` berada di luar daftar",
  "`{path}` has no value for an empty list": "`{path}` tidak mempunyai nilai untuk daftar kosong",
  "`{path}` was given an argument it cannot take":
    "`{path}` diberi argumen yang tidak dapat diterimanya",
  "`{path}` needs the clock, and the evaluation was given none":
    "`{path}` memerlukan jam, dan evaluasi tidak diberi jam",
  // How a context does not fit.
  "`{path}` is missing; it is to be {=type}": "`{path}` tidak ada; seharusnya {type}",
  "`{path}` is not one of {values}": "`{path}` bukan salah satu dari {values}",
  "`{path}` is not {=type}": "`{path}` bukan {type}",
  "`{path}` is outside `{range}`": "`{path}` di luar `{range}`",
  "`{path}` is too large a number": "`{path}` bilangan yang terlalu besar",
  "the document has errors, so none of its rules was tried; check it first":
    "dokumen mengandung kesalahan, sehingga tidak satu pun aturannya dicoba; periksa dahulu",
  "the document has errors": "dokumen mengandung kesalahan",
  "the context is not plain JSON: {=reason}": "konteks bukan JSON biasa: {reason}",
  "`{path}` in the context is not plain JSON: {=reason}":
    "`{path}` di dalam konteks bukan JSON biasa: {reason}",
  "the context is {=found}; it has to be an object with a key for each attribute":
    "konteks berupa {found}; seharusnya objek dengan satu kunci untuk setiap atribut",
  "`now` is {now}, which is no instant; write it like `2026-05-01T08:00:00Z`":
    "`now` berisi {now}, yang bukan saat; tulis seperti `2026-05-01T08:00:00Z`",
  // Breaches.
  "`{action}` is demanded because {=reason}, but no rule took it":
    "`{action}` diwajibkan karena {reason}, tetapi tidak ada aturan yang mengambilnya",
  "`{action}` is demanded because {=reason}, but `{clause}` withholds it":
    "`{action}` diwajibkan karena {reason}, tetapi `{clause}` menahannya",
  "`{condition}` holds": "`{condition}` terpenuhi",
  "FAILSAFE is called for": "FAILSAFE diperlukan",
  "exactly one of {names} is to be taken for {place}, but {#count} were":
    "tepat satu dari {names} harus diambil untuk {place}, tetapi yang diambil {count}",
  "exactly one of {names} is to be taken, but {#count} were":
    "tepat satu dari {names} harus diambil, tetapi yang diambil {count}",
  "`{first}` is to come before `{later}`, but comes after it":
    "`{first}` harus mendahului `{later}`, tetapi datang sesudahnya",
  // Examples.
  "AT {time} is no instant": "AT {time} bukan saat",
  "a GIVEN index is beyond what a list may hold":
    "indeks pada GIVEN melampaui isi daftar yang diperbolehkan",
  "GIVEN FILE {file} cannot be read": "GIVEN FILE {file} tidak dapat dibaca",
  "GIVEN FILE {file} is no JSON: line {#line}, {=reason}":
    "GIVEN FILE {file} bukan JSON: baris {line}, {reason}",
  "GIVEN FILE {file} does not hold an object": "GIVEN FILE {file} tidak berisi objek",
  "expected {expected} in this order, but the actions are none":
    "diharapkan {expected} dengan urutan ini, tetapi tidak ada tindakan",
  "expected {expected} in this order, but the actions are {actions}":
    "diharapkan {expected} dengan urutan ini, tetapi tindakannya {actions}",
  "expected {expected} and nothing else, but the actions are none":
    "diharapkan {expected} dan tidak ada yang lain, tetapi tidak ada tindakan",
  "expected {expected} and nothing else, but the actions are {actions}":
    "diharapkan {expected} dan tidak ada yang lain, tetapi tindakannya {actions}",
  "expected no action, but the actions are {actions}":
    "diharapkan tidak ada tindakan, tetapi tindakannya {actions}",
  "expected no `{action}`, but `{rule}` takes it in line {#line}":
    "diharapkan tidak ada `{action}`, tetapi `{rule}` mengambilnya di baris {line}",
  "expected {expected} to wait for approval, but pending are none":
    "diharapkan {expected} menunggu persetujuan, tetapi tidak ada yang menunggu",
  "expected {expected} to wait for approval, but pending are {actions}":
    "diharapkan {expected} menunggu persetujuan, tetapi yang menunggu {actions}",
  "expected `{path}` to be unknown, but {=what}":
    "diharapkan `{path}` tidak diketahui, tetapi {what}",
  "nothing is": "semuanya diketahui",
  "unknown are {paths}": "yang tidak diketahui {paths}",
  "expected `{label}` to be violated, but it holds":
    "diharapkan `{label}` dilanggar, tetapi batasan itu terpenuhi",
  "expected status {status}, but it is {=found}":
    "diharapkan status {status}, tetapi statusnya {found}",
  "no EXPECT says so, but the decision is {=status}":
    "tidak ada EXPECT yang menyatakannya, tetapi keputusannya {status}",
  "{status}: {=reasons}": "{status}: {reasons}",
  "{=first}; {=others}": "{first}; {others}",
  "{=reason}, in `{rule}`": "{reason}, di `{rule}`",
  "`{rule}` reached the limit `{limit}`": "`{rule}` mencapai batas `{limit}`",
  // JSON.
  "not a JSON value": "bukan nilai JSON",
  "not JSON": "bukan JSON",
  "more than {#count} values": "lebih dari {count} nilai",
  "more than {#count} items": "lebih dari {count} butir",
  "{value} is not a finite number": "{value} bukan bilangan berhingga",
  "nested deeper than {#count} levels": "bersarang lebih dalam dari {count} tingkat",
  "cannot be read": "tidak dapat dibaca",
  "undefined is not a value": "undefined bukan nilai",
  "a {type} is not a value": "{type} bukan nilai",
  "text longer than {#count} characters": "teks lebih panjang dari {count} karakter",
  "text with half of a surrogate pair": "teks dengan separuh pasangan surogat",
  "an object that is not a plain record": "objek yang bukan rekaman biasa",
  "expected nothing after the value": "seharusnya tidak ada apa-apa setelah nilai",
  "expected {=what}, but the text ends": "seharusnya {what}, tetapi teksnya habis",
  "expected {=what}; texts take double quotes": "seharusnya {what}; teks diapit tanda kutip ganda",
  "expected {=what}; JSON has no comments": "seharusnya {what}; JSON tidak mengenal komentar",
  "expected {=what}": "seharusnya {what}",
  "`,` or `]`": "`,` atau `]`",
  "`,` or `}`": "`,` atau `}`",
  "`:` after the key": "`:` setelah kunci",
  "a key in double quotes": "kunci dalam tanda kutip ganda",
  "a digit": "angka",
  "a digit after the dot": "angka setelah titik",
  "a digit in the exponent": "angka pada eksponen",
  "the key {key} occurs twice": "kunci {key} muncul dua kali",
  "a number does not begin with 0": "bilangan tidak diawali dengan 0",
  "a number too large": "bilangan terlalu besar",
  "no escape that JSON knows": "bukan escape yang dikenal JSON",
  "a text that does not end": "teks yang tidak diakhiri",
  "a text that does not end on its line, or holds a control character":
    "teks yang tidak diakhiri pada barisnya, atau memuat karakter kendali",
  "a text with half of a surrogate pair": "teks dengan separuh pasangan surogat",
};
