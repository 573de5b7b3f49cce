import Type, { type Static } from 'typebox';
import { exactNumber } from '../../wire/major-out.ts';
import { creditErrors } from '../credit/errors.ts';
import { time } from '../fields.ts';

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const text = nullable(Type.String());
const flag = Type.Boolean();
const number = nullable(exactNumber('As in the catalogue'));
const price = nullable(exactNumber('Major units'));

const store = Type.Object({
  store_id: Type.String(),
  pricing_type: Type.String(),
  price,
  available_for_sale: flag,
  optimal_stock: number,
  low_stock: number,
});

const variant = Type.Object({
  variant_id: Type.String(),
  item_id: Type.String(),
  sku: text,
  reference_variant_id: text,
  option1_value: text,
  option2_value: text,
  option3_value: text,
  barcode: text,
  cost: number,
  purchase_cost: number,
  default_pricing_type: Type.String(),
  default_price: price,
  stores: Type.Array(store),
  created_at: nullable(time),
  updated_at: nullable(time),
  deleted_at: nullable(time),
});

const item = Type.Object({
  id: Type.String(),
  handle: text,
  reference_id: text,
  item_name: Type.String(),
  description: text,
  track_stock: flag,
  sold_by_weight: flag,
  is_composite: flag,
  use_production: flag,
  category_id: text,
  components: Type.Array(Type.Object({ variant_id: Type.String(), quantity: exactNumber('How many of it') })),
  primary_supplier_id: text,
  tax_ids: Type.Array(Type.String()),
  modifier_ids: Type.Array(Type.String()),
  form: text,
  color: text,
  image_url: text,
  option1_name: text,
  option2_name: text,
  option3_name: text,
  created_at: time,
  updated_at: time,
  deleted_at: nullable(time),
  variants: Type.Array(variant),
});
export type ItemData = Static<typeof item>;

export const productsSchema = {
  tags: ['Products'],
  operationId: 'productList',
  summary: 'What is for sale: everywhere, or in one store',
  querystring: Type.Object(
    {
      store_id: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Only what this store sells' })),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({ respBody: Type.Object({ items: Type.Array(item) }) }),
    ...creditErrors('read'),
  },
};
