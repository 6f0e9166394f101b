// Bahasa Indonesia, phrases: what `omegac diff` and `omegac explain --flip` ask and find.
import type { Phrases } from "@omega/core";

export const comparisons: Phrases = {
  "show where two policies decide differently, or prove that they do not":
    "tunjukkan di mana dua kebijakan memutuskan lain, atau buktikan bahwa keduanya sama",
  "how to print the differences": "bentuk perbedaan",
  "Asks for every action whether some context has only one of the two policies take it; then, where both take the same, whether they give them other arguments or another order, have others wait for approval or withhold others, or come to another status. A difference is shown with a context on which evaluating both has confirmed it. What cannot be proved is listed with the reason, after the contexts of the EXAMPLEs and of boundary values have been tried.":
    "Menanyakan untuk setiap tindakan apakah ada konteks yang membuat hanya satu dari kedua kebijakan mengambilnya; lalu, di mana keduanya mengambil yang sama, apakah argumen atau urutannya lain, apakah tindakan lain menunggu persetujuan atau ditahan, atau statusnya lain. Sebuah perbedaan ditampilkan dengan konteks yang dipastikan dengan mengevaluasi keduanya. Apa yang tidak dapat dibuktikan disebutkan beserta alasannya, setelah konteks dari EXAMPLE dan nilai-nilai batas dicoba.",
  "Attributes are the same when their names are. A number without a unit is read by each policy in its own. How something is written, labels and the order of rules make no difference where decisions stay. Exits with 0 only when the policies are proved to decide alike.":
    "Atribut dianggap sama jika namanya sama. Bilangan tanpa satuan dibaca oleh setiap kebijakan dalam satuannya sendiri. Cara penulisan, label, dan urutan aturan tidak menjadi perbedaan selama keputusannya tetap. Status keluarnya 0 hanya jika terbukti bahwa kedua kebijakan memutuskan sama.",
  "what the change changes": "apa yang berubah oleh perubahan itu",
  "against another revision, for a pull request": "terhadap revisi lain, untuk sebuah pull request",
  "stdin can be one of the policies, not both":
    "stdin dapat menjadi salah satu kebijakan, bukan keduanya",
  "comparing: {#answered} of {#all} questions": "membandingkan: {answered} dari {all} pertanyaan",
  "they decide alike in every context": "keduanya memutuskan sama dalam setiap konteks",
  "{#count} difference": "{count} perbedaan",
  "{#count} differences": "{count} perbedaan",
  "{#count} difference, {#open} not proven": "{count} perbedaan, {open} tidak terbukti",
  "{#count} differences, {#open} not proven": "{count} perbedaan, {open} tidak terbukti",
  "no difference found, {#open} not proven": "tidak ada perbedaan ditemukan, {open} tidak terbukti",
  "other than by one rule": "bukan oleh satu aturan",
  "not proven": "tidak terbukti",
  "before and after": "sebelum dan sesudah",
  "for example with {readings}": "misalnya dengan {readings}",
  "with a number that comes without its unit: {readings}":
    "dengan bilangan yang datang tanpa satuannya: {readings}",
  difference: "perbedaan",
  "`{action}` is taken now": "`{action}` kini diambil",
  "`{action}` is no longer taken": "`{action}` tidak lagi diambil",
  "`{action}` waits for approval now": "`{action}` kini menunggu persetujuan",
  "`{action}` no longer waits for approval": "`{action}` tidak lagi menunggu persetujuan",
  "`{action}` is withheld now": "`{action}` kini ditahan",
  "`{action}` is no longer withheld": "`{action}` tidak lagi ditahan",
  "`{action}` is given other arguments, or taken more or less often":
    "`{action}` diberi argumen lain, atau diambil lebih sering atau lebih jarang",
  "actions are taken in another order": "tindakan diambil dalam urutan lain",
  "the status is `{now}`, no longer `{then}`": "statusnya `{now}`, tidak lagi `{then}`",
  "`{action}` is taken alike": "`{action}` diambil dengan sama",
  "`{action}` waits for approval alike": "`{action}` menunggu persetujuan dengan sama",
  "`{action}` is withheld alike": "`{action}` ditahan dengan sama",
  "`{action}` is given the same arguments": "`{action}` diberi argumen yang sama",
  "the order of actions is the same": "urutan tindakannya sama",
  "the status is the same": "statusnya sama",
  "was {what}": "tadinya {what}",
  "a number without a unit means something else": "bilangan tanpa satuan berarti lain",
  "the contexts": "konteksnya",
  "find the smallest change of the context that takes this action, or no longer does":
    "cari perubahan konteks terkecil yang membuat tindakan ini diambil, atau tidak lagi",
  "With --flip, the smallest change of the context that makes an action happen, or keeps it from happening: as few readings as can be, each as near as can be to what it was, in its own unit. A solver looks for it, and evaluation confirms it.":
    "Dengan --flip, perubahan konteks terkecil yang membuat sebuah tindakan terjadi, atau mencegahnya: bacaan sesedikit mungkin, masing-masing sedekat mungkin dengan semula, dalam satuannya sendiri. Penyelesai mencarinya, dan evaluasi memastikannya.",
  "what would have to be otherwise": "apa yang harus lain",
  "`--action` and `--flip` exclude each other":
    "`--action` dan `--flip` tidak dapat dipakai bersama",
  "{!action} is taken, and would not be with this change":
    "{action} diambil, dan tidak akan diambil dengan perubahan ini",
  "{!action} is not taken, and would be with this change":
    "{action} tidak diambil, dan akan diambil dengan perubahan ini",
  "{!action} is taken, and is in every context":
    "{action} diambil, dan diambil dalam setiap konteks",
  "{!action} is not taken, and is in no context":
    "{action} tidak diambil, dan tidak diambil dalam konteks mana pun",
  "{!action} is taken, and no change is found with which it would not be":
    "{action} diambil, dan tidak ditemukan perubahan yang mencegahnya",
  "{!action} is not taken, and no change is found with which it would be":
    "{action} tidak diambil, dan tidak ditemukan perubahan yang membuatnya diambil",
  "proved: no change does it": "terbukti: tidak ada perubahan yang mengubahnya",
  "not proven that there is none: {reason}": "tidak terbukti bahwa tidak ada: {reason}",
  "proved: fewer readings do not do it, and no smaller change of as many":
    "terbukti: bacaan yang lebih sedikit tidak cukup, begitu pula perubahan yang lebih kecil",
  "not proven that no smaller change does it: {reason}":
    "tidak terbukti bahwa perubahan yang lebih kecil tidak cukup: {reason}",
  reading: "bacaan",
  missing: "tidak ada",
};
