import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListPrice } from '../../providers';
import type { PriceOrigin } from '../catalogue/price-catalogue';

@Entity({ name: 'list_price' })
export class ListPriceRow {
  @PrimaryColumn('text') provider!: string;
  @PrimaryColumn('text') sku!: string;
  @PrimaryColumn('text') region!: string;
  @PrimaryColumn('text') unit!: ListPrice['unit'];
  @Column('double precision') usd!: number;
  /** `YYYY-MM-DD`. */
  @Column('text', { name: 'listed_on' }) listedOn!: string;
  @Column('text') source!: string;
  @Column('boolean') unverified!: boolean;
  @Column('text') origin!: PriceOrigin;
}
