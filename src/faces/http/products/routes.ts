/** The catalogue of spec/credit-wallet.md. */
import { allProducts } from '../../../queries/products.ts';
import { everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { withAssets } from '../assets/lookup.ts';
import { sendCreditError } from '../credit/errors.ts';
import { principalOf } from '../principal.ts';
import { presentProduct } from './present.ts';
import { productsSchema } from './schema.ts';

/** For routes at the root: the document's address has its own prefix. */
export function productRoutes(app: App, { database, assets }: Services): void {
  app.setErrorHandler(sendCreditError);

  app.get(
    '/api/products/all',
    { schema: productsSchema, config: { access: everyone('everything') } },
    async (request) => {
      const products = await allProducts(database, principalOf(request).ledgerId, request.query.store_id ?? null);
      const rows = products.map((product) => ({ assetId: product.asset_id, product }));
      const items = await withAssets(assets, rows, ({ product }, asset) =>
        presentProduct(product, asset.decimalPlaces),
      );
      return { respBody: { items } };
    },
  );
}
