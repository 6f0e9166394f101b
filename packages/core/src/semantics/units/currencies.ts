// ISO 4217: the currencies a number can be in. unit-table.ts makes a unit of each, with a base dimension of its own.

/**
 * Code, name by the standard and Indonesian name of every active code of ISO 4217:2015: list one with funds and precious
 * metals, amendments up to 180 (Bulgaria in the euro area). XTS, for tests, and XXX, for no currency, name none.
 */
const CURRENCIES = `
AED UAE Dirham | Dirham Uni Emirat Arab
AFN Afghani | Afgani Afganistan
ALL Lek | Lek Albania
AMD Armenian Dram | Dram Armenia
AOA Kwanza | Kwanza Angola
ARS Argentine Peso | Peso Argentina
AUD Australian Dollar | Dolar Australia
AWG Aruban Florin | Florin Aruba
AZN Azerbaijan Manat | Manat Azerbaijan
BAM Convertible Mark | Mark Konvertibel Bosnia-Herzegovina
BBD Barbados Dollar | Dolar Barbados
BDT Taka | Taka Bangladesh
BHD Bahraini Dinar | Dinar Bahrain
BIF Burundi Franc | Franc Burundi
BMD Bermudian Dollar | Dolar Bermuda
BND Brunei Dollar | Dolar Brunei
BOB Boliviano | Boliviano
BOV Mvdol | Mvdol Bolivia
BRL Brazilian Real | Real Brasil
BSD Bahamian Dollar | Dolar Bahama
BTN Ngultrum | Ngultrum Bhutan
BWP Pula | Pula Botswana
BYN Belarusian Ruble | Rubel Belarusia
BZD Belize Dollar | Dolar Belize
CAD Canadian Dollar | Dolar Kanada
CDF Congolese Franc | Franc Kongo
CHE WIR Euro | Euro WIR
CHF Swiss Franc | Franc Swiss
CHW WIR Franc | Franc WIR
CLF Unidad de Fomento | Satuan Hitung Cile
CLP Chilean Peso | Peso Cile
CNY Yuan Renminbi | Yuan Tiongkok
COP Colombian Peso | Peso Kolombia
COU Unidad de Valor Real | Unit Nilai Nyata Kolombia
CRC Costa Rican Colon | Colon Kosta Rika
CUP Cuban Peso | Peso Kuba
CVE Cabo Verde Escudo | Escudo Tanjung Verde
CZK Czech Koruna | Koruna Ceko
DJF Djibouti Franc | Franc Jibuti
DKK Danish Krone | Krone Denmark
DOP Dominican Peso | Peso Dominika
DZD Algerian Dinar | Dinar Aljazair
EGP Egyptian Pound | Pound Mesir
ERN Nakfa | Nakfa Eritrea
ETB Ethiopian Birr | Birr Etiopia
EUR Euro | Euro
FJD Fiji Dollar | Dolar Fiji
FKP Falkland Islands Pound | Pound Kepulauan Falkland
GBP Pound Sterling | Pound Sterling
GEL Lari | Lari Georgia
GHS Ghana Cedi | Cedi Ghana
GIP Gibraltar Pound | Pound Gibraltar
GMD Dalasi | Dalasi Gambia
GNF Guinean Franc | Franc Guinea
GTQ Quetzal | Quetzal Guatemala
GYD Guyana Dollar | Dolar Guyana
HKD Hong Kong Dollar | Dolar Hong Kong
HNL Lempira | Lempira Honduras
HTG Gourde | Gourde Haiti
HUF Forint | Forint Hungaria
IDR Rupiah | Rupiah Indonesia
ILS New Israeli Sheqel | Shekel Baru Israel
INR Indian Rupee | Rupee India
IQD Iraqi Dinar | Dinar Irak
IRR Iranian Rial | Rial Iran
ISK Iceland Krona | Krona Islandia
JMD Jamaican Dollar | Dolar Jamaika
JOD Jordanian Dinar | Dinar Yordania
JPY Yen | Yen Jepang
KES Kenyan Shilling | Shilling Kenya
KGS Som | Som Kirgizstan
KHR Riel | Riel Kamboja
KMF Comorian Franc | Franc Komoro
KPW North Korean Won | Won Korea Utara
KRW Won | Won Korea Selatan
KWD Kuwaiti Dinar | Dinar Kuwait
KYD Cayman Islands Dollar | Dolar Kepulauan Cayman
KZT Tenge | Tenge Kazakhstan
LAK Lao Kip | Kip Laos
LBP Lebanese Pound | Pound Lebanon
LKR Sri Lanka Rupee | Rupee Sri Lanka
LRD Liberian Dollar | Dolar Liberia
LSL Loti | Loti Lesotho
LYD Libyan Dinar | Dinar Libya
MAD Moroccan Dirham | Dirham Maroko
MDL Moldovan Leu | Leu Moldova
MGA Malagasy Ariary | Ariary Madagaskar
MKD Denar | Denar Makedonia
MMK Kyat | Kyat Myanmar
MNT Tugrik | Tugrik Mongolia
MOP Pataca | Pataca Makau
MRU Ouguiya | Ouguiya Mauritania
MUR Mauritius Rupee | Rupee Mauritius
MVR Rufiyaa | Rufiyaa Maladewa
MWK Malawi Kwacha | Kwacha Malawi
MXN Mexican Peso | Peso Meksiko
MXV Mexican Unidad de Inversion | Unit Investasi Meksiko
MYR Malaysian Ringgit | Ringgit Malaysia
MZN Mozambique Metical | Metical Mozambik
NAD Namibia Dollar | Dolar Namibia
NGN Naira | Naira Nigeria
NIO Cordoba Oro | Cordoba Nikaragua
NOK Norwegian Krone | Krone Norwegia
NPR Nepalese Rupee | Rupee Nepal
NZD New Zealand Dollar | Dolar Selandia Baru
OMR Rial Omani | Rial Oman
PAB Balboa | Balboa Panama
PEN Sol | Sol Peru
PGK Kina | Kina Papua Nugini
PHP Philippine Peso | Peso Filipina
PKR Pakistan Rupee | Rupee Pakistan
PLN Zloty | Zloty Polandia
PYG Guarani | Guarani Paraguay
QAR Qatari Rial | Rial Qatar
RON Romanian Leu | Leu Rumania
RSD Serbian Dinar | Dinar Serbia
RUB Russian Ruble | Rubel Rusia
RWF Rwanda Franc | Franc Rwanda
SAR Saudi Riyal | Riyal Arab Saudi
SBD Solomon Islands Dollar | Dolar Kepulauan Solomon
SCR Seychelles Rupee | Rupee Seychelles
SDG Sudanese Pound | Pound Sudan
SEK Swedish Krona | Krona Swedia
SGD Singapore Dollar | Dolar Singapura
SHP Saint Helena Pound | Pound Saint Helena
SLE Leone | Leone Sierra Leone
SOS Somali Shilling | Shilling Somalia
SRD Surinam Dollar | Dolar Suriname
SSP South Sudanese Pound | Pound Sudan Selatan
STN Dobra | Dobra Sao Tome dan Principe
SVC El Salvador Colon | Colon El Salvador
SYP Syrian Pound | Pound Suriah
SZL Lilangeni | Lilangeni Eswatini
THB Baht | Baht Thailand
TJS Somoni | Somoni Tajikistan
TMT Turkmenistan New Manat | Manat Turkmenistan
TND Tunisian Dinar | Dinar Tunisia
TOP Pa’anga | Paʻanga Tonga
TRY Turkish Lira | Lira Turki
TTD Trinidad and Tobago Dollar | Dolar Trinidad dan Tobago
TWD New Taiwan Dollar | Dolar Baru Taiwan
TZS Tanzanian Shilling | Shilling Tanzania
UAH Hryvnia | Hryvnia Ukraina
UGX Uganda Shilling | Shilling Uganda
USD US Dollar | Dolar Amerika Serikat
USN US Dollar (next day) | Dolar AS (Hari berikutnya)
UYI Uruguay Peso en Unidades Indexadas | Peso Uruguay (Unit Diindeks)
UYU Peso Uruguayo | Peso Uruguay
UYW Unidad Previsional | Unit Jaminan Sosial Uruguay
UZS Uzbekistan Sum | Som Uzbekistan
VED Bolívar Soberano (digital) | Bolivar Digital Venezuela
VES Bolívar Soberano | Bolivar Venezuela
VND Dong | Dong Vietnam
VUV Vatu | Vatu Vanuatu
WST Tala | Tala Samoa
XAD Arab Accounting Dinar | Dinar Akuntansi Arab
XAF CFA Franc BEAC | Franc CFA Afrika Tengah
XAG Silver | Perak
XAU Gold | Emas
XBA European Composite Unit | Unit Gabungan Eropa
XBB European Monetary Unit | Unit Keuangan Eropa
XBC European Unit of Account 9 | Satuan Hitung Eropa 9
XBD European Unit of Account 17 | Satuan Hitung Eropa 17
XCD East Caribbean Dollar | Dolar Karibia Timur
XCG Caribbean Guilder | Guilder Karibia
XDR Special Drawing Right | Hak Tarik Khusus
XOF CFA Franc BCEAO | Franc CFA Afrika Barat
XPD Palladium | Paladium
XPF CFP Franc | Franc CFP
XPT Platinum | Platina
XSU Sucre | Sucre
XUA ADB Unit of Account | Satuan Hitung Bank Pembangunan Afrika
YER Yemeni Rial | Rial Yaman
ZAR Rand | Rand Afrika Selatan
ZMW Zambian Kwacha | Kwacha Zambia
ZWG Zimbabwe Gold | Emas Zimbabwe
`;

/** The codes, in order, each with its names as the table has them, `English | Indonesian`. */
export function currencyRows(): readonly (readonly [code: string, names: string])[] {
  return CURRENCIES.trim()
    .split("\n")
    .map((line): readonly [string, string] => [line.slice(0, 3), line.slice(4)]);
}
