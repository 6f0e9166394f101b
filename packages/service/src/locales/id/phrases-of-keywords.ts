// Bahasa Indonesia: what sections and words of the language mean.
import type { Phrases } from "@omega/core";

export const keywordPhrases: Phrases = {
  // Sections.
  "what the system is for": "untuk apa sistem ini",
  "documents to build on": "dokumen yang menjadi dasar",
  "who acts, and who approves": "siapa yang bertindak, dan siapa yang menyetujui",
  "what is known": "apa yang diketahui",
  "what is taken for granted": "apa yang dianggap benar",
  "what to do when": "apa yang dilakukan bila",
  "what must hold in any case": "apa yang selalu harus terpenuhi",
  "benefits, risks and effects": "manfaat, risiko, dan akibat",
  "regulations, standards and evidence": "peraturan, standar, dan bukti",
  "when to look again": "kapan ditinjau lagi",
  "a test of the document": "uji bagi dokumen",
  // Words.
  "before the actions, or the value, of a condition":
    "di depan tindakan, atau nilai, dari sebuah kondisi",
  "known, and otherwise": "diketahui, dan selain itu",
  "both; joins the actions of `NEVER`; the bounds of `BETWEEN`":
    "keduanya; menggabungkan tindakan `NEVER`; batas `BETWEEN`",
  "either, or both": "salah satu, atau keduanya",
  "the opposite; `NOT IN`, `IS NOT …`, `EXPECT NOT`":
    "kebalikannya; `NOT IN`, `IS NOT …`, `EXPECT NOT`",
  "membership; `FOR x IN xs`": "keanggotaan; `FOR x IN xs`",
  'for each element of a list; `EXAMPLES FOR "policy.omni":`':
    'untuk setiap unsur daftar; `EXAMPLES FOR "policy.omni":`',
  "repeats while a condition holds": "mengulang selama kondisi terpenuhi",
  "compares a value with patterns": "membandingkan nilai dengan pola",
  "names a value": "menamai nilai",
  "gives a `LET` name a new value": "memberi nama `LET` nilai baru",
  "the boolean": "nilai benar atau salah",
  "the absent value of JSON": "nilai JSON yang tidak ada",
  "what to do when undecided; in capitals only":
    "apa yang dilakukan bila belum terputuskan; hanya dengan huruf besar",
  "picks elements of `FOR`": "memilih unsur `FOR`",
  "guards an arm of `MATCH`; limits `NEVER` and `ALWAYS`":
    "menjaga cabang `MATCH`; membatasi `NEVER` dan `ALWAYS`",
  "lifts a `NEVER`": "mencabut `NEVER`",
  "what to do when the decision would be incomplete or limited":
    "apa yang dilakukan bila keputusan akan `incomplete` atau `limited`",
  "holds for some element": "terpenuhi oleh suatu unsur",
  "holds for every element": "terpenuhi oleh setiap unsur",
  "holds for no element": "tidak terpenuhi oleh unsur mana pun",
  "the condition of `ANY`, `ALL`, `NONE`": "kondisi dari `ANY`, `ALL`, `NONE`",
  "`BETWEEN a AND b`, both included": "`BETWEEN a AND b`, keduanya termasuk",
  "not usable": "tidak dapat dipakai",
  usable: "dapat dipakai",
  "a text holds another, a list a member": "teks memuat teks lain, daftar memuat anggota",
  "a regular expression matches": "ekspresi reguler cocok",
  "the remainder": "sisa pembagian",
  "what an actor may do": "apa yang boleh dilakukan pelaku",
  "what an actor must agree to": "apa yang harus disetujui pelaku",
  "these actions are not taken (together)": "tindakan ini tidak diambil (bersama-sama)",
  "this action is taken": "tindakan ini diambil",
  "`AT MOST n OF …`; the clock of an example": "`AT MOST n OF …`; jam sebuah contoh",
  "counts for each element of a loop": "dihitung untuk setiap unsur perulangan",
  "one action only with another": "suatu tindakan hanya bersama tindakan lain",
  "one action earlier than another": "suatu tindakan lebih dulu daripada yang lain",
  "the amount of an effect": "besarnya akibat",
  "the value of an effect": "nilai akibat",
  "readings of an example": "pembacaan sebuah contoh",
  "what an example expects": "apa yang diharapkan sebuah contoh",
  "`EXPECT ONLY …`, exactly these": "`EXPECT ONLY …`, tepat yang ini",
};
