// Bahasa Indonesia: the documents that `omegac new` begins with. The test of the English ones holds these, too.
import type { Starters } from "../../starters/starter.ts";

const minimal = (
  today: string,
): string => `INTENT: Menjaga ruangan agar tidak terlalu panas. Nyatakan di sini tujuan kebijakan Anda.

ACTOR:
- Primary: Ventilasi MAY BukaJendela

CONTEXT:
- Suhu: <C>

RULE:
- TerlaluPanas: IF Suhu > 26C THEN BukaJendela UNKNOWN BukaJendela

CONSTRAINT:
- Comfort [RuanganPanas]: ALWAYS BukaJendela WHEN Suhu > 30C

IMPACT:
- Benefit: Tidak ada yang bekerja kepanasan.
- Risk: Biaya pemanas jika sensornya keliru.

TRACE:
- Evidence [TerlaluPanas]: Siapa yang meminta aturan ini, atau apa dasarnya.

REVIEW:
- Interval: 6 Bulan
- LastReviewed: ${today}
- Owner: Penanggung jawab kebijakan ini

EXAMPLE hari yang panas:
- GIVEN Suhu = 27C
- EXPECT ONLY BukaJendela

EXAMPLE hari yang sejuk:
- GIVEN Suhu = 20C
- EXPECT NOTHING

EXAMPLE sensornya bungkam:
- EXPECT BukaJendela
`;

const machineSafety = (
  today: string,
): string => `INTENT: Menjaga orang yang bekerja di samping mesin agar tidak terluka. Jika ragu, mesin berhenti.

ACTOR:
- Primary: PengendaliKeselamatan MAY HentikanMesin, Perlambat, BunyikanAlarm

CONTEXT:
- Mode: <"otomatis" | "manual">
- Jarak: <0..20 m FRESH 500ms>
- Pekerja: <[{ nama: text, jarak: m }]>

RULE:
- TerlaluDekat: IF Jarak < 1m THEN HentikanMesin
  ELSE IF Jarak < 2.5m THEN Perlambat(0.25m/s)
  UNKNOWN HentikanMesin
- FOR orang IN Pekerja {
    - Dekat: IF orang.jarak < 1.5m AND Mode == "otomatis" THEN BunyikanAlarm UNKNOWN BunyikanAlarm
  } UNKNOWN BunyikanAlarm
- FAILSAFE THEN HentikanMesin

CONSTRAINT:
- Safety [HentiAtauLambat]: NEVER HentikanMesin AND Perlambat
- Safety [TidakTerjangkau]: ALWAYS HentikanMesin WHEN Jarak < 1m

IMPACT:
- Benefit: Tidak ada yang terluka dalam jangkauan mesin.
- Risk: Mesin berhenti karena sensor yang rusak.

TRACE:
- Standards [TerlaluDekat]: ISO 13855, jarak peranti pelindung
- Standards [Dekat]: ISO 7731, sinyal bahaya

REVIEW:
- Interval: 6 Bulan
- LastReviewed: ${today}
- Owner: Keselamatan pabrik
- Criteria: Kejadian nyaris celaka, dan penghentian yang tidak dipahami siapa pun.

EXAMPLE seseorang dalam jangkauan:
- AT "2026-05-01T08:00:00Z"
- GIVEN Mode = "manual", Pekerja = []
- GIVEN Jarak = { value: 0.4m, at: "2026-05-01T08:00:00Z" }
- EXPECT ONLY HentikanMesin

EXAMPLE seseorang mendekat:
- AT "2026-05-01T08:00:00Z"
- GIVEN Mode = "otomatis", Pekerja = [{ nama: "Ana", jarak: 1.2m }]
- GIVEN Jarak = { value: 1.2m, at: "2026-05-01T08:00:00Z" }
- EXPECT Perlambat, BunyikanAlarm

EXAMPLE pembacaan berumur satu detik:
- AT "2026-05-01T08:00:01Z"
- GIVEN Mode = "otomatis", Pekerja = []
- GIVEN Jarak = { value: 9m, at: "2026-05-01T08:00:00Z" }
- EXPECT ONLY HentikanMesin
`;

const approval = (
  today: string,
): string => `INTENT: Membayar yang jatuh tempo, tidak pernah atas kata satu orang. Menahan yang mencurigakan.

ACTOR:
- Primary: LayananPembayaran MAY Bayar, Tahan, Kabari
- Secondary: PejabatKeuangan APPROVES Bayar

CONTEXT:
- Jumlah: <0..10000000000 IDR>
- PenerimaDikenal: <boolean>
- Tanda: <[text]> = []

RULE:
- Mencurigakan: IF ANY tanda IN Tanda SATISFIES tanda == "sanksi" THEN Tahan, Kabari "kepatuhan"
  ELSE IF PenerimaDikenal THEN Bayar
  ELSE Tahan
  UNKNOWN Tahan
- Besar: IF Jumlah > 150000000IDR THEN Kabari "bendahara" UNKNOWN Kabari "bendahara"

CONSTRAINT:
- Legal [BebasSanksi]: NEVER Bayar AND Tahan
- Ethical: Penerima diberi tahu mengapa pembayarannya ditahan.

IMPACT:
- Benefit: Tidak ada yang dibayar hanya karena satu orang menghendakinya.
- Risk: Penerima menunggu sampai seorang pejabat sempat.

TRACE:
- Regulation [Mencurigakan]: Peraturan sanksi, penyaringan sebelum pembayaran
- Evidence [Besar]: Batas wewenang, buku pedoman bendahara

REVIEW:
- Interval: 12 Bulan
- LastReviewed: ${today}
- Owner: Keuangan

EXAMPLE penerima yang dikenal:
- GIVEN Jumlah = 1200000IDR, PenerimaDikenal = true
- EXPECT PENDING Bayar
- EXPECT NOT Tahan

EXAMPLE pembayaran besar kepada orang asing:
- GIVEN Jumlah = 250000000IDR, PenerimaDikenal = false
- EXPECT ONLY Tahan, Kabari "bendahara"

EXAMPLE penerima yang terkena sanksi:
- GIVEN Jumlah = 1200000IDR, PenerimaDikenal = true, Tanda = ["sanksi"]
- EXPECT ONLY Tahan, Kabari "kepatuhan"

EXAMPLE penerimanya tidak diketahui:
- GIVEN Jumlah = 1200000IDR
- EXPECT ONLY Tahan
`;

export const indonesianStarters: Starters = {
  minimal,
  "machine-safety": machineSafety,
  approval,
};
