/** What the demo shop sells: our own invention, priced in shillings. */
import type { PlacedRecord } from '../feeds/take.ts';

export const STORES = ['posta', 'masaki'] as const;

export interface Goods {
  readonly id: string;
  readonly name: string;
  /** Whole shillings. */
  readonly price: number;
}

/** Id, name, category, colour of its tile, price in shillings; a second price is that of the large one. */
const TABLE: readonly (readonly [string, string, string, string, number, number?])[] = [
  ['espresso', 'Espresso', 'coffee', 'BROWN', 3_000],
  ['macchiato', 'Macchiato', 'coffee', 'BROWN', 3_500],
  ['americano', 'Americano', 'coffee', 'BROWN', 3_500, 4_500],
  ['cappuccino', 'Cappuccino', 'coffee', 'BROWN', 4_500, 5_500],
  ['latte', 'Latte', 'coffee', 'BROWN', 4_500, 5_500],
  ['mocha', 'Mocha', 'coffee', 'BROWN', 5_000, 6_000],
  ['flat-white', 'Flat white', 'coffee', 'BROWN', 5_000],
  ['kahawa-tungu', 'Kahawa tungu', 'coffee', 'BROWN', 1_000],
  ['iced-latte', 'Iced latte', 'cold', 'BLUE', 5_500, 6_500],
  ['cold-brew', 'Cold brew', 'cold', 'BLUE', 6_000],
  ['affogato', 'Affogato', 'cold', 'BLUE', 7_000],
  ['chai-maziwa', 'Chai ya maziwa', 'tea', 'GREEN', 2_000, 3_000],
  ['chai-rangi', 'Chai ya rangi', 'tea', 'GREEN', 1_000],
  ['chai-tangawizi', 'Chai ya tangawizi', 'tea', 'GREEN', 1_500],
  ['masala-chai', 'Masala chai', 'tea', 'GREEN', 2_500],
  ['hibiscus', 'Hibiscus tea', 'tea', 'GREEN', 2_500],
  ['juice-embe', 'Juisi ya embe', 'juice', 'ORANGE', 4_000],
  ['juice-parachichi', 'Juisi ya parachichi', 'juice', 'ORANGE', 4_500],
  ['juice-ukwaju', 'Juisi ya ukwaju', 'juice', 'ORANGE', 3_000],
  ['juice-miwa', 'Juisi ya miwa', 'juice', 'ORANGE', 2_500],
  ['maji', 'Maji ya kunywa', 'juice', 'BLUE', 1_000, 1_800],
  ['soda', 'Soda', 'juice', 'BLUE', 1_500],
  ['mandazi', 'Mandazi', 'bakery', 'YELLOW', 500],
  ['chapati', 'Chapati', 'bakery', 'YELLOW', 1_000],
  ['vitumbua', 'Vitumbua', 'bakery', 'YELLOW', 500],
  ['kashata', 'Kashata ya nazi', 'bakery', 'YELLOW', 1_000],
  ['croissant', 'Croissant', 'bakery', 'YELLOW', 4_000],
  ['banana-bread', 'Banana bread', 'bakery', 'YELLOW', 3_500],
  ['carrot-cake', 'Carrot cake', 'bakery', 'YELLOW', 6_000],
  ['cinnamon-roll', 'Cinnamon roll', 'bakery', 'YELLOW', 4_500],
  ['sambusa-nyama', 'Sambusa ya nyama', 'kitchen', 'RED', 1_500],
  ['sambusa-mboga', 'Sambusa ya mboga', 'kitchen', 'RED', 1_200],
  ['supu', 'Supu ya ndizi', 'kitchen', 'RED', 6_000],
  ['chipsi-mayai', 'Chipsi mayai', 'kitchen', 'RED', 5_000],
  ['pilau', 'Pilau', 'kitchen', 'RED', 9_000],
  ['wali-maharage', 'Wali maharage', 'kitchen', 'RED', 6_500],
  ['toast-parachichi', 'Toast ya parachichi', 'kitchen', 'RED', 8_000],
  ['beans-kilimanjaro', 'Kilimanjaro beans 250 g', 'shelf', 'GREY', 18_000],
  ['beans-mbeya', 'Mbeya beans 250 g', 'shelf', 'GREY', 16_000],
  ['mug', 'Clay mug', 'shelf', 'GREY', 12_000],
];

export const GOODS = TABLE.map(([id, name, , , price]) => ({ id, name, price })) as [Goods, ...Goods[]];

/** The catalogue as a till would hand it over: prices in major units, as texts. */
export const productRecords = (): PlacedRecord[] =>
  TABLE.map(([id, name, category, color, price, large]) => ({
    place: id,
    value: {
      id,
      item_name: name,
      category_id: category,
      color,
      form: 'SQUARE',
      option1_name: large === undefined ? undefined : 'Size',
      variants: [variant(id, id, price, large === undefined ? undefined : 'Small')].concat(
        large === undefined ? [] : variant(id, `${id}-large`, large, 'Large'),
      ),
    },
  }));

const variant = (item: string, id: string, price: number, size: string | undefined) => ({
  variant_id: id,
  item_id: item,
  sku: id.toUpperCase(),
  option1_value: size,
  default_price: String(price),
  stores: STORES.map((store) => ({ store_id: store, price: String(price), available_for_sale: true })),
});
