import type { Sex } from '@throughcare/domain/person/sexes'
import type { Chance } from './chance.ts'

export type DemoName = { familyName: string; givenNames: string; otherNames: string[]; languages: string[] }

/** Where somebody's name comes from, and what they speak first. */
type Background = {
  family: readonly string[]
  male: readonly string[]
  female: readonly string[]
  languages: readonly string[]
}

const list = (words: string): string[] => words.split('|')

/** Names put together from parts: nobody in the demo is anybody. */
const BACKGROUNDS = {
  english: {
    family: list(
      "Ashdown|Barlow|Beckett|Bramley|Carrick|Chadwick|Clough|Coburn|Dacre|Dunmore|Eastwood|Fairley|Fenwick|Garside|Greaves|Hallam|Hartley|Holroyd|Ingham|Jessop|Kershaw|Langdale|Lomax|Marsden|Mellor|Naylor|Oldroyd|Parkin|Pickles|Radcliffe|Rowntree|Sedgwick|Shackleton|Stott|Tempest|Thackray|Tordoff|Varley|Wadsworth|Whitlock|O'Neill|O'Rourke|Smith-Jones|MacAllister|D'Arcy",
    ),
    male: list(
      'Aaron|Adam|Billy|Callum|Carl|Connor|Craig|Danny|Darren|Dean|Gary|Ian|Jamie|Jason|Jordan|Kieran|Kyle|Lee|Liam|Luke|Mark|Martin|Michael|Nathan|Paul|Reece|Ricky|Ryan|Scott|Sean|Shaun|Simon|Stephen|Terry|Wayne',
    ),
    female: list(
      'Amy|Becky|Carly|Chantelle|Donna|Emma|Gemma|Hayley|Jade|Kelly|Kirsty|Leanne|Lisa|Michelle|Natalie|Rachel|Sarah|Siân|Stacey|Toni',
    ),
    languages: ['en'],
  },
  southAsian: {
    family: list('Ahmed|Akhtar|Ali|Begum|Chaudhry|Hussain|Iqbal|Khan|Mahmood|Malik|Patel|Rahman|Singh|Sharma|Uddin'),
    male: list('Adeel|Amir|Bilal|Faisal|Hamza|Imran|Kamran|Mohammed|Nadeem|Omar|Rashid|Tariq|Usman|Zahid'),
    female: list('Aisha|Fatima|Nadia|Sadia|Shabana|Zara'),
    languages: ['en', 'ur'],
  },
  blackBritish: {
    family: list('Adebayo|Boateng|Campbell|Charles|Francis|Grant|Mensah|Okoro|Owusu|Palmer|Samuels|Thompson|Williams'),
    male: list('Andre|Courtney|Dwayne|Jermaine|Kofi|Kwame|Leon|Marcus|Nathaniel|Reuben|Tunde|Winston'),
    female: list('Abena|Danielle|Efua|Keisha|Monique|Simone'),
    languages: ['en'],
  },
  polish: {
    family: list(
      'Adamczyk|Dąbrowski|Jabłoński|Kamiński|Kowalczyk|Łukasik|Mazur|Nowakowski|Pawłowski|Sikora|Wiśniewski|Wójcik|Zieliński',
    ),
    male: list('Adam|Bartosz|Dariusz|Grzegorz|Jakub|Kamil|Krzysztof|Łukasz|Marcin|Paweł|Rafał|Tomasz'),
    female: list('Agnieszka|Ewa|Joanna|Katarzyna|Magdalena|Monika'),
    languages: ['pl', 'en'],
  },
  romanian: {
    family: list('Andrei|Ciobanu|Dinu|Florea|Ionescu|Lungu|Marin|Munteanu|Popescu|Stoica|Tudor|Văcaru'),
    male: list('Adrian|Alin|Bogdan|Cosmin|Dragoș|Florin|Ionuț|Marian|Sorin|Vasile'),
    female: list('Alina|Cristina|Elena|Ioana|Mihaela'),
    languages: ['ro'],
  },
  norwegian: {
    family: list(
      'Aune|Berntsen|Bjørge|Dalseth|Eidsvik|Engen|Fagerli|Gjerde|Haugland|Husby|Kvamme|Løkken|Melhus|Nygård|Opdal|Rønning|Sæther|Skogen|Solberg|Sørli|Tangen|Tveit|Ulriksen|Vågen|Ødegård|Åmot',
    ),
    male: list(
      'Anders|Arne|Bjørn|Cato|Christer|Espen|Frode|Geir|Håkon|Håvard|Jan Erik|Kenneth|Kim André|Lars|Morten|Øyvind|Roger|Rune|Stian|Ståle|Terje|Tom|Vegard',
    ),
    female: list('Anette|Bente|Camilla|Gro|Hilde|Ingvild|Kari|Line|Monica|Silje|Turid|Åse'),
    languages: ['nb'],
  },
  sami: {
    family: list('Gaup|Hætta|Joks|Sara|Somby|Utsi'),
    male: list('Áilu|Ánte|Issát|Mihkkal|Niillas'),
    female: list('Áile|Elle|Risten'),
    languages: ['se', 'nb'],
  },
  somali: {
    family: list('Abdi|Ali Hassan|Farah|Hersi|Mohamud|Osman|Warsame|Yusuf'),
    male: list('Abdirahman|Ahmed|Guled|Liban|Mohamed|Zakaria'),
    female: list('Hodan|Ifrah|Sagal'),
    languages: ['so', 'nb'],
  },
  german: {
    family: list(
      'Albers|Behrens|Brüggemann|Clausen|Dierks|Eggers|Früchtenicht|Groß|Hinrichs|Jansen|Köpke|Lührs|Möller|Oldenburg|Pauls|Rathjen|Schröder|Thießen|von der Heide|Wöhlke',
    ),
    male: list('Andreas|Björn|Dennis|Florian|Jens|Jörg|Kai|Marcel|Oliver|Ronny|Sven|Thorsten|Uwe'),
    female: list('Anja|Britta|Jessica|Katrin|Manuela|Nadine|Sabine'),
    languages: ['de'],
  },
  turkish: {
    family: list('Aksoy|Arslan|Çelik|Demir|Doğan|Öztürk|Şahin|Yıldız'),
    male: list('Ali|Burak|Emre|Hakan|Murat|Özgür|Serkan'),
    female: list('Elif|Esra|Zeynep'),
    languages: ['tr', 'de'],
  },
} as const satisfies Record<string, Background>

/** Who is held in the prisons of a country, and who goes home to Germany. */
const MIX = {
  GB: { english: 70, southAsian: 11, blackBritish: 10, polish: 5, romanian: 4 },
  NO: { norwegian: 76, sami: 4, somali: 8, polish: 8, romanian: 4 },
  DE: { german: 72, turkish: 20, polish: 8 },
} as const

/** Who somebody of this country is called. Some have two given names, some go by another name as well. */
export function makeName(chance: Chance, country: 'GB' | 'NO' | 'DE', sex: Sex): DemoName {
  const background: Background =
    BACKGROUNDS[chance.weighted(MIX[country] as Partial<Record<keyof typeof BACKGROUNDS, number>>)]
  const given = sex === 'female' ? background.female : background.male
  const first = chance.pick(given)
  const second = chance.isTrue(0.14) ? chance.pick(given) : first
  const familyName = chance.pick(background.family)
  return {
    familyName: chance.isTrue(0.05) ? `${familyName} ${chance.pick(background.family)}` : familyName,
    givenNames: second === first ? first : `${first} ${second}`,
    otherNames: chance.isTrue(0.1) ? [chance.pick(OTHER_NAMES)] : [],
    languages: [...background.languages],
  }
}

const OTHER_NAMES = list('Ace|Bazza|Dee|Jay|Kiddo|Lofty|Mac|Red|Scotty|Smiler|Tiny|Young Ted')
