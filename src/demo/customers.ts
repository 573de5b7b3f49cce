/** Who comes to the demo shop. Nobody of them exists, and nobody answers at their numbers. */
import type { PlacedRecord } from '../feeds/take.ts';

/** How somebody uses the shop: it decides what their account looks like. */
export const HABITS = ['daily', 'monthly', 'prepaid', 'occasional', 'slow'] as const;
export type Habit = (typeof HABITS)[number];

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly habit: Habit;
}

/** Names, some with what everybody calls them. */
const NAMES = `
  Neema Mushi (Mama Neema); Juma Mwinyi; Asha Salum (Bibi Asha); Baraka Massawe; Zuhura Kombo; Emmanuel Kimaro;
  Fatuma Rashid (Mama Fatu); Godfrey Lyimo; Halima Mzee; Ibrahim Chande (Babu); Jacqueline Temba; Khalid Omari;
  Latifa Seif; Moses Mrema; Naomi Swai (Teacher Naomi); Omari Kipande; Pendo Shirima; Rajabu Athumani (Fundi Raja);
  Salma Hamis; Tumaini Urassa; Upendo Mollel; Victor Ngowi; Winfrida Tarimo; Yusuf Makame (Captain); Zainab Mkopi;
  Abdul Kaoneka; Beatrice Minja; Charles Mbwambo (Doctor Charles); Devota Kessy; Elias Mtui; Flora Mallya; George Assey;
  Happiness Moshi; Issa Kondo (Dereva Issa); Joyce Materu; Kassim Ngalawa; Lilian Macha; Mariam Zuberi; Nassor Bakari;
  Olivia Kileo; Paulo Sanga; Queen Mwakyusa; Rehema Pazi (Mama Rehema); Samwel Njau; Theresia Mosha; Ummy Dachi;
  Vicent Masanja; Warda Hemed; Yohana Kweka; Zawadi Mlay; Amani Lema; Bahati Komba; Consolata Ngonyani; Daudi Mfinanga;
  Esther Mbise; Farida Nassoro; Gervas Mwanga; Hawa Mnyeti; Imani Kaaya; Jabir Mchopa
`;

const people = NAMES.split(';').map((text) => {
  const [, name = '', nickname = null] = /^\s*([^(]+?)\s*(?:\((.+)\))?\s*$/.exec(text) ?? [];
  return { name, nickname };
});

export const CUSTOMERS: readonly DemoCustomer[] = people.map(({ name, nickname }, i) => ({
  id: `KP-${String(i + 1).padStart(4, '0')}`,
  name,
  nickname,
  habit: HABITS[i % HABITS.length] as Habit,
}));

const DISTRICTS = ['Ilala', 'Kinondoni', 'Temeke', 'Ubungo', 'Kigamboni'] as const;

export const customerRecords = (since: Date): PlacedRecord[] =>
  CUSTOMERS.map(({ id, name, nickname }, i) => ({
    place: id,
    value: {
      _id: id,
      name,
      ...(nickname !== null && { nickname }),
      // A block of numbers that is given to nobody.
      phone_number: `+255 700 000 ${String(101 + i)}`,
      customer_code: `POCHI${String(1001 + i)}`,
      city: 'Dar es Salaam',
      region: DISTRICTS[i % DISTRICTS.length],
      country_code: 'TZ',
      created_at: since.toISOString(),
    },
  }));
