// Bahasa Indonesia, OM6: what an evaluation meets.
import type { evaluationDiagnostics } from "../../diagnostics/om6-evaluation.ts";
import { describeReason } from "../../evaluate/describe-reason.ts";
import type { TranslatedFamily } from "../locale.ts";
import { listed, perhaps } from "./listed.ts";
import { phrase } from "./phrases.ts";

export const evaluation: TranslatedFamily<typeof evaluationDiagnostics> = {
  documentWithErrors: {
    code: "OM6001",
    of: "e6b59b45",
    title: "dokumen yang mengandung kesalahan",
    explanation:
      "Dokumen yang mengandung kesalahan tidak memutuskan apa-apa: setiap evaluasi menjadi `rejected` dan tidak mengambil tindakan, sebab kebijakan yang hanya sebagian dipahami dapat melewatkan bagian yang penting. `omegac check` menyebutkan kesalahannya.\n\nMuncul dengan konteks apa pun.",
    message: () =>
      "dokumen mengandung kesalahan, sehingga tidak satu pun aturannya dicoba; periksa dahulu",
  },
  contextNoJson: {
    code: "OM6002",
    of: "b484dff0",
    title: "konteks yang bukan JSON biasa",
    explanation:
      'Konteks adalah JSON biasa: null, nilai benar atau salah, bilangan berhingga, teks dari karakter utuh, daftar, dan objek, bersarang paling banyak 64 tingkat. Selain itu dapat dibaca dengan dua cara, sehingga evaluasinya `rejected`.\n\nMuncul jika sebuah program memberi `{ Distance: Number.NaN }`; tidak dengan `{ "Distance": 0.8 }`.',
    message: ({ path, reason }) =>
      `${path === "" ? "konteks" : `\`${path}\` di dalam konteks`} bukan JSON biasa: ${phrase(reason)}`,
  },
  contextNoRecord: {
    code: "OM6003",
    of: "8879c3f4",
    title: "konteks yang bukan objek",
    explanation:
      'Konteks adalah objek yang kuncinya atribut-atribut kebijakan: `{ "Distance": 0.8 }`. Daftar konteks dievaluasi satu demi satu: baris perintah menerimanya sebagai JSON per baris.\n\nMuncul dengan konteks `[0.8]`; tidak dengan `{ "Distance": 0.8 }`.',
    message: ({ found }) =>
      `konteks berupa ${phrase(found)}; seharusnya objek dengan satu kunci untuk setiap atribut`,
  },
  nowNoInstant: {
    code: "OM6004",
    of: "0beffd59",
    title: "jam yang bukan saat tertentu",
    explanation:
      "Saat sebuah keputusan adalah masukan. Bentuknya ISO 8601 dengan selisih zona, agar artinya sama di mana pun: `2026-05-01T08:00:00Z`, `2026-05-01T15:00:00+07:00`.\n\nMuncul jika `now` diberikan sebagai `yesterday`; tidak jika diberikan sebagai `2026-05-01T08:00:00Z`.",
    message: ({ now }) =>
      `\`now\` berisi ${JSON.stringify(now)}, yang bukan saat tertentu; tulis seperti \`2026-05-01T08:00:00Z\``,
  },
  contextMisfit: {
    code: "OM6005",
    of: "f8af962c",
    title: "konteks yang tidak sesuai",
    explanation:
      'Dengan `strict`, konteks harus sesuai dengan deklarasi di CONTEXT sebelum aturan mana pun dicoba: tidak ada pembacaan wajib yang kurang, salah jenis, atau di luar rentang atau enumerasinya. Tanpa `strict`, pembacaan seperti itu tidak diketahui, dan aturanlah yang menyatakan apa yang terjadi.\n\nMuncul dengan `strict` dan konteks `{ "Distance": 80 }`.',
    message: ({ problem }) => phrase(problem),
  },
  loopLimit: {
    code: "OM6006",
    of: "e1f10b43",
    title: "perulangan yang mencapai MAX-nya",
    explanation:
      'WHILE berulang paling banyak MAX kali, 50 jika tidak disebutkan, dan tidak melebihi yang dibolehkan MAX LOOP. Jika kondisinya masih terpenuhi saat itu, perulangan diakhiri, evaluasi berlanjut, dan statusnya `limited`: yang hendak dicapai perulangan itu belum tercapai. Naikkan MAX, atau periksa apakah perulangannya memang dapat berakhir.\n\nMuncul dengan konteks `{ "Distance": 0.8 }`.',
    message: ({ rule, maximum }) =>
      `perulangan \`${rule}\` diakhiri setelah ${maximum} putaran dengan kondisi yang masih terpenuhi; naikkan MAX-nya atau buat perulangan itu berakhir`,
  },
  hostLimit: {
    code: "OM6007",
    of: "b9ffed10",
    title: "batas program induk tercapai",
    explanation:
      "Evaluasi dibatasi: langkahnya, putaran perulangannya, tindakannya, serta panjang, kedalaman, dan ukuran nilainya. Mencapai sebuah batas menghentikannya. Yang sudah diputuskan tetap berlaku, batasan ditegakkan, FAILSAFE ditambahkan, dan statusnya `limited`. Batas diatur di `omega.config.json`, atau oleh program induk.\n\nMuncul dengan konteks yang `Distances`-nya beranggota lebih dari 1 000.",
    message: ({ limit, rule, maximum }) =>
      `evaluasi berhenti di \`${rule}\` pada batas \`${limit}\`, yaitu ${maximum}; aturan selanjutnya tidak dicoba`,
  },
  violatedClause: {
    code: "OM6008",
    of: "5161c007",
    title: "batasan yang dilanggar",
    explanation:
      'Setelah NEVER, AT MOST, dan REQUIRES menahan apa yang harus ditahan, sebuah klausa tetap tidak terpenuhi: ALWAYS tanpa tindakannya, EXACTLY ONE OF tanpa satu pun atau dengan beberapa tindakan, BEFORE dengan urutan yang salah, atau FAILSAFE yang ditahan klausa lain. Keputusan menyatakannya dengan status `violated`. `omegac prove` menemukan konteks seperti itu sebelumnya.\n\nMuncul dengan konteks `{ "Distance": 1.5 }`.',
    message: ({ constraint, message }) => `\`${constraint}\` dilanggar: ${phrase(message)}`,
  },
  withheldAction: {
    code: "OM6009",
    of: "74680021",
    title: "tindakan yang ditahan",
    explanation:
      'Sebuah aturan mengambil tindakan yang dilarang sebuah batasan di sini, sehingga keputusan mencantumkannya di bawah `withheld`, beserta klausanya, dan bukan di bawah `actions`. Batasan itu menjalankan tugasnya; bahwa hal itu perlu dapat berarti aturannya terlalu luas.\n\nMuncul dengan konteks `{ "Distance": 0.8 }`.',
    message: ({ action, rule, constraint }) =>
      `\`${action}\`, yang diambil \`${rule}\`, ditahan oleh \`${constraint}\``,
  },
  pendingAction: {
    code: "OM6010",
    of: "6cc7d9d7",
    title: "tindakan yang menunggu persetujuan",
    explanation:
      'Seorang pelaku harus menyetujui (APPROVES) tindakan ini, sehingga tercantum di bawah `pending` dan baru boleh dilaksanakan setelah peran itu setuju.\n\nMuncul dengan konteks `{ "Distance": 0.8 }`.',
    message: ({ action, approvers }) => `\`${action}\` menunggu persetujuan ${listed(approvers)}`,
  },
  unknownDatum: {
    code: "OM6011",
    of: "f602af39",
    title: "aturan yang tidak terputuskan",
    explanation:
      "Sesuatu yang dibaca aturan atau batasan ini tidak diketahui, dan tidak ada yang menanganinya: data yang tidak ada tidak pernah diam-diam dianggap salah. Aturan itu tidak melakukan apa-apa, dan keputusannya `incomplete`. Kirim pembacaannya, atau nyatakan dengan UNKNOWN atau FAILSAFE apa yang dilakukan tanpanya.\n\nMuncul dengan konteks `{}`.",
    message: ({ path, rule, reason }) =>
      `\`${rule}\` tidak dapat diputuskan: ${phrase(describeReason(path, reason))}`,
  },
  sampleStoodIn: {
    code: "OM6012",
    of: "ef19ef14",
    title: "nilai contoh yang menggantikan pembacaan",
    explanation:
      "Konteks tidak memuat pembacaan untuk atribut yang dideklarasikan CONTEXT dengan nilai contoh, sehingga nilai contoh itu menggantikannya. Nilai contoh bukan hasil pengukuran, sehingga keputusannya paling baik `incomplete`. Tulis `<C>` untuk mewajibkan pembacaan, atau `<C> = 85.5C` untuk menjadikannya nilai bawaan.\n\nMuncul dengan konteks `{}`.",
    message: ({ path, value }) =>
      `konteks tidak memuat \`${path}\`, sehingga nilai contoh ${value} menggantikannya; kirim pembacaannya`,
  },
  unreadName: {
    code: "OM6013",
    of: "3b988459",
    title: "nama dalam konteks yang tidak dibaca",
    explanation:
      'Konteks memuat nama yang tidak dibaca kebijakan ini, tetapi mirip dengan nama yang dibacanya dan tidak ada. Nama peka huruf besar-kecil. Nama yang tidak mirip dengan apa pun tidak dilaporkan: program induk boleh mengirim lebih banyak daripada yang diperlukan kebijakan.\n\nMuncul dengan konteks `{ "distance": 0.8 }`.',
    message: ({ name, suggestions }) =>
      `tidak ada yang membaca \`${name}\` dalam kebijakan ini${perhaps(suggestions)}`,
  },
};
