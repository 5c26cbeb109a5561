/** Why a pricing API could not be read, in words for the log. */
export class PriceApiFault extends Error {
  override readonly name = 'PriceApiFault';
}
