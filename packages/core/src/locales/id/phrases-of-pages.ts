// Bahasa Indonesia, phrases: the headings and set texts of a diagnostic's page.
import type { Phrases } from "../phrase-book.ts";

export const pagePhrases: Phrases = {
  error: "kesalahan",
  warning: "peringatan",
  info: "keterangan",
  Why: "Mengapa",
  Avoid: "Hindari",
  Prefer: "Sebaiknya",
  "Severity and configuration": "Tingkat dan konfigurasi",
  "Fixes offered": "Perbaikan yang ditawarkan",
  always: "selalu",
  "**{=severity}** in a project that is `strict`": "**{severity}** dalam proyek yang `strict`",
  "`{code}` is always {=severity}: no configuration changes it, and no line is exempted.":
    "`{code}` selalu berupa {severity}: tidak ada konfigurasi yang mengubahnya, dan tidak ada baris yang dikecualikan.",
  "an error": "kesalahan",
  "a warning": "peringatan",
  "a remark": "keterangan",
  "In `omega.config.json`, for the whole project (`error`, `warning`, `info` or `off`):":
    "Di `omega.config.json`, untuk seluruh proyek (`error`, `warning`, `info`, atau `off`):",
  "For one line, with the reason, at its end or on the line above:":
    "Untuk satu baris, beserta alasannya, di akhir baris itu atau pada baris di atasnya:",
  "why this line is right": "mengapa baris ini benar",
};
